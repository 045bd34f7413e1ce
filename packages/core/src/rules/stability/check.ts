import type { Person } from "../../instance/person.ts";
import type { PlanFacts } from "../../recount/facts.ts";
import type { RuleCheck } from "../../recount/facts.ts";
import { pricedMeasure } from "../../recount/rule-check.ts";
import { movesBetweenSchools } from "../../recount/tally.ts";
import type { StabilityParams } from "./schema.ts";

function points({ move, classCycle }: StabilityParams, facts: PlanFacts): number {
  const { county, context } = facts.eligibility;
  return movesBetweenSchools(facts).reduce((sum, { person }) => {
    const { classCycleUntil } = county.persons[person] as Person;
    const broken = classCycleUntil !== undefined && classCycleUntil >= context.start;
    return sum + move + (broken ? classCycle : 0);
  }, 0);
}

/** Recomputes the cost of change. */
export const stabilityCheck: RuleCheck<StabilityParams> = {
  check: (params, entry, facts) => ({
    measures: [pricedMeasure(entry, "points", points(params, facts))],
    violations: [],
  }),
  levelValue: points,
};
