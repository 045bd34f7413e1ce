import type { Cell } from "../instance/cells.ts";
import type { County } from "../instance/county.ts";
import type { Person } from "../instance/person.ts";

/** Posts that ask the same of a person: one kind, one stage and subject, one office. */
export interface Shelf {
  /** The first cell of the shelf, for all that the cells have in common. */
  readonly sample: Cell;
  /** Shapes: one entry a cell of the shelf, ascending; at most one cell a school. */
  readonly cells: Int32Array;
}

/** Every cell of a county on its shelf. */
export interface Shelves {
  readonly list: readonly Shelf[];
  /** Number of the shelf of a cell. Shapes: one entry a cell. */
  readonly of: Int32Array;
  /** Numbers of shelves by what a person has to be or to teach. */
  readonly byKey: ReadonlyMap<string, readonly number[]>;
}

const memory = new WeakMap<County, Shelves>();

/** Returns the shelves of a county, in the order of their first cells; made once. */
export function shelvesOf(county: County): Shelves {
  const known = memory.get(county) ?? makeShelves(county);
  memory.set(county, known);
  return known;
}

function makeShelves({ cells }: County): Shelves {
  const numbers = new Map<string, number>();
  const lists: number[][] = [];
  const of = Int32Array.from(cells, ({ kind, stage = "", subject = "", office = "" }, cell) => {
    const name = `${kind}/${stage}/${subject}/${office}`;
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    (lists[number] ??= []).push(cell);
    return number;
  });
  const list = lists.map((found) => ({ sample: cells[found[0] as number] as Cell, cells: Int32Array.from(found) }));
  const byKey = new Map<string, number[]>();
  for (const [shelf, { sample }] of list.entries()) {
    const key = sample.kind === "teaching" ? teaching(sample.subject ?? "") : sample.kind;
    byKey.set(key, [...(byKey.get(key) ?? []), shelf]);
  }
  return { list, of, byKey };
}

/** Returns the shelves that may ask for a person, by kind and certified subjects alone. */
export function shelvesNear({ byKey }: Shelves, person: Person): readonly number[] {
  return skillKeys(person).flatMap((key) => byKey.get(key) ?? []);
}

const LEADERS: readonly string[] = ["principal", "vicePrincipal", "midLevel", "reserveCadre"];

function skillKeys({ personType, subjects }: Person): readonly string[] {
  if (personType === "support" || personType === "logistics") return [personType];
  const certified = subjects.filter((skill) => skill.certified).map(({ subject }) => teaching(subject));
  return LEADERS.includes(personType) ? ["management", ...new Set(certified)] : [...new Set(certified)];
}

function teaching(subject: string): string {
  return `teaching/${subject}`;
}
