import type { Person } from "../../instance/person.ts";
import type { CheckedMove, PlanFacts } from "../../recount/facts.ts";
import type { RuleCheck } from "../../recount/facts.ts";
import { pricedMeasure } from "../../recount/rule-check.ts";
import { schoolId } from "../../recount/tally.ts";
import type { WishesParams } from "./schema.ts";

/** Returns the rank of the new school among the wishes, what a missed wish costs, or 0 without wishes. */
function costOf(params: WishesParams, facts: PlanFacts, move: CheckedMove): number {
  const wishes = (facts.eligibility.county.persons[move.person] as Person).application?.wishes ?? [];
  if (wishes.length === 0 || move.from === move.to) return 0;
  const rank = wishes.indexOf(schoolId(facts, move.to));
  return rank === -1 ? params.missed : rank;
}

/** Volunteers who stay, whatever the reason, cost as well. */
function points(params: WishesParams, facts: PlanFacts): number {
  const moved = new Set(facts.moves.map(({ person }) => person));
  const staying = facts.eligibility.decisions.filter(({ volunteer }, person) => volunteer && !moved.has(person)).length;
  return facts.moves.reduce((sum, move) => sum + costOf(params, facts, move), 0) + params.volunteerStays * staying;
}

/** Recomputes how far wishes are missed. */
export const wishesCheck: RuleCheck<WishesParams> = {
  check: (params, entry, facts) => ({
    measures: [pricedMeasure(entry, "points", points(params, facts))],
    violations: [],
  }),
  levelValue: points,
};
