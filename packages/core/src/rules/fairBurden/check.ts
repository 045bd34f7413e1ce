import { totalMeaning } from "../total/schema.ts";
import { quotaBase } from "../../eligibility/eligibility.ts";
import type { PlanFacts } from "../../recount/facts.ts";
import type { RuleCheck } from "../../recount/facts.ts";
import { pricedMeasure } from "../../recount/rule-check.ts";
import { rulesOf } from "../../policy/policy-rule.ts";
import { schoolsInScope, underTotal } from "../../recount/tally.ts";
import { totalMax } from "../total/check.ts";
import type { FairBurdenParams } from "./schema.ts";

/** The tightest bound on the total. */
function bound(facts: PlanFacts): number {
  return rulesOf(facts.rules, totalMeaning).reduce(
    (least, { params }) => Math.min(least, totalMax(params, facts)),
    Infinity,
  );
}

/** Returns the leavers beyond the proportional part of each school: the bound times its eligible people over all. */
function overBurden(facts: PlanFacts): number {
  const { county } = facts.eligibility;
  const eligible = new Int32Array(county.schools.length);
  const leaving = new Int32Array(county.schools.length);
  let all = 0;
  quotaBase(facts.eligibility, { excludeExempt: true, excludeWithoutPost: true }).forEach((inside, person) => {
    if (inside !== 1) return;
    eligible[county.works[person] as number]!++;
    all++;
  });
  for (const move of facts.moves) if (underTotal(facts, move)) leaving[move.from]!++;
  const most = bound(facts);
  // Where the total has no bound the part of a school is all its eligible people.
  const partOf = (count: number) => (all === 0 || !Number.isFinite(most) ? count : Math.ceil((most * count) / all));
  return schoolsInScope(facts).reduce((sum, school) => {
    return sum + Math.max(0, (leaving[school] as number) - partOf(eligible[school] as number));
  }, 0);
}

/** Recomputes how evenly schools share the moves. */
export const fairBurdenCheck: RuleCheck<FairBurdenParams> = {
  check: (_params, entry, facts) => ({
    measures: [pricedMeasure(entry, "people", overBurden(facts))],
    violations: [],
  }),
  levelValue: (params, facts) => params.weight * overBurden(facts),
};
