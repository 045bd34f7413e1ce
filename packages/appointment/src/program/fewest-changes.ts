import { ProgramBuilder } from "@lungang/program";
import type { Market, Placement, TitleLimit } from "../market/market.ts";
import { NO_POST, keepsPost, listOf, personAt, postAt } from "../market/market.ts";
import type { LevelValue, StableOptions } from "./two-levels.ts";
import { solveTwoLevels } from "./two-levels.ts";

/** Decisions that were withdrawn, and where everybody was by them; positions. */
export interface WithdrawnQuestion {
  readonly before: Placement;
  /** Who may not have which post any more. */
  readonly withdrawn: readonly { readonly person: number; readonly post: number }[];
}

/** A placement in which as few people as can be end elsewhere. */
export interface FewestChanges {
  readonly status: "solved";
  readonly placement: Placement;
  /** People who end elsewhere, those of the withdrawn decisions among them, and what no placement can be below. */
  readonly changes: LevelValue;
}

/** What the program gave; stopped only by a limit. */
export type FewestChangesResult = FewestChanges | { readonly status: "stopped"; readonly reason: string };

const LEVEL_CHANGES = 0;
const LEVEL_WISHES = 1;

/** A post that a person can have, or none. */
interface Choice {
  readonly person: number;
  readonly post: number;
  /** Place in the list, behind it for none. */
  readonly place: number;
}

/**
 * Finds the placement with the fewest people who end elsewhere after decisions were withdrawn, then the best one for those who
 * do, by places in their lists.
 *
 * Everybody stays where he was or has a post of his list, nobody is below a post that he keeps, and heads, floors and posts of
 * titles hold. Nobody's rank counts: whom that passes over is for the checkers to say. That everybody goes back to where he was
 * at the start keeps all of it, so that there always is such a placement.
 */
export async function fewestChanges(
  market: Market,
  question: WithdrawnQuestion,
  options: StableOptions,
): Promise<FewestChangesResult> {
  const builder = new ProgramBuilder();
  builder.addLevel({ name: "changes", unit: "people" });
  builder.addLevel({ name: "wishes", unit: "places" });
  const choices = choicesOf(market, question);
  const group = builder.group({ rule: "appointment.choice", source: "", subjectKind: "choice" });
  choices.forEach(({ person, post, place }, subject) => {
    const column = builder.addColumn({ lower: 0, upper: 1 }, { group, subject });
    if (post === question.before[person]) return;
    builder.addCost(LEVEL_CHANGES, column, 1);
    if (place > 0) builder.addCost(LEVEL_WISHES, column, place);
  });
  addRows({ builder, market, choices, before: question.before });
  const solved = await solveTwoLevels(builder.build(), options);
  if (solved.status === "infeasible") throw new Error("Where everybody was at the start must be a placement");
  if (solved.status === "stopped") return solved;
  const placement = new Int32Array(market.people.length).fill(NO_POST);
  choices.forEach(({ person, post }, column) => {
    if (solved.values[column] === 1) placement[person] = post;
  });
  return { status: "solved", placement, changes: solved.levels[0] };
}

function choicesOf(market: Market, { before, withdrawn }: WithdrawnQuestion): readonly Choice[] {
  const lost = new Set(withdrawn.map(({ person, post }) => JSON.stringify([person, post])));
  return market.people.flatMap(({ ownPost }, person) => {
    const list = Array.from(listOf(market, person));
    const was = before[person] as number;
    const choices = list.map((post, place) => ({ person, post, place }));
    // A round that looks for the nearest post gives posts that nobody wished.
    if (was !== NO_POST && !list.includes(was)) choices.push({ person, post: was, place: list.length });
    const isKept = ownPost !== NO_POST && keepsPost(market, person, ownPost);
    if (!isKept) choices.push({ person, post: NO_POST, place: list.length });
    return choices.filter(({ post }) => !lost.has(JSON.stringify([person, post])));
  });
}

function isOf(market: Market, person: number, { titles }: TitleLimit): boolean {
  const { title } = personAt(market, person);
  return title !== undefined && titles.has(title);
}

