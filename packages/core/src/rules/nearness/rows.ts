import type { RuleEntry } from "../../policy/policy.ts";
import { selectMoves } from "../move-tests.ts";
import type { RowsContext } from "../rows-types.ts";
import { addMoveCosts } from "../rule-rows.ts";
import type { NearnessParams } from "./schema.ts";

/** Prices the distance of every chosen move: column costs, no rows. */
export function addNearnessRows(params: NearnessParams, _entry: RuleEntry, context: RowsContext): void {
  const chosen = selectMoves(context, params.moves);
  const { metres } = context.moves;
  const { gridMetres: grid } = params;
  addMoveCosts(context, params.level, (move) => {
    if (chosen[move] !== 1) return 0;
    return params.weight * grid * Math.ceil(Math.max(0, metres[move] as number) / grid);
  });
}
