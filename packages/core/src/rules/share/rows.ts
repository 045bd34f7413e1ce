import { COUNTY } from "../../subject/rule-subject.ts";
import type { RuleTerms } from "../../policy/policy-rule.ts";
import { addActivity } from "../../formulation/activity.ts";
import { shareBounds } from "../../formulation/share-bounds.ts";
import { selectMoves } from "../../formulation/move-tests.ts";
import type { RowsContext } from "../../formulation/context.ts";
import { addRuleRow } from "../../formulation/rule-rows.ts";
import type { ShareParams } from "./schema.ts";

/** Adds `denominator Σ set - numerator Σ of >= 0` (model S2); never a constant right side (tricky case 4). */
export function addShareRows(params: ShareParams, entry: RuleTerms, context: RowsContext): void {
  const of = selectMoves(context, params.of);
  const set = selectMoves(context, params.set);
  const { part, whole, ...bounds } = shareBounds(params.share, params);
  const row = addRuleRow(context, entry, {
    ...bounds,
    subject: COUNTY,
    violationUnit: part,
  });
  const total = addActivity(context, entry, { valueOf: (move) => of[move] as number });
  const chosen = addActivity(context, entry, { valueOf: (move) => (of[move] === 1 ? (set[move] as number) : 0) });
  context.builder.addEntry(row, total, -whole);
  context.builder.addEntry(row, chosen, part);
}
