import type { Text } from "@lungang/core";
import type { Share } from "@lungang/core/policy";
import { compareText } from "@lungang/core";
import { ceilShare, floorShare } from "@lungang/core/policy";
import { divideHeads } from "./divide.ts";
import { fraction } from "./fraction.ts";

/** A post with who holds it and what is known of its empty heads. */
export interface PostHeads {
  readonly id: string;
  readonly school: string;
  readonly township?: string;
  readonly heads: number;
  readonly holders: number;
  /** People on exchange who take their heads back within the period. @defaultValue 0 */
  readonly reserved?: number;
  /** Heads that may not be filled, each with its reason. */
  readonly blocked?: readonly { readonly heads: number; readonly because: string }[];
  /** Heads that the school itself declares as offered; compared with what the rule says. */
  readonly declared?: number;
}

/** How much of the empty heads is offered (S6). */
export interface OfferRule {
  readonly share: Share;
  readonly round: "up" | "down";
  /** What the share is taken of: the empty heads of a school, a township or all of them. */
  readonly by: "school" | "township" | "together";
  /** Share of what would be offered that the county holds back, rounded down. */
  readonly holdBack?: Share;
  /** Where a school has at most so many empty heads, it says itself how many it offers (TW-06). @defaultValue 0 */
  readonly schoolDecidesUpTo?: number;
}

/** Why an empty head is not offered. */
export interface GapReason {
  readonly reason: "reserved" | "blocked" | "share" | "heldBack" | "schoolDecides" | "hidden";
  readonly heads: number;
  readonly text: Text;
}

/** What becomes of the empty heads of a post: offered and every reason add up to the gap. */
export interface PostVacancy {
  readonly id: string;
  readonly school: string;
  readonly gap: number;
  readonly offered: number;
  readonly notOffered: readonly GapReason[];
}

/**
 * Says of every empty head whether it is offered, and if not why: kept for people on exchange, blocked, left out by the
 * share, held back, or kept by the school where it decides itself. A head that a school does not declare although the rule
 * offers it is `hidden`.
 *
 * Guarantees: offered and reasons of a post add up to its gap. Posts in the order of their ids.
 */
export function offerVacancies(posts: readonly PostHeads[], rule: OfferRule): readonly PostVacancy[] {
  const sorted = [...posts].sort((a, b) => compareText(a.id, b.id)).map(startLine);
  const schoolGaps = sumBy(sorted, (line) => line.post.school);
  const decided = sorted.filter((line) => isDecidedBySchool(schoolGaps, line, rule));
  const ruled = sorted.filter((line) => !decided.includes(line));
  for (const line of decided) decideBySchool(line);
  for (const group of groupsOf(ruled, rule.by)) offerGroup(group, rule);
  return sorted.map(({ post, gap, offered, reasons }) => ({
    id: post.id,
    school: post.school,
    gap,
    offered,
    notOffered: reasons.filter((reason) => reason.heads > 0),
  }));
}

interface Line {
  readonly post: PostHeads;
  readonly gap: number;
  /** Empty heads that could be offered. */
  readonly free: number;
  offered: number;
  readonly reasons: GapReason[];
}

function startLine(post: PostHeads): Line {
  const gap = Math.max(0, post.heads - post.holders);
  const reasons: GapReason[] = [];
  let free = gap;
  const take = (reason: GapReason["reason"], heads: number, text: Text): void => {
    const taken = Math.min(free, heads);
    free -= taken;
    reasons.push({ reason, heads: taken, text });
  };
  take("reserved", post.reserved ?? 0, { zh: "为交流在外人员保留", en: "kept for people on exchange" });
  for (const { heads, because } of post.blocked ?? []) take("blocked", heads, { zh: because, en: because });
  return { post, gap, free, offered: 0, reasons };
}

function isDecidedBySchool(gaps: ReadonlyMap<string, number>, { post }: Line, rule: OfferRule): boolean {
  return (gaps.get(post.school) as number) <= (rule.schoolDecidesUpTo ?? 0);
}

function decideBySchool(line: Line): void {
  line.offered = Math.min(line.free, line.post.declared ?? 0);
  line.reasons.push({
    reason: "schoolDecides",
    heads: line.free - line.offered,
    text: { zh: "由学校决定，未公布", en: "left to the school, which does not offer it" },
  });
}

function groupsOf(lines: readonly Line[], by: OfferRule["by"]): readonly (readonly Line[])[] {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const key = by === "school" ? line.post.school : by === "township" ? (line.post.township ?? "") : "";
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()];
}

function offerGroup(lines: readonly Line[], rule: OfferRule): void {
  const free = lines.reduce((sum, line) => sum + line.free, 0);
  const shared = rule.round === "up" ? ceilShare(rule.share, free) : floorShare(rule.share, free);
  const back = rule.holdBack === undefined ? 0 : floorShare(rule.holdBack, shared);
  const claims = lines.map((line) => ({ id: line.post.id, size: fraction(line.free, 1) }));
  const upTo = divideHeads(Math.min(shared, free), claims);
  const offered = divideHeads(Math.min(shared, free) - back, claims);
  for (const line of lines) {
    const within = upTo.get(line.post.id) as number;
    // Largest remainders of a smaller total may exceed those of a larger one by a head: never beyond it.
    const ruled = Math.min(offered.get(line.post.id) as number, line.free);
    line.reasons.push(
      {
        reason: "heldBack",
        heads: Math.max(0, within - ruled),
        text: { zh: "县级统筹预留", en: "held back by the county" },
      },
      {
        reason: "share",
        heads: line.free - Math.max(within, ruled),
        text: { zh: "超出规定公布比例", en: "beyond the share that is offered" },
      },
    );
    declare(line, ruled);
  }
}

/** A school that declares less than the rule offers hides the rest. */
function declare(line: Line, ruled: number): void {
  line.offered = Math.min(ruled, line.post.declared ?? ruled);
  line.reasons.push({
    reason: "hidden",
    heads: ruled - line.offered,
    text: { zh: "按规定应公布而学校未申报", en: "to be offered by the rule, and not declared by the school" },
  });
}

function sumBy(lines: readonly Line[], keyOf: (line: Line) => string): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const line of lines) sums.set(keyOf(line), (sums.get(keyOf(line)) ?? 0) + line.free);
  return sums;
}
