import type { RowsContext } from "../../formulation/context.ts";
import type { HorizonContext } from "../../formulation/horizon.ts";
import { goneUpTo } from "../../formulation/horizon-rows.ts";
import { addRuleRow } from "../../formulation/rule-rows.ts";
import type { PolicyRule } from "../../policy/policy-rule.ts";
import type { MustMoveParams } from "./schema.ts";

const MUST: ReadonlySet<string> = new Set(["forced", "pinned"]);

/** Who must go in a year has gone by then; ended exchanges are fixed already. */
export function addMustMoveHorizon(entry: PolicyRule<MustMoveParams>, context: HorizonContext, year: number): [] {
  const rules = context.contexts[year] as RowsContext;
  rules.eligibility.decisions.forEach(({ standing }, index) => {
    if (!MUST.has(standing)) return;
    const gone = goneUpTo(context, { year, index });
    if (gone.length === 0) return;
    const row = addRuleRow(rules, entry, { lower: 1, upper: Infinity, subject: { kind: "person", index } });
    for (const { column } of gone) context.builder.addEntry(row, column, 1);
  });
  return [];
}
