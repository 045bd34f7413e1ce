import type { Person } from "../../instance/person.ts";
import type { RuleTerms } from "../../policy/policy-rule.ts";
import type { RowsContext } from "../../formulation/context.ts";
import { movesBetweenSchools } from "../../formulation/move-tests.ts";
import { addMoveCosts } from "../../formulation/rule-rows.ts";
import type { StabilityParams } from "./schema.ts";

/** Prices every move from one school to another, and more where a class cycle is broken. */
export function addStabilityRows(params: StabilityParams, _entry: RuleTerms, context: RowsContext): void {
  const { eligibility, moves } = context;
  const between = movesBetweenSchools(context);
  const { start } = eligibility.context;
  addMoveCosts(context, params.level, (move) => {
    if (between[move] !== 1) return 0;
    const person = eligibility.county.persons[moves.person[move] as number] as Person;
    return params.move + ((person.classCycleUntil ?? "") >= start ? params.classCycle : 0);
  });
}
