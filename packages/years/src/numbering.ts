import type { Numbering } from "@lungang/core/formulation";
import { NONE } from "@lungang/core";
import type { Cell } from "@lungang/core";
import type { Person } from "@lungang/core";
import type { School } from "@lungang/core";
import type { BaseYear } from "./base-years.ts";

/** Numbers people, cells and schools over all years, in the order in which they first appear. */
export function numberAll(years: readonly BaseYear[]): Numbering {
  const persons = new Counter();
  const cells = new Counter();
  const schools = new Counter();
  const schoolOfCell: number[] = [];
  const county = (year: BaseYear) => year.prepared.eligibility.county;
  const schoolOf = years.map((year) => Int32Array.from(county(year).schools, ({ id }: School) => schools.of(id)));
  const personOf = years.map((year) => Int32Array.from(county(year).persons, ({ id }: Person) => persons.of(id)));
  const cellOf = years.map((year, index) =>
    Int32Array.from(county(year).cells, ({ key, school }: Cell) => {
      const number = cells.of(key);
      schoolOfCell[number] = (schoolOf[index] as Int32Array)[school] as number;
      return number;
    }),
  );
  return {
    persons: persons.names,
    personNumber: persons.numbers,
    cells: cells.names,
    schools: schools.names,
    personOf,
    cellOf,
    schoolOf,
    schoolOfCell: Int32Array.from(schoolOfCell),
  };
}

class Counter {
  readonly names: string[] = [];
  readonly numbers = new Map<string, number>();

  of(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    this.numbers.set(name, this.names.length);
    this.names.push(name);
    return this.names.length - 1;
  }
}

/**
 * Returns where every person is on the base, by year and person over all years; {@link NONE} where the person uses no
 * headcount in that year.
 */
export function basePositions(years: readonly BaseYear[], numbers: Numbering): readonly Int32Array[] {
  return years.map(({ cellOf }, year) => {
    const positions = new Int32Array(numbers.persons.length).fill(NONE);
    cellOf.forEach((cell, person) => {
      if (cell === NONE) return;
      positions[numbers.personOf[year]?.[person] as number] = numbers.cellOf[year]?.[cell] as number;
    });
    return positions;
  });
}
