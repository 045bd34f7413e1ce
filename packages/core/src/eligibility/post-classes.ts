import type { Cell } from "../instance/cells.ts";
import type { County } from "../instance/county.ts";
import type { Person } from "../instance/person.ts";

/** Posts that ask the same of a person: one kind, one stage and subject, one office. */
export interface PostClass {
  /** The first cell of the post class, for all that the cells have in common. */
  readonly sample: Cell;
  /** Shapes: one entry a cell of the post class, ascending; at most one cell a school. */
  readonly cells: Int32Array;
}

/** Every cell of a county on its post class. */
export interface PostClasses {
  readonly list: readonly PostClass[];
  /** Number of the post class of a cell. Shapes: one entry a cell. */
  readonly of: Int32Array;
  /** Numbers of post classes of teaching posts by subject, and of other posts by kind. */
  readonly bySubject: ReadonlyMap<string, readonly number[]>;
  readonly byKind: ReadonlyMap<string, readonly number[]>;
}

/** Returns the post classes of a county, in the order of their first cells. */
export function makePostClasses({ cells }: County): PostClasses {
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
  const bySubject = new Map<string, number[]>();
  const byKind = new Map<string, number[]>();
  for (const [postClass, { sample }] of list.entries()) {
    if (sample.kind === "teaching") put(bySubject, sample.subject ?? "", postClass);
    else put(byKind, sample.kind, postClass);
  }
  return { list, of, bySubject, byKind };
}

function put(postClasses: Map<string, number[]>, key: string, postClass: number): void {
  const found = postClasses.get(key);
  if (found === undefined) postClasses.set(key, [postClass]);
  else found.push(postClass);
}

/** Returns the post classes that may ask for a person, by kind and certified subjects alone. */
export function postClassesNear(
  { bySubject, byKind }: PostClasses,
  { personType, subjects }: Person,
): readonly number[] {
  if (personType === "support" || personType === "logistics") return byKind.get(personType) ?? NO_CLASSES;
  let near = (LEADERS.has(personType) ? byKind.get("management") : undefined) ?? NO_CLASSES;
  for (const [at, { subject }] of subjects.entries()) {
    const found = isFirstCertificate(subjects, at) ? bySubject.get(subject) : undefined;
    if (found !== undefined) near = near.length === 0 ? found : [...near, ...found];
  }
  return near;
}

function isFirstCertificate(subjects: Person["subjects"], at: number): boolean {
  const of = subjects[at]?.subject;
  return subjects.findIndex(({ subject, certified }) => certified && subject === of) === at;
}

const NO_CLASSES: readonly number[] = [];
const LEADERS: ReadonlySet<string> = new Set(["principal", "vicePrincipal", "midLevel", "reserveCadre"]);
