import type { Cell } from "../instance/cells.ts";
import type { County } from "../instance/county.ts";
import { NONE } from "../instance/county.ts";
import type { Person } from "../instance/person.ts";
import { worksThere } from "../instance/person.ts";
import { isClosed } from "../instance/school.ts";
import type { School } from "../instance/school.ts";
import { emptySubject } from "../policy/attributes.ts";
import type { FactContext } from "../policy/attributes.ts";
import { isFullTime, staysAtSchool } from "../policy/forms.ts";
import type { PolicyTerms } from "../policy/policy.ts";
import type { CompiledForm } from "./compiled-form.ts";
import { admitsPerson, compileForm } from "./compiled-form.ts";
import { inReach } from "./in-reach.ts";
import { qualifies } from "./qualifies.ts";

/** What is asked to find posts that one person may join. */
export interface JoinableInput {
  readonly context: FactContext;
  readonly policy: PolicyTerms;
  /** Shapes: one entry a school; 1 in scope. */
  readonly inScope: Uint8Array;
  readonly occupies: (person: number) => boolean;
}

/** What is missing for a condition is told where people are decided about, and joins nothing here. */
const onMissing = () => {};

/**
 * Returns the posts of each school that one person may join, by position and in order: somebody fills one of them, or some
 * form may bring somebody to one, who may teach the others there in a form that stays at one school and is planned by periods.
 * The most posts that one person may join go together first. Whatever is decided about people this year is not asked, so that
 * a decision about one makes no other posts.
 *
 * Cost: nothing without such a form; else linear in people, and in posts that leave a rest times people of several subjects.
 */
export function joinablePosts(input: JoinableInput): readonly (readonly number[])[] {
  const { context, policy, inScope } = input;
  const codes = policy.periodForms ?? [];
  const light = policy.forms.filter((form) => codes.includes(form.code) && staysAtSchool(form));
  if (light.length === 0) return [];
  const compile = (forms: PolicyTerms["forms"]) =>
    forms.map((form) => compileForm(form, { policy, context, onMissing }));
  const ways: Ways = {
    input,
    inside: compile(light),
    coming: compile(policy.forms.filter((form) => isFullTime(form))),
    several: context.county.persons.flatMap(({ subjects }, person) =>
      subjects.filter(({ certified }) => certified).length > 1 ? [person] : [],
    ),
    fillers: peopleByPost(context.county),
  };
  const isStrict = light.every(({ crossStage }) => !crossStage);
  return bundlesOf(context.county, inScope, isStrict).flatMap((cells) => partsOf(cells, joinsOf(cells, ways)));
}

/** Returns the posts with a rest of a load by school, and there by what one person may join at all: full load and stage. */
function bundlesOf({ cells, schools }: County, inScope: Uint8Array, byStage: boolean): readonly (readonly number[])[] {
  const found = new Map<string, number[]>();
  for (const [index, cell] of cells.entries()) {
    const { school, stage = "", periods } = cell;
    if (!leavesRest(cell) || inScope[school] !== 1 || isClosed(schools[school] as School)) continue;
    const key = `${school}/${periods?.fullLoad}/${byStage ? stage : ""}`;
    found.set(key, [...(found.get(key) ?? []), index]);
  }
  return [...found.values()].filter(({ length }) => length > 1);
}

/** Whether heads come from periods that are no whole loads. */
function leavesRest({ kind, periods }: Cell): boolean {
  return kind === "teaching" && periods?.giveHeads === true && periods.needed % periods.fullLoad > 0;
}

function peopleByPost({ cellOf }: County): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  cellOf.forEach((cell, person) => {
    const known = found.get(cell);
    if (known === undefined) found.set(cell, [person]);
    else known.push(person);
  });
  return found;
}

interface Ways {
  readonly input: JoinableInput;
  /** Forms in which posts of one school are taught beside the own one. */
  readonly inside: readonly CompiledForm[];
  /** Forms that bring somebody to a post. */
  readonly coming: readonly CompiledForm[];
  /** People who teach several subjects, and people by the post that they fill. */
  readonly several: readonly number[];
  readonly fillers: ReadonlyMap<number, readonly number[]>;
}

