import type { Decision } from "../eligibility/decision.ts";
import type { DecidedCounty } from "../eligibility/eligibility.ts";
import type { Person } from "../instance/person.ts";
import { NONE } from "../instance/county.ts";
import type { Grouping } from "../subject/rule-subject.ts";
import { WHOLE_COUNTY } from "../subject/rule-subject.ts";
import type { School } from "../instance/school.ts";
import { emptySubject } from "../policy/attributes.ts";
import type { Predicate, Test } from "../policy/predicate.ts";
import { compilePredicate } from "../policy/predicate.ts";
import type { CheckedMove, PlanFacts } from "./facts.ts";

function compiled(predicate: Predicate, { eligibility }: PlanFacts): Test {
  return compilePredicate(predicate, { context: eligibility.context, sets: eligibility.policy.sets });
}

/** Returns a test of moves: person, both schools, post, form and distance; an unknown distance reads as 0. */
export function moveTest(predicate: Predicate, facts: PlanFacts): (move: CheckedMove) => boolean {
  const test = compiled(predicate, facts);
  const { forms } = facts.eligibility.policy;
  const subject = emptySubject();
  return (move) => {
    subject.person = move.person;
    subject.from = move.from;
    subject.to = move.to;
    subject.cell = move.cell;
    subject.form = forms[move.form]?.code;
    subject.relationMoves = forms[move.form]?.relationMoves;
    subject.metres = Math.max(0, move.metres);
    return test(subject);
  };
}

/** Returns a test of people and a school that they work at: the one on plan start where none is named. */
export function personTest(predicate: Predicate, facts: PlanFacts): (person: number, school?: number) => boolean {
  const test = compiled(predicate, facts);
  const subject = emptySubject();
  return (person, school) => {
    subject.person = person;
    subject.from = school ?? facts.eligibility.county.works[person] ?? NONE;
    return test(subject);
  };
}

/** Returns a test of schools by their `school.` attributes. */
export function schoolTest(predicate: Predicate, facts: PlanFacts): (school: number) => boolean {
  const test = compiled(predicate, facts);
  const subject = emptySubject();
  return (school) => {
    subject.school = school;
    return test(subject);
  };
}

/**
 * Returns whether a person is in the headcounts of where the work is done: in post, using headcount (XC-15, tricky case 5),
 * of the county or sent from outside (XR-16); hired hands are not.
 *
 * @public
 */
export function usesHeadcount({ county, decisions }: DecidedCounty, index: number): boolean {
  const { establishment, inPost } = county.persons[index] as Person;
  return establishment !== "temporary" && inPost && (decisions[index] as Decision).occupiesHeadcount;
}

/** Returns the moves that count in quotas and shares. */
export function countedMoves(facts: PlanFacts): readonly CheckedMove[] {
  return facts.moves.filter((move) => move.counted);
}

/** Returns the moves that take a person from one school to another, counted in quotas or not. */
export function movesBetweenSchools(facts: PlanFacts): readonly CheckedMove[] {
  return facts.moves.filter(({ from, to }) => from >= 0 && from !== to);
}

/** Returns the moves that limits of schools and directions speak of: exchanges, in quotas or not, and all that counts. */
export function exchangesOf(facts: PlanFacts): readonly CheckedMove[] {
  return facts.moves.filter((move) => move.counted || (move.from >= 0 && move.from !== move.to));
}

/**
 * Returns whether the person of a move is bound by the total: not a mere volunteer and not a recruit.
 *
 * @public
 */
export function underTotal(facts: PlanFacts, move: CheckedMove): boolean {
  const standing = facts.eligibility.decisions[move.person]?.standing;
  return move.counted && (standing === "due" || standing === "forced" || standing === "pinned");
}

/**
 * Returns the schools in scope by position.
 *
 * @public
 */
export function schoolsInScope({ eligibility }: PlanFacts): readonly number[] {
  const schools: number[] = [];
  eligibility.inScope.forEach((inside, school) => {
    if (inside === 1) schools.push(school);
  });
  return schools;
}

/** Returns the id of a school. */
export function schoolId({ eligibility }: PlanFacts, school: number): string {
  return (eligibility.county.schools[school] as School).id;
}

/** Returns a school as what a number is about. */
export function schoolSubject(facts: PlanFacts, school: number) {
  return { kind: "school", school: schoolId(facts, school) } as const;
}

/**
 * Returns the ids of the groups that the people of a school belong to; empty text for the county. A school in several
 * zones counts in each of them; without a school there is the county alone.
 */
export function groupsOfSchool(by: Grouping, school: School | undefined): readonly string[] {
  if (by === "county") return [WHOLE_COUNTY];
  if (school === undefined) return [];
  if (by === "zone") return school.zones;
  if (by === "alliance") return school.alliances;
  return [by === "school" ? school.id : school.township].filter((id) => id !== undefined);
}
