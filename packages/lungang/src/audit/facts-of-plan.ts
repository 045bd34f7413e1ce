import type { CardFacts, CardPerson, CardPost, CardSchool } from "@lungang/appointment/card";
import { marketOfPlan } from "@lungang/appointment/card";
import type { Cell, Person, School } from "@lungang/core";
import { NONE, postName } from "@lungang/core";
import { needOf, usesHeadcount } from "@lungang/core/recount";
import type { PlanningCase } from "../case/planning-case.ts";
import type { PlanEnds, PlanLines } from "../case/plan-ends.ts";
import { endsOfPlan } from "../case/plan-ends.ts";
import { groupsOf, metresIn, schoolsIn } from "./groups-of.ts";
import { listsOfPlan } from "./lists-of-plan.ts";
import { rankingsOfPlan } from "./rankings-of-plan.ts";

/**
 * Returns what the report card of a rotation plan is made from: cells are posts, schools wished for are wishes for the posts
 * there that the policy admits, and what ranks people are the points of the rule that puts points first, where there is one.
 */
export function factsOfPlan(planningCase: PlanningCase, plan: PlanLines): CardFacts {
  const ends = endsOfPlan(planningCase, plan);
  const { county } = ends.eligibility;
  const lists = listsOfPlan(ends);
  const rankings = rankingsOfPlan(ends, lists);
  const cellId = (cell: number) => postName(county.cells[cell] as Cell);
  const market = marketOfPlan({
    format: "lungang-market-1",
    posts: postRows(ends),
    ...peopleRows(ends, lists),
    rankings: (rankings ?? []).map(({ cell, people: tiers }) => ({
      post: cellId(cell),
      people: tiers.map((tier) => tier.map((person) => (county.persons[person] as Person).id)),
    })),
  });
  const positions = new Map(market.posts.map(({ id }, at) => [id, at]));
  const position = (cell: number) => (cell === NONE ? NONE : (positions.get(cellId(cell)) as number));
  const people = market.people.map(({ id }) => county.personIndex.get(id) as number);
  const guests = guestsOf(ends, people);
  const cellAt = new Map(ends.posts.map((cell) => [cellId(cell), cell]));
  const heads = headsOf(ends);
  const posts = market.posts.map(({ id }): CardPost => {
    const cell = cellAt.get(id) as number;
    return { heads: needOf(county, heads, cell), fixed: 0, undeclared: 0, guests: guests[cell] ?? [] };
  });
  return {
    market,
    placement: Int32Array.from(people, (at) => position(ends.endOf[at] as number)),
    isRanked: rankings !== undefined,
    people: cardPeople(ends, people, position),
    posts,
    schools: schoolsOf(ends),
  };
}

/** Schools in scope, and those between which people of such schools move. */
function schoolsOf({ eligibility: { county }, posts }: PlanEnds): CardFacts["schools"] {
  const meant = new Set(posts.map((cell) => (county.cells[cell] as Cell).school));
  const facts = schoolsIn(county);
  return new Map([...meant].map((at) => [(county.schools[at] as School).id, facts[at] as CardSchool]));
}

type MarketRows = Parameters<typeof marketOfPlan>[0];

/** Who uses no head takes none from anybody. */
function postRows(ends: PlanEnds): MarketRows["posts"] {
  const { county } = ends.eligibility;
  const beside = new Int32Array(county.cells.length);
  for (const person of ends.taking) {
    const cell = ends.endOf[person] as number;
    if (cell !== NONE && !usesHeadcount(ends.eligibility, person)) beside[cell] = (beside[cell] as number) + 1;
  }
  const heads = headsOf(ends);
  return ends.posts.map((at) => {
    const cell = county.cells[at] as Cell;
    const school = (county.schools[cell.school] as School).id;
    const capacity = needOf(county, heads, at) + (beside[at] as number);
    return { id: postName(cell), school, kind: cell.kind, capacity };
  });
}

/** Returns the heads of every cell after the plan: joined posts need heads where they are. */
function headsOf({ eligibility, endOf }: PlanEnds): Int32Array {
  const heads = new Int32Array(eligibility.county.cells.length);
  endOf.forEach((cell, person) => {
    if (cell !== NONE && usesHeadcount(eligibility, person)) heads[cell] = (heads[cell] as number) + 1;
  });
  return heads;
}

function peopleRows(
  { eligibility: { county }, taking }: PlanEnds,
  lists: readonly (readonly number[])[],
): Pick<MarketRows, "people" | "applications"> {
  const cellId = (cell: number) => postName(county.cells[cell] as Cell);
  const rows = taking.map((at) => {
    const [person, own] = [(county.persons[at] as Person).id, county.cellOf[at] as number];
    return { person, own, wishes: (lists[at] ?? []).map(cellId) };
  });
  return {
    people: rows.map(({ person, own }) => ({ id: person, ...(own === NONE ? {} : { ownPost: cellId(own) }) })),
    applications: rows.flatMap(({ person, wishes }) => (wishes.length === 0 ? [] : [{ person, wishes }])),
  };
}

function cardPeople(
  ends: PlanEnds,
  people: readonly number[],
  position: (cell: number) => number,
): readonly CardPerson[] {
  const { county, decisions } = ends.eligibility;
  const [groups, metres] = [groupsOf(county), metresIn(county)];
  const schoolOf = (cell: number) => county.cells[cell]?.school ?? NONE;
  return people.map((at): CardPerson => {
    const start = county.cellOf[at] as number;
    const [before, after] = [metres(at, schoolOf(start)), metres(at, schoolOf(ends.endOf[at] as number))];
    return {
      start: position(start),
      groups: groups(at),
      ...(before === undefined ? {} : { metresBefore: before }),
      ...(after === undefined ? {} : { metresAfter: after }),
      occupies: usesHeadcount(ends.eligibility, at),
      mustGo: decisions[at]?.standing === "forced",
      returns: ends.returning.has(at),
    };
  });
}

/** Returns who is at every cell as a guest, by positions among the people of the card. */
function guestsOf(ends: PlanEnds, people: readonly number[]): readonly (readonly number[])[] {
  const { county } = ends.eligibility;
  const guests = county.cells.map((): number[] => []);
  people.forEach((person, at) => {
    const cell = ends.endOf[person] as number;
    const school = county.cells[cell]?.school;
    if (school !== undefined && school !== ends.relationOf[person] && usesHeadcount(ends.eligibility, person))
      guests[cell]?.push(at);
  });
  return guests;
}