/** Returns what each person could join of some posts of one school; only one who could join all where there is one. */
function joinsOf(cells: readonly number[], ways: Ways): readonly (readonly number[])[] {
  const found: (readonly number[])[] = [];
  const people = new Set([...ways.several, ...cells.flatMap((cell) => ways.fillers.get(cell) ?? [])]);
  const { context, occupies } = ways.input;
  for (const person of people) {
    if (!worksThere(context.county.persons[person] as Person) || !occupies(person)) continue;
    const joins = joinsOfPerson(person, cells, ways);
    if (joins.length === cells.length) return [joins];
    if (joins.length > 1) found.push(joins);
  }
  return found;
}

function joinsOfPerson(person: number, cells: readonly number[], ways: Ways): readonly number[] {
  const { county } = ways.input.context;
  const own = county.cellOf[person] as number;
  const fills = cells.includes(own);
  // Most people teach one subject: nothing else is looked at for them.
  const certified = certifiedFor(county, person, cells);
  if (certified.length < (fills ? 1 : 2)) return [];
  if (!fills && !comesNear(person, certified, ways)) return [];
  const taught = taughtInside(person, certified, ways);
  if (taught.length === 0) return [];
  const stands = (cell: number) => cell === own || comesTo(person, cell, ways);
  if (taught.some(stands)) return taught;
  const first = fills ? own : certified.find(stands);
  return first === undefined ? [] : cells.filter((cell) => cell === first || taught.includes(cell));
}

function certifiedFor({ cells, persons }: County, person: number, posts: readonly number[]): readonly number[] {
  const { subjects } = persons[person] as Person;
  return posts.filter((cell) =>
    subjects.some(({ subject, certified }) => certified && subject === (cells[cell] as Cell).subject),
  );
}

/** Returns the posts of one school that somebody who works there may teach beside another one. */
function taughtInside(
  person: number,
  cells: readonly number[],
  { input: { context }, inside }: Ways,
): readonly number[] {
  const { county } = context;
  const { school } = county.cells[cells[0] as number] as Cell;
  const subject = emptySubject();
  const open = inside.filter(({ form: { code, relationMoves }, who, where }) => {
    Object.assign(subject, { person, from: school, to: NONE, form: code, relationMoves });
    if (!who(subject)) return false;
    subject.to = school;
    return where(subject);
  });
  return cells.filter((cell) => {
    const target = county.cells[cell] as Cell;
    return open.some(({ form }) => qualifies(county, person, { cell: target, form, from: target }));
  });
}

/** Whether the scope of some form reaches the school of some posts. */
function comesNear(
  person: number,
  [cell = NONE]: readonly number[],
  { input: { context, inScope }, coming }: Ways,
): boolean {
  const { county } = context;
  const from = county.works[person] as number;
  if (from === NONE) return coming.some(({ form: { code } }) => code === "recruit");
  const to = (county.cells[cell] as Cell).school;
  return inScope[from] === 1 && coming.some(({ form }) => inReach(county, { from, to }, form.scope));
}

/** Whether some form may bring somebody to a post. */
function comesTo(person: number, cell: number, { input: { context }, coming }: Ways): boolean {
  const { county } = context;
  const target = county.cells[cell] as Cell;
  const from = county.works[person] as number;
  const subject = emptySubject();
  return coming.some((compiled) => {
    const { form, where } = compiled;
    if ((from === NONE) !== (form.code === "recruit") || !form.kinds.includes(target.kind)) return false;
    if (from !== NONE && !inReach(county, { from, to: target.school }, form.scope)) return false;
    if (!qualifies(county, person, { cell: target, form })) return false;
    const { code, relationMoves } = form;
    Object.assign(subject, { person, from, to: NONE, cell: NONE, form: code, relationMoves });
    if (!admitsPerson(compiled, subject, county)) return false;
    Object.assign(subject, { cell, to: target.school });
    return where(subject);
  });
}

/** Parts posts: the most that one person may join go together first, of as many those that come first. */
function partsOf(cells: readonly number[], joins: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const left = new Set(cells);
  const parts: (readonly number[])[] = [];
  for (;;) {
    const open = joins.map((cells) => cells.filter((cell) => left.has(cell))).filter(({ length }) => length > 1);
    const [first, ...others] = open;
    if (first === undefined) return parts;
    const best = others.reduce((most, one) => (comesBefore(one, most) ? one : most), first);
    parts.push(best);
    for (const cell of best) left.delete(cell);
  }
}

function comesBefore(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return a.length > b.length;
  const at = a.findIndex((cell, k) => cell !== b[k]);
  return at >= 0 && (a[at] as number) < (b[at] as number);
}
