import { endsOf, selectSchools } from "@lungang/core/formulation";
import { addNewRecruitsRows } from "@lungang/core/formulation";
import type { RowsContext } from "@lungang/core/formulation";
import { addRuleRow } from "@lungang/core/formulation";
import { rulesOf } from "@lungang/core/policy";
import { isHard } from "@lungang/core/policy";
import type { HorizonContext } from "./horizon-context.ts";

/**
 * Places the recruits of a year. Where the rule may give, a recruit may also wait for a later year; every year in which
 * he has no allowed school counts.
 */
export function addRecruits(context: HorizonContext, year: number): void {
  const { prepared } = context.years[year] as (typeof context.years)[number];
  const rules = context.contexts[year] as RowsContext;
  for (const { params, entry } of rulesOf(prepared.rules, "newRecruits")) {
    if (isHard(entry)) {
      addNewRecruitsRows(params, entry, rules);
      continue;
    }
    const allowed = context.contexts.map((of) => new Set(selectSchools(of, params.schools)));
    prepared.eligibility.decisions.forEach(({ standing }, index) => {
      if (standing !== "recruit") return;
      const person = context.places.personOf[year]?.[index] as number;
      const starts = (context.columns.placedOf.get(person) ?? []).filter((start) => start.year <= year);
      const row = addRuleRow(rules, entry, { lower: 1, upper: Infinity, subject: { kind: "person", index } });
      for (const start of starts) {
        const of = context.contexts[start.year] as RowsContext;
        const isAllowed = allowed[start.year]?.has(endsOf(of, start.move).to) === true;
        // Placed elsewhere counts in that year alone: after it the person is no recruit.
        if (isAllowed || start.year < year) context.builder.addEntry(row, start.column, 1);
      }
    });
  }
}
