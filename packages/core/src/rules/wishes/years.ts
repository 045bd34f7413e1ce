import type { RowsContext } from "../../formulation/context.ts";
import type { HorizonContext } from "../../formulation/horizon.ts";
import { leavesUpTo } from "../../formulation/horizon-rows.ts";
import type { PolicyRule } from "../../policy/policy-rule.ts";
import { addWishesRows } from "./rows.ts";
import type { WishesParams } from "./schema.ts";

/** Prices wishes as in one year; a volunteer who has gone in an earlier year of the horizon does not stay. */
export function addWishesHorizon(rule: PolicyRule<WishesParams>, context: HorizonContext, year: number): [] {
  const { params } = rule;
  const rules = context.contexts[year] as RowsContext;
  addWishesRows(params, rule, rules);
  const level = rules.levels.get(params.level);
  if (level === undefined || params.volunteerStays === 0) return [];
  rules.eligibility.decisions.forEach(({ volunteer }, index) => {
    if (!volunteer) return;
    for (const leave of leavesUpTo(context, { year, index }))
      if (leave.year < year) context.builder.addCost(level, leave.column, -params.volunteerStays);
  });
  return [];
}
