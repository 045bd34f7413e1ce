import type { Text } from "../../instance/issue.ts";
import type { RowsContext } from "../../formulation/context.ts";
import type { HorizonContext, RequiredMoves } from "../../formulation/horizon.ts";
import { addMoveEntries, addRuleRow } from "../../formulation/rule-rows.ts";
import type { PolicyRule } from "../../policy/policy-rule.ts";
import { COUNTY } from "../../subject/rule-subject.ts";
import { BOUNDED_STANDINGS, boundOf, hasObligations } from "./bound.ts";
import type { TotalParams } from "./schema.ts";
import { hasUpperBound } from "./schema.ts";

const BOUNDED_BY_THE_BASE: Text = {
  zh: "各年总人数上限按无人交流时的基数计算",
  en: "the bound on the total of a year is that of the base on which nobody has moved",
};

/** Whether the bound on the total is the sum of columns: of one quota, or of all where they are added up. */
function isExact({ max, quotas }: TotalParams, required: readonly RequiredMoves[]): boolean {
  return max === undefined && (required.length === 1 || (required.length > 1 && quotas === "sum"));
}

/** 1 for a counted move of people other than volunteers and recruits. */
function boundedMoves({ eligibility, moves, counted }: RowsContext): (move: number) => number {
  const isBounded = (person: number) => BOUNDED_STANDINGS.has(eligibility.decisions[person]?.standing ?? "");
  return (move) => (counted[move] === 1 && isBounded(moves.person[move] as number) ? 1 : 0);
}

/** The planned number is reached; the total stays within the required number, or within what must go where that is certainly more. */
export function addTotalHorizon(rule: PolicyRule<TotalParams>, context: HorizonContext, year: number): readonly Text[] {
  const { min } = rule.params;
  if (min !== undefined) {
    const rules = context.contexts[year] as RowsContext;
    const subject = { kind: "county", limit: "min" } as const;
    const row = addRuleRow(rules, rule, { lower: min, upper: Infinity, subject });
    addMoveEntries(rules, row, { valueOf: boundedMoves(rules) });
  }
  return hasUpperBound(rule.params) ? addUpperBound(rule, context, year) : [];
}

function addUpperBound(rule: PolicyRule<TotalParams>, context: HorizonContext, year: number): readonly Text[] {
  const required = context.required[year] ?? [];
  const rules = context.contexts[year] as RowsContext;
  const { eligibility } = rules;
  const { params } = rule;
  const most = boundOf(eligibility, rules.rules, params);
  const exact = isExact(params, required) && !hasObligations(eligibility, rules.rules);
  const row = addRuleRow(rules, rule, { lower: -Infinity, upper: exact ? 0 : most, subject: COUNTY });
  if (exact)
    for (const { columns } of required) for (const column of columns) context.builder.addEntry(row, column, -1);
  addMoveEntries(rules, row, { valueOf: boundedMoves(rules) });
  return exact || params.max !== undefined ? [] : [BOUNDED_BY_THE_BASE];
}