/** School whose post of a title a person holds with a post, or without one. */
function schoolWith(market: Market, person: number, post: number): string | undefined {
  return post === NO_POST ? personAt(market, person).titleHome : postAt(market, post).school;
}

interface Rows {
  readonly builder: ProgramBuilder;
  readonly market: Market;
  readonly choices: readonly Choice[];
  readonly before: Placement;
}

/** Everybody has one of his choices; heads, posts of titles and floors hold. */
function addRows(rows: Rows): void {
  const { builder, market, choices, before } = rows;
  const group = builder.group({ rule: "appointment.person", source: "", subjectKind: "person" });
  const people = market.people.map((_, subject) => builder.addSideRow({ lower: 1, upper: 1 }, { group, subject }));
  choices.forEach(({ person }, column) => builder.addEntry(people[person] as number, column, 1));
  addHeadRows(rows);
  addTitleRows(rows);
  market.floors.forEach(({ posts, heads }, subject) => {
    const fixed = market.placed.filter(({ post, occupies }) => occupies && posts.includes(post)).length;
    const lower = Math.min(heads - fixed, before.filter((post) => posts.includes(post)).length);
    const floors = builder.group({ rule: "appointment.floor", source: "", subjectKind: "floor" });
    const row = builder.addSideRow({ lower, upper: Infinity }, { group: floors, subject });
    choices.forEach(({ post }, column) => {
      if (posts.includes(post)) builder.addEntry(row, column, 1);
    });
  });
}

/** Places that some hold from the start, of which there may be more than places; then nobody else comes. */
interface Places {
  readonly label: { readonly group: number; readonly subject: number };
  readonly most: number;
  /** People who hold one from the start. */
  readonly holders: number;
  /** Columns of people who then have one, and of those of them who held none. */
  readonly columns: readonly number[];
  readonly newcomers: readonly number[];
}

/** At most so many have a place, or all who held one and nobody else: a column says that others may come. */
function addPlaces(builder: ProgramBuilder, { label, most, holders, columns, newcomers }: Places): void {
  const row = builder.addSideRow({ lower: -Infinity, upper: Math.max(most, holders) }, label);
  for (const column of columns) builder.addEntry(row, column, 1);
  if (holders <= most || newcomers.length === 0) return;
  const open = builder.addColumn({ lower: 0, upper: 1 }, label);
  builder.addEntry(row, open, holders - most);
  const closed = builder.addSideRow({ lower: -Infinity, upper: 0 }, label);
  builder.addEntry(closed, open, 0 - newcomers.length);
  for (const column of newcomers) builder.addEntry(closed, column, 1);
}

function addHeadRows({ builder, market, choices }: Rows): void {
  const group = builder.group({ rule: "appointment.capacity", source: "", subjectKind: "post" });
  const columnsAt: number[][] = market.posts.map(() => []);
  choices.forEach(({ post }, column) => columnsAt[post]?.push(column));
  market.posts.forEach(({ capacity }, post) => {
    const isKeeper = (person: number): boolean => keepsPost(market, person, post);
    const columns = columnsAt[post] as number[];
    const newcomers = columns.filter((column) => !isKeeper((choices[column] as Choice).person));
    const holders = [...market.people.keys()].filter(isKeeper).length;
    addPlaces(builder, { label: { group, subject: post }, most: capacity, holders, columns, newcomers });
  });
}

function addTitleRows({ builder, market, choices }: Rows): void {
  const group = builder.group({ rule: "appointment.titles", source: "", subjectKind: "level" });
  market.titleLimits.forEach((limit, subject) => {
    const { school, posts, taken } = limit;
    const columns = [...choices.keys()].filter((column) => {
      const { person, post } = choices[column] as Choice;
      return isOf(market, person, limit) && schoolWith(market, person, post) === school;
    });
    const isAtHome = (person: number): boolean => personAt(market, person).titleHome === school;
    const newcomers = columns.filter((column) => !isAtHome((choices[column] as Choice).person));
    const holders = [...market.people.keys()].filter(
      (person) => isAtHome(person) && isOf(market, person, limit),
    ).length;
    addPlaces(builder, { label: { group, subject }, most: posts - taken, holders, columns, newcomers });
  });
}
