import { endsOf, selectSchools } from "../../formulation/move-tests.ts";
import type { RowsContext } from "../../formulation/context.ts";
import type { HorizonContext } from "../../formulation/horizon.ts";
import { addRuleRow } from "../../formulation/rule-rows.ts";
import type { PolicyRule } from "../../policy/policy-rule.ts";
import { isHard } from "../../policy/strength.ts";
import { addNewRecruitsRows } from "./rows.ts";
import type { NewRecruitsParams } from "./schema.ts";

/**
 * Places the recruits of a year. Where the rule may give, a recruit may also wait for a later year; every year in which
 * he has no allowed school counts.
 */
export function addNewRecruitsHorizon(rule: PolicyRule<NewRecruitsParams>, context: HorizonContext, year: number): [] {
  const { params } = rule;
  const rules = context.contexts[year] as RowsContext;
  if (isHard(rule)) {
    addNewRecruitsRows(params, rule, rules);
    return [];
  }
  const allowed = context.contexts.map((of) => new Set(selectSchools(of, params.schools)));
  rules.eligibility.decisions.forEach(({ standing }, index) => {
    if (standing !== "recruit") return;
    const person = context.numbers.personOf[year]?.[index] as number;
    const starts = (context.columns.placedOf.get(person) ?? []).filter((start) => start.year <= year);
    const row = addRuleRow(rules, rule, { lower: 1, upper: Infinity, subject: { kind: "person", index } });
    for (const start of starts) {
      const of = context.contexts[start.year] as RowsContext;
      const isAllowed = allowed[start.year]?.has(endsOf(of, start.move).to) === true;
      // Placed elsewhere counts in that year alone: after it the person is no recruit.
      if (isAllowed || start.year < year) context.builder.addEntry(row, start.column, 1);
    }
  });
  return [];
}
