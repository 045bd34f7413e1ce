import type { Person } from "../../instance/person.ts";
import { yearsAtSchool } from "../../policy/facts.ts";
import type { RuleTerms } from "../../policy/policy-rule.ts";
import { movesBetweenSchools } from "../../formulation/move-tests.ts";
import type { RowsContext } from "../../formulation/context.ts";
import { addMoveCosts } from "../../formulation/rule-rows.ts";
import type { TenureParams } from "./schema.ts";

/** Prices the years by which a person who moves is short of the full years. */
export function addTenureRows(params: TenureParams, _entry: RuleTerms, context: RowsContext): void {
  const { eligibility, moves } = context;
  const between = movesBetweenSchools(context);
  const { county, context: facts } = eligibility;
  const years = county.persons.map((person: Person) => yearsAtSchool(person, facts.cutoff, facts) ?? 0);
  addMoveCosts(context, params.level, (move) => {
    if (between[move] !== 1) return 0;
    return params.weight * Math.max(0, params.fullYears - (years[moves.person[move] as number] as number));
  });
}
