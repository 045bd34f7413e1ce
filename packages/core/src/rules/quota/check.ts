import type { RuleSubject } from "../../subject/rule-subject.ts";
import { groupSubject } from "../../subject/rule-subject.ts";
import type { Decision } from "../../eligibility/decision.ts";
import { shareOf, shareText } from "../../policy/share.ts";
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
  /** What the base is made of. */
  readonly terms: BaseCount;
  /** People in the base: the eligible less those who leave it. */
  readonly base: number;
  /** People who have to move, or may at most. */
  readonly required: number;
  /** People who count as moving. */
  readonly moved: number;
}

/** How the share is rounded, where the policy says so. */
function roundingOf({ rounding }: QuotaParams) {
  return rounding === undefined ? {} : { rounding };
}

/** Who could be in the base of a group, and who leaves it. */
interface BaseCount {
  eligible: number;
  exempt: number;
  withoutPost: number;
}

/** Returns the quotas of an entry, ordered by id. A least share of nobody asks for nothing; a most of nobody is nobody. */
export function quotaGroups(params: QuotaParams, facts: PlanFacts): readonly QuotaGroup[] {
  const who = personTest(params.who, facts);
  const counts = baseCounts(params, facts, who);
  const moved = new Map<string, number>();
  for (const move of countedMoves(facts).filter(moveTest(params.moves, facts)))
    if (who(move.person) && inNumerator(params, facts, move)) addTo(moved, groupsAt(params, facts, move.from));
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([group, terms]) => {
      const base = terms.eligible - terms.exempt - terms.withoutPost;
      return {
        id: group,
        about: groupSubject(params.by, group),
        terms,
        base,
        required: shareOf(params.share, base, params),
        moved: moved.get(group) ?? 0,
      };
    })
    .filter(({ base }) => base > 0 || params.bound === "atMost");
}

function baseCounts(
  params: QuotaParams,
  facts: PlanFacts,
  who: (person: number) => boolean,
): ReadonlyMap<string, BaseCount> {
  const { eligibility } = facts;
  const counts = new Map<string, BaseCount>();
  eligibility.decisions.forEach((decision, person) => {
    if (decision.standing === "outOfScope" || !who(person)) return;
    const { isEligible, exempt, stuck } = termsOf(params, facts, person);
    for (const group of groupsAt(params, facts, eligibility.county.works[person] as number)) {
      const count = counts.get(group) ?? { eligible: 0, exempt: 0, withoutPost: 0 };
      counts.set(group, count);
      if (isEligible) count.eligible++;
      if (exempt) count.exempt++;
      if (stuck) count.withoutPost++;
    }
  });
  return counts;
}

/** What one person is in the base: eligible or not, and why one who is leaves it. */
function termsOf(params: QuotaParams, facts: PlanFacts, person: number) {
  const decision = facts.eligibility.decisions[person] as Decision;
  const isEligible = params.base === "eligible" ? decision.meetsDue : decision.standing !== "recruit";
  const exempt = isEligible && params.excludeExempt && decision.exempt;
  return { isEligible, exempt, stuck: isEligible && !exempt && leavesForWantOfPost(params, facts, person) };
}

/** People without any admitted post leave the base where the policy says so, the exempt and the held like all others. */
function leavesForWantOfPost(params: QuotaParams, { eligibility }: PlanFacts, person: number): boolean {
  if (params.base !== "eligible" || !params.excludeWithoutPost) return false;
  return !eligibility.admission.hasPost(person);
}

function addTo(counts: Map<string, number>, groups: readonly string[]): void {
  for (const group of groups) counts.set(group, (counts.get(group) ?? 0) + 1);
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
    const readings = groups.map(({ about, terms, base, moved, required }) => ({
      about,
      base: { ...terms, counted: base, share: shareText(params.share), ...roundingOf(params) },
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
