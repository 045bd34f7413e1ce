import type { RuleEntry } from "../../policy/policy.ts";
import { selectMoves } from "../move-tests.ts";
import type { RowsContext } from "../rows-types.ts";
import { addMoveEntries, addRuleRow } from "../rule-rows.ts";
import type { ShareParams } from "./schema.ts";

/** Adds `denominator Σ set - numerator Σ of >= 0` (model S2); never a constant right side (tricky case 4). */
export function addShareRows(params: ShareParams, entry: RuleEntry, context: RowsContext): void {
  const { numerator, denominator } = params.share;
  const of = selectMoves(context, params.of);
  const set = selectMoves(context, params.set);
  const bounds = params.bound === "atLeast" ? { lower: 0, upper: Infinity } : { lower: -Infinity, upper: 0 };
  const row = addRuleRow(context, entry, { ...bounds, subject: { kind: "rule", index: 0 } });
  addMoveEntries(context, row, {
    valueOf: (move) => (of[move] === 1 ? (set[move] === 1 ? denominator : 0) - numerator : 0),
  });
}
