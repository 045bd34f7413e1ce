import { FORM_RETURN } from "@lungang/core/formulation";
import type { BaseYear } from "./base-years.ts";
import type { HorizonProgram } from "./horizon-program.ts";
import type { Choice } from "./year-plan.ts";
import { codeOfForm } from "./year-plan.ts";

/** Returns who starts what in each year, read from a point of the program. */
export function choicesOfPoint(
  years: readonly BaseYear[],
  { columns, numbers }: HorizonProgram,
  point: Float64Array,
): readonly (readonly Choice[])[] {
  const choices = years.map((): Choice[] => []);
  for (const { column, year, person, cell, form } of columns.starts) {
    if (form === FORM_RETURN || Math.round(point[column] as number) !== 1) continue;
    const choice = {
      person: numbers.persons[person] as string,
      cell: numbers.cells[cell] as string,
      form: codeOfForm(form, (years[year] as BaseYear).prepared.eligibility.policy),
    };
    (choices[year] as Choice[]).push(choice);
  }
  return choices;
}
