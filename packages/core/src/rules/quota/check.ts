import type { RuleSubject } from "../../subject/rule-subject.ts";
import { groupSubject } from "../../subject/rule-subject.ts";
import { quotaBase } from "../../eligibility/eligibility.ts";
import { ceilShare, floorShare } from "../../policy/share.ts";
import type { CheckedMove, PlanFacts } from "../../recount/facts.ts";
import type { RuleCheck } from "../../recount/facts.ts";
import { measureOf, missedBy, violationOf } from "../../recount/rule-check.ts";
import { countedMoves, groupsOfSchool, moveTest, personTest } from "../../recount/tally.ts";
import type { QuotaParams } from "./schema.ts";
import { quotaFindings } from "./text.ts";

/** One quota of an entry: of the county, or of one school, zone, township or alliance. */
export interface QuotaGroup {
  /** Id of the group; empty for the county. */
  readonly id: string;
  readonly about: RuleSubject;
  /** People in the base. */
  readonly base: number;
  /** People who have to move, or may at most. */
  readonly required: number;
  /** People who count as moving. */
  readonly moved: number;
}

/** Returns the quotas of an entry, ordered by id; groups without anybody in the base have none. */
export function quotaGroups(params: QuotaParams, facts: PlanFacts): readonly QuotaGroup[] {
  const { works } = facts.eligibility.county;
  const who = personTest(params.who, facts);
  const base = new Map<string, number>();
  const moved = new Map<string, number>();
  const inBase = membership(params, facts);
  inBase.forEach((inside, person) => {
    if (inside === 1 && who(person)) addTo(base, groupsAt(params, facts, works[person] as number));
  });
  for (const move of countedMoves(facts).filter(moveTest(params.moves, facts)))
    if (who(move.person) && inNumerator(params, facts, move)) addTo(moved, groupsAt(params, facts, move.from));
  const round = params.bound === "atLeast" ? ceilShare : floorShare;
  return [...base]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([group, count]) => ({
      id: group,
      about: groupSubject(params.by, group),
      base: count,
      required: round(params.share, count),
      moved: moved.get(group) ?? 0,
    }));
}

function addTo(counts: Map<string, number>, groups: readonly string[]): void {
  for (const group of groups) counts.set(group, (counts.get(group) ?? 0) + 1);
}

function membership(params: QuotaParams, { eligibility }: PlanFacts): Uint8Array {
  if (params.base === "eligible") return quotaBase(eligibility, params);
  return Uint8Array.from(eligibility.decisions, ({ standing, exempt }) => {
    if (standing === "outOfScope" || standing === "recruit") return 0;
    return params.excludeExempt && exempt ? 0 : 1;
  });
}

function inNumerator(params: QuotaParams, { eligibility }: PlanFacts, move: CheckedMove): boolean {
  return params.volunteersInNumerator || eligibility.decisions[move.person]?.standing !== "volunteer";
}

/** Returns the groups of a quota that the people of a school belong to; a recruit leaves none. */
export function groupsAt({ by }: QuotaParams, { eligibility }: PlanFacts, from: number): readonly string[] {
  return groupsOfSchool(by, eligibility.county.schools[from]);
}

/** Recomputes the quotas of an entry. */
export const quotaCheck: RuleCheck<QuotaParams> = {
  check: (params, entry, facts) => {
    const groups = quotaGroups(params, facts);
    const readings = groups.map(({ about, moved, required }) => ({
      about,
      unit: "people",
      value: moved,
      target: required,
      sense: params.bound,
    }));
    return {
      measures: readings.map((reading) => measureOf(entry, reading)),
      violations: groups.flatMap((group, at) => {
        const amount = missedBy(readings[at] as (typeof readings)[number]);
        if (amount === 0) return [];
        const { about, base, required, moved } = group;
        const finding = quotaFindings.say.missed({ base, required, moved, least: params.bound === "atLeast" });
        return [violationOf(entry, { about, amount, unit: "people", finding })];
      }),
    };
  },
};
