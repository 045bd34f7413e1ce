import { COUNTY } from "../../subject/rule-subject.ts";
import type { Decision } from "../../eligibility/decision.ts";
import type { RuleTerms } from "../../policy/policy-rule.ts";
import { BOUNDED_STANDINGS, boundOf } from "./bound.ts";
import type { RowsContext } from "../../formulation/context.ts";
import { addMoveEntries, addRuleRow } from "../../formulation/rule-rows.ts";
import type { TotalParams } from "./schema.ts";
import { hasUpperBound } from "./schema.ts";

/** Adds a row for each bound: counted moves of people other than volunteers and recruits. */
export function addTotalRows(params: TotalParams, entry: RuleTerms, context: RowsContext): void {
  const { eligibility, rules, moves, counted } = context;
  const valueOf = (move: number) => {
    const { standing } = eligibility.decisions[moves.person[move] as number] as Decision;
    return counted[move] === 1 && BOUNDED_STANDINGS.has(standing) ? 1 : 0;
  };
  if (hasUpperBound(params)) {
    const upper = boundOf(eligibility, rules, params);
    addMoveEntries(context, addRuleRow(context, entry, { lower: -Infinity, upper, subject: COUNTY }), { valueOf });
  }
  if (params.min === undefined) return;
  const subject = { kind: "county", limit: "min" } as const;
  addMoveEntries(context, addRuleRow(context, entry, { lower: params.min, upper: Infinity, subject }), { valueOf });
}
