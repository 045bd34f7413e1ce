import { NONE } from "@lungang/core";
import type { Cell } from "@lungang/core";
import type { Person } from "@lungang/core";
import type { School } from "@lungang/core";
import type { BaseYear } from "./base-years.ts";

/** Numbers that hold over all years: canonical order and the cells of an instance may differ from year to year. */
export interface Places {
  readonly persons: readonly string[];
  readonly personNumber: ReadonlyMap<string, number>;
  readonly cells: readonly string[];
  readonly schools: readonly string[];
  /** Number over all years of each person, cell and school of a year. Shapes: by year, then by position in it. */
  readonly personOf: readonly Int32Array[];
  readonly cellOf: readonly Int32Array[];
  readonly schoolOf: readonly Int32Array[];
  /** School of each cell. */
  readonly schoolOfCell: Int32Array;
}

/** Numbers people, cells and schools over all years, in the order in which they first appear. */
export function numberPlaces(years: readonly BaseYear[]): Places {
  const persons = new Numbering();
  const cells = new Numbering();
  const schools = new Numbering();
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

class Numbering {
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
export function basePositions(years: readonly BaseYear[], places: Places): readonly Int32Array[] {
  return years.map(({ cellOf }, year) => {
    const positions = new Int32Array(places.persons.length).fill(NONE);
    cellOf.forEach((cell, person) => {
      if (cell === NONE) return;
      positions[places.personOf[year]?.[person] as number] = places.cellOf[year]?.[cell] as number;
    });
    return positions;
  });
}

/** Returns an entry of a table by year and number; 0 where the year or the number is unknown. */
export function entryOf(table: readonly Int32Array[], year: number, number: number): number {
  return table[year]?.[number] ?? 0;
}
