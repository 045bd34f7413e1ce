import { buildCells } from "./cells.ts";
import type { Cell } from "./cells.ts";
import type { Instance } from "./instance.ts";
import type { Issue } from "./issue.ts";
import type { JoinedPosts } from "./joined.ts";
import type { Person } from "./person.ts";
import { worksAt } from "./person.ts";
import type { School } from "./school.ts";

/**
 * Marks a person without a school or a cell.
 *
 * @public
 */
export const NONE = -1;

/**
 * An instance with positions in place of ids: what every later step works on.
 *
 * Shapes: `home`, `works` and `cellOf` have one entry a person and hold a school, school and cell index or {@link NONE}.
 *
 * @public
 */
export interface County {
  readonly instance: Instance;
  readonly schools: readonly School[];
  readonly persons: readonly Person[];
  readonly schoolIndex: ReadonlyMap<string, number>;
  readonly personIndex: ReadonlyMap<string, number>;
  readonly cells: readonly Cell[];
  /** Posts that one person may join, where a policy lets people teach several posts of their school. */
  readonly joined: readonly JoinedPosts[];
  readonly cellIndex: ReadonlyMap<string, number>;
  /** School that holds the relation. */
  readonly home: Int32Array;
  /** School worked at on plan start. */
  readonly works: Int32Array;
  /** Cell filled on plan start. */
  readonly cellOf: Int32Array;
  /** Cell at the home school that is reserved for a person on an exchange; {@link NONE} for everybody else. */
  readonly reservedCellOf: Int32Array;
}

/**
 * Returns the county of an instance in canonical order, with issues about people whose post is ambiguous.
 *
 * @public
 */
export function indexCounty(instance: Instance): { readonly county: County; readonly issues: readonly Issue[] } {
  const schoolIndex = new Map(instance.schools.map((school, index) => [school.id, index]));
  const position = (id: string | undefined) => (id === undefined ? NONE : (schoolIndex.get(id) ?? NONE));
  const home = Int32Array.from(instance.persons, (person) => position(person.homeSchool));
  const works = Int32Array.from(instance.persons, (person) => position(worksAt(person)));
  const { cells, cellIndex, cellOf, reservedCellOf, issues } = buildCells(instance, schoolIndex);
  const county: County = {
    instance,
    schools: instance.schools,
    persons: instance.persons,
    schoolIndex,
    personIndex: new Map(instance.persons.map((person, index) => [person.id, index])),
    cells,
    joined: [],
    cellIndex,
    home,
    works,
    cellOf,
    reservedCellOf,
  };
  return { county, issues };
}
