import type { Issue } from "@lungang/core";
import { parseShare } from "@lungang/core/policy";
import type { Share } from "@lungang/core/policy";
import type { OfferRule, PostVacancy } from "@lungang/appointment/posts";
import { offerVacancies } from "@lungang/appointment/posts";
import type { AppointmentRows } from "@lungang/tabular";
import { townshipMissing } from "./township-missing.ts";

/** Vacancies with what is wrong with their rows. */
export interface Vacancies {
  readonly vacancies: readonly PostVacancy[];
  readonly issues: readonly Issue[];
}

const WHOLE: Share = { numerator: 1, denominator: 1 };

/**
 * Says of every empty head whether it is offered. Empty is what nobody holds who may stay: whoever has to leave gives the
 * head up.
 *
 * @param leaving - people who have to leave their post
 */
export function vacanciesOf(
  { settings, posts, people, placed }: AppointmentRows,
  leaving: ReadonlySet<string>,
): Vacancies {
  const holders = new Map<string, number>();
  const add = (post: string): void => void holders.set(post, (holders.get(post) ?? 0) + 1);
  for (const { id, ownPost } of people) if (ownPost !== undefined && !leaving.has(id)) add(ownPost);
  for (const { post, occupies } of placed) if (occupies !== false) add(post);
  const rule = offerRule(settings);
  const heads = posts.map((post) => ({
    id: post.id,
    school: post.school,
    ...(post.township === undefined ? {} : { township: post.township }),
    heads: post.capacity ?? 0,
    holders: holders.get(post.id) ?? 0,
    ...(post.reserved === undefined ? {} : { reserved: post.reserved }),
    ...(post.blocked === undefined ? {} : { blocked: [{ heads: post.blocked, because: post.blockedBecause ?? "" }] }),
    ...(post.declared === undefined ? {} : { declared: post.declared }),
  }));
  const vacancies = offerVacancies(heads, rule);
  return { vacancies, issues: [...rowIssues(posts, holders), ...townshipIssues(posts, rule)] };
}

function offerRule({
  offerShare,
  offerRound,
  offerBy,
  holdBack,
  schoolDecidesUpTo,
}: AppointmentRows["settings"]): OfferRule {
  const back = holdBack === undefined ? undefined : parseShare(holdBack);
  return {
    share: (offerShare === undefined ? undefined : parseShare(offerShare)) ?? WHOLE,
    round: offerRound ?? "up",
    by: offerBy ?? "school",
    ...(back === undefined ? {} : { holdBack: back }),
    ...(schoolDecidesUpTo === undefined ? {} : { schoolDecidesUpTo }),
  };
}

/** A head that is kept for somebody must be empty, and one that is blocked needs its reason. */
function rowIssues(posts: AppointmentRows["posts"], holders: ReadonlyMap<string, number>): readonly Issue[] {
  return posts.flatMap(({ id, capacity, reserved = 0, blocked = 0, blockedBecause }, at): readonly Issue[] => {
    const gap = Math.max(0, (capacity ?? 0) - (holders.get(id) ?? 0));
    return [
      ...(capacity === undefined || reserved <= gap ? [] : [reservedBeyondGap(id, { at, reserved, gap })]),
      ...(blocked === 0 || blockedBecause !== undefined ? [] : [blockedUnexplained(id, at)]),
    ];
  });
}

function reservedBeyondGap(
  id: string,
  { at, reserved, gap }: { readonly at: number; readonly reserved: number; readonly gap: number },
): Issue {
  return {
    code: "reserved-beyond-gap",
    severity: "warning",
    path: ["posts", at, "reserved"],
    received: String(reserved),
    expected: { zh: `不超过 ${gap}`, en: `at most ${gap}` },
    message: {
      zh: `岗位“${id}”要为交流人员保留 ${reserved} 个，空岗只有 ${gap} 个，期满返回时会超岗`,
      en: `Post "${id}" keeps ${reserved} heads for people on exchange and has ${gap} empty ones: it will be overfull when they return`,
    },
    advice: { zh: "请核对岗位数，或先确定超岗人员", en: "Check the heads, or decide first who is surplus" },
  };
}

function blockedUnexplained(id: string, at: number): Issue {
  return {
    code: "gap-unexplained",
    severity: "error",
    path: ["posts", at, "blockedBecause"],
    message: { zh: `岗位“${id}”有停招的空岗，没有写明原因`, en: `Post "${id}" has blocked heads without a reason` },
    advice: {
      zh: "每个不公布的空岗都要有原因，请填写",
      en: "Every empty head that is not offered needs its reason; give it",
    },
  };
}

function townshipIssues(posts: AppointmentRows["posts"], { by }: OfferRule): readonly Issue[] {
  if (by !== "township") return [];
  return townshipMissing(posts, (id) => ({
    message: {
      zh: `空岗按乡镇统筹公布，岗位“${id}”没有填乡镇`,
      en: `Vacancies are offered by township and post "${id}" has none`,
    },
    advice: { zh: "请填写乡镇，或改按学校、全县统筹", en: "Give the township, or offer by school or county" },
  }));
}
