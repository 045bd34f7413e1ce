import type { Person } from "../../instance/person.ts";
import { yearsAtSchool } from "../../policy/facts.ts";
import type { PlanFacts } from "../../recount/facts.ts";
import type { RuleCheck } from "../../recount/facts.ts";
import { pricedMeasure } from "../../recount/rule-check.ts";
import { movesBetweenSchools } from "../../recount/tally.ts";
import type { TenureParams } from "./schema.ts";

/** Returns the years by which those who move fall short of the full years; recruits leave no school. */
function missingYears({ fullYears }: TenureParams, facts: PlanFacts): number {
  const { county, context } = facts.eligibility;
  return movesBetweenSchools(facts).reduce((sum, { person }) => {
    const years = yearsAtSchool(county.persons[person] as Person, context.cutoff, context) ?? 0;
    return sum + Math.max(0, fullYears - years);
  }, 0);
}

/** Recomputes that those who were longest at a school go first. */
export const tenureCheck: RuleCheck<TenureParams> = {
  check: (params, entry, facts) => ({
    measures: [pricedMeasure(entry, "years", missingYears(params, facts))],
    violations: [],
  }),
  levelValue: (params, facts) => params.weight * missingYears(params, facts),
};
