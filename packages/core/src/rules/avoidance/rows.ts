import { addCoupleRow, goalsOf } from "../../formulation/couple-rows.ts";
import type { RowsContext } from "../../formulation/context.ts";
import { selectAnybody } from "../../formulation/move-tests.ts";
import { couplesOf } from "../../instance/couples.ts";
import { NONE } from "../../instance/county.ts";
import type { RuleTerms } from "../../policy/policy-rule.ts";
import type { AvoidanceParams } from "./schema.ts";

/** Of couples of whom one leads, each goes to a school only if the other ends elsewhere (model S24). */
export function addAvoidanceRows(params: AvoidanceParams, entry: RuleTerms, context: RowsContext): void {
  const leads = selectAnybody(context, params.leaders);
  couplesOf(context.eligibility.county).forEach((spouse, person) => {
    if (spouse === NONE || (leads[person] !== 1 && leads[spouse] !== 1)) return;
    for (const to of goalsOf(context, person))
      addCoupleRow(entry, context, { person, spouse, to, fits: (a, b) => a !== b });
  });
}
