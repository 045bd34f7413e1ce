import type { RuleTerms } from "../../policy/policy-rule.ts";
import { endsOf, selectAnyMoves } from "../../formulation/move-tests.ts";
import type { RowsContext } from "../../formulation/context.ts";
import { addMoveCosts } from "../../formulation/rule-rows.ts";
import type { NearnessParams } from "./schema.ts";

/**
 * Prices the distance of every chosen new move to another school, counted in quotas or not: column costs, no rows. Who
 * changes the post alone goes nowhere.
 */
export function addNearnessRows(params: NearnessParams, _entry: RuleTerms, context: RowsContext): void {
  const chosen = selectAnyMoves(context, params.moves);
  const { metres } = context.moves;
  const { gridMetres: grid } = params;
  addMoveCosts(context, params.level, (move) => {
    const { from, to } = endsOf(context, move);
    if (chosen[move] !== 1 || from === to) return 0;
    return params.weight * grid * Math.ceil(Math.max(0, metres[move] as number) / grid);
  });
}
