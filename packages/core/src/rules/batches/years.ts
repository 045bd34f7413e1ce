import type { RowsContext } from "../../formulation/context.ts";
import type { HorizonContext } from "../../formulation/horizon.ts";
import { goneUpTo } from "../../formulation/horizon-rows.ts";
import type { PolicyRule } from "../../policy/policy-rule.ts";
import { yearsLeft } from "./rows.ts";
import type { BatchesParams } from "./schema.ts";

/** Prices waiting near the age limit in a year: nobody waits who has gone in an earlier year of the horizon. */
export function addBatchesHorizon({ params }: PolicyRule<BatchesParams>, context: HorizonContext, year: number): [] {
  const rules = context.contexts[year] as RowsContext;
  const level = rules.levels.get(params.level);
  if (level === undefined) return [];
  rules.eligibility.decisions.forEach((decision, index) => {
    if (decision.standing !== "due") return;
    const urgency = params.weight * Math.max(0, params.years - yearsLeft(rules, decision, index));
    if (urgency === 0) return;
    context.builder.addOffset(level, urgency);
    for (const { column } of goneUpTo(context, { year, index })) context.builder.addCost(level, column, -urgency);
  });
  return [];
}
