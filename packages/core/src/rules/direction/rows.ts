import type { RuleTerms } from "../../policy/policy-rule.ts";
import { addActivity } from "../../formulation/activity.ts";
import { selectExchanges } from "../../formulation/move-tests.ts";
import type { RowsContext } from "../../formulation/context.ts";
import { addMoveCosts, addMoveEntries, addRuleRow } from "../../formulation/rule-rows.ts";
import type { DirectionParams } from "./schema.ts";

/** Adds a share row, a cap row and costs for the direction of moves (model S8). */
export function addDirectionRows(params: DirectionParams, entry: RuleTerms, context: RowsContext): void {
  const { builder } = context;
  const of = selectExchanges(context, params.of);
  const wanted = selectExchanges(context, params.moves).map((yes, move) => (of[move] === 1 ? yes : 0));
  if (params.minShare !== undefined) {
    const { numerator, denominator } = params.minShare;
    const row = addRuleRow(context, entry, {
      lower: 0,
      upper: Infinity,
      subject: { kind: "county", limit: "minShare" },
      violationUnit: denominator,
    });
    const total = addActivity(context, entry, { valueOf: (move) => of[move] as number });
    const chosen = addActivity(context, entry, { valueOf: (move) => wanted[move] as number });
    builder.addEntry(row, total, -numerator);
    builder.addEntry(row, chosen, denominator);
  }
  if (params.max !== undefined) {
    const row = addRuleRow(context, entry, {
      lower: -Infinity,
      upper: params.max,
      subject: { kind: "county", limit: "max" },
    });
    addMoveEntries(context, row, { valueOf: (move) => wanted[move] as number });
  }
  if (params.level === undefined) return;
  addMoveCosts(context, params.level, (move) => (of[move] === 1 && wanted[move] !== 1 ? params.weight : 0));
}
