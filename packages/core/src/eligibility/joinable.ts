import type { Cell } from "../instance/cells.ts";
import type { County } from "../instance/county.ts";
import { NONE } from "../instance/county.ts";
import { worksThere } from "../instance/person.ts";
import { isClosed } from "../instance/school.ts";
import type { School } from "../instance/school.ts";
import { emptySubject } from "../policy/attributes.ts";
import type { FactContext } from "../policy/attributes.ts";
import { isFullTime, staysAtSchool } from "../policy/forms.ts";
import type { PolicyTerms } from "../policy/policy.ts";
import type { CompiledForm } from "./compiled-form.ts";
import { compileForm } from "./compiled-form.ts";
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
 * Cost: nothing without such a form; else people times posts that leave a rest, of which most are told apart by the subject.
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

interface Ways {
  readonly input: JoinableInput;
  /** Forms in which posts of one school are taught beside the own one. */
  readonly inside: readonly CompiledForm[];
  /** Forms that bring somebody to a post. */
  readonly coming: readonly CompiledForm[];
}

/** Returns what each person could join of some posts of one school, without those who could join fewer than two. */
function joinsOf(cells: readonly number[], ways: Ways): readonly (readonly number[])[] {
  const { context, occupies } = ways.input;
  return context.county.persons.flatMap((entry, person) => {
    if (!worksThere(entry) || !occupies(person)) return [];
    const taught = cells.filter((cell) => teachesInside(person, cell, ways));
    if (taught.length === 0) return [];
    const own = cells.filter((cell) => context.county.cellOf[person] === cell || comesTo(person, cell, ways));
    const [first] = own;
    if (first === undefined) return [];
    const joins = own.some((cell) => taught.includes(cell))
      ? taught
      : cells.filter((cell) => cell === first || taught.includes(cell));
    return joins.length > 1 ? [joins] : [];
  });
}

/** Whether somebody who works at the school of a post may teach it beside another one there. */
function teachesInside(person: number, cell: number, { input: { context }, inside }: Ways): boolean {
  const { county } = context;
  const target = county.cells[cell] as Cell;
  const { school } = target;
  const subject = emptySubject();
  return inside.some(({ form, who, where }) => {
    if (!qualifies(county, person, { cell: target, form, from: target })) return false;
    const { code, relationMoves } = form;
    Object.assign(subject, { person, from: school, to: NONE, form: code, relationMoves });
    if (!who(subject)) return false;
    subject.to = school;
    return where(subject);
  });
}

/** Whether some form may bring somebody to a post. */
function comesTo(person: number, cell: number, { input: { context, inScope }, coming }: Ways): boolean {
  const { county } = context;
  const target = county.cells[cell] as Cell;
  const from = county.works[person] as number;
  if (from !== NONE && inScope[from] !== 1) return false;
  const subject = emptySubject();
  return coming.some(({ form, who, where }) => {
    if ((from === NONE) !== (form.code === "recruit") || !form.kinds.includes(target.kind)) return false;
    if (from !== NONE && !inReach(county, { from, to: target.school }, form.scope)) return false;
    if (!qualifies(county, person, { cell: target, form })) return false;
    const { code, relationMoves } = form;
    Object.assign(subject, { person, from, to: NONE, cell: NONE, form: code, relationMoves });
    if (!who(subject)) return false;
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
