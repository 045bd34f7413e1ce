import type { IsoDate, Person, Post, School } from "@lungang/core";
import { addDays } from "@lungang/core";
import { termAtHome } from "@lungang/core/plan";

/** What a year does to the people of a county. */
export interface YearTurn {
  /** First day of the year that was planned. */
  readonly start: IsoDate;
  /** First day and cut-off of the next year. */
  readonly nextStart: IsoDate;
  readonly nextCutoff: IsoDate;
  /** Months by which an exchange whose goal was missed runs on; 0 where the policy does not extend. */
  readonly extensionMonths: number;
  readonly posts: ReadonlyMap<string, Post>;
  readonly schools: ReadonlyMap<string, School>;
}

/**
 * Who is moved within a term all the same ends it: the new notice takes the place of the old one. A term that was to begin on
 * this very day never did.
 */
export function withoutTerm(person: Person, start: IsoDate): Person {
  const left = termAtHome(person, start);
  if (left === undefined) return person;
  const end = addDays(start, -1);
  const exchanges = person.exchanges.flatMap((entry) =>
    entry === left ? (left.start > end ? [] : [{ ...left, end }]) : [entry],
  );
  return withoutTerm({ ...person, exchanges }, start);
}

/** Returns a person who has the relation at another school: years there and in the office start anew. */
export function arrived(person: Person, school: string, turn: YearTurn): Person {
  const { currentSchool: _left, ...rest } = person;
  return { ...rest, homeSchool: school, tenureStart: turn.start, offices: closedOffices(person, turn) };
}

/** Offices that ran until now end with the day before, at the school where they were held. */
export function closedOffices({ offices, homeSchool }: Person, { start }: YearTurn): Person["offices"] {
  return offices.map((period) => ({
    ...period,
    ...(period.school === undefined && homeSchool !== undefined ? { school: homeSchool } : {}),
    ...(period.end === undefined || period.end >= start ? { end: addDays(start, -1) } : {}),
  }));
}

/** Posts that the instance lists are named; of others school and main subject say which post it is, as far as they can. */
export function atPost(person: Person, post: string, turn: YearTurn): Person {
  const { currentPost: _before, ...rest } = person;
  return turn.posts.has(post) ? { ...rest, currentPost: post } : rest;
}
