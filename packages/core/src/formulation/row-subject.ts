import { postName } from "../instance/cells.ts";
import type { Cell } from "../instance/cells.ts";
import type { County } from "../instance/county.ts";
import { NONE } from "../instance/county.ts";
import type { School } from "../instance/school.ts";
import type { LimitName, RuleSubject } from "../subject/rule-subject.ts";

/** What a row or column of a rule is about: people, schools and posts by position, everything else as it is named. */
export type RowSubject =
  | { readonly kind: "person" | "cell"; readonly index: number; readonly limit?: LimitName }
  | { readonly kind: "school"; readonly index: number; readonly subject?: string; readonly limit?: LimitName }
  /** A school in a year after the one that is planned. */
  | { readonly kind: "school"; readonly index: number; readonly limit?: LimitName; readonly yearsLater: number }
  /** Two schools by position; `id` where they are a pair of the instance. */
  | { readonly kind: "pair"; readonly a: number; readonly b: number; readonly id?: string }
  | Exclude<RuleSubject, { readonly kind: "person" | "school" | "post" | "pair" }>;

/** A row subject as labels of a program hold it: a text that many rows share, and a number. */
export interface SubjectLabel {
  readonly subjectKind: string;
  readonly subject: number;
}

const BY_POSITION: ReadonlySet<string> = new Set(["person", "school", "cell"]);

/** Returns the label of a row subject; subjects that are equal get equal labels in every program of a county. */
export function labelOfSubject(subject: RowSubject, { schools }: Pick<County, "schools">): SubjectLabel {
  if (subject.kind === "pair") {
    const { a, b, ...rest } = subject;
    return { subjectKind: JSON.stringify(rest), subject: a * schools.length + b };
  }
  if (!("index" in subject)) return { subjectKind: JSON.stringify(subject), subject: 0 };
  const { index, ...rest } = subject;
  const plain = Object.keys(rest).length === 1;
  return { subjectKind: plain ? rest.kind : JSON.stringify(rest), subject: index };
}

/** Returns a subject in positions, as rows are labelled with it. */
export function rowSubject(subject: RuleSubject, { schoolIndex, personIndex, cellIndex }: County): RowSubject {
  const at = (positions: ReadonlyMap<string, number>, id: string) => positions.get(id) ?? NONE;
  if (subject.kind === "school") {
    const { school, ...rest } = subject;
    return { ...rest, index: at(schoolIndex, school) } as RowSubject;
  }
  if (subject.kind === "person") return { kind: "person", index: at(personIndex, subject.person) };
  if (subject.kind === "post") return { kind: "cell", index: at(cellIndex, subject.post) };
  if (subject.kind !== "pair") return subject;
  return { ...subject, a: at(schoolIndex, subject.a), b: at(schoolIndex, subject.b) } as RowSubject;
}

type Indexed = Omit<Extract<RowSubject, { readonly index: number }>, "index"> & { readonly yearsLater?: number };

/**
 * Returns what a label of {@link labelOfSubject} is about, in ids.
 *
 * @throws {RangeError} if the label is none of a rule's, for example that of a candidate move
 * @public
 */
export function subjectOfLabel({ subjectKind, subject }: SubjectLabel, county: County): RuleSubject {
  const stated = BY_POSITION.has(subjectKind)
    ? { kind: subjectKind }
    : subjectKind.startsWith("{")
      ? (JSON.parse(subjectKind) as { readonly kind: string })
      : undefined;
  if (stated === undefined) throw new RangeError(`Cannot tell what a label is about: its kind is "${subjectKind}"`);
  if (stated.kind === "pair") {
    const { length } = county.schools;
    const school = (index: number) => (county.schools[index] as School).id;
    const ends = { a: school(Math.floor(subject / length)), b: school(subject % length) };
    return { ...(stated as { readonly kind: "pair" }), ...ends };
  }
  return BY_POSITION.has(stated.kind) ? named(stated as Indexed, subject, county) : (stated as RuleSubject);
}

function named({ kind, ...rest }: Indexed, index: number, county: County): RuleSubject {
  if (kind === "person") return { kind, person: county.persons[index]?.id ?? "", ...rest };
  if (kind === "cell") return { kind: "post", post: postName(county.cells[index] as Cell), ...rest };
  return { kind, school: (county.schools[index] as School).id, ...rest };
}
