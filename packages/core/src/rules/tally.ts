import type { Cell } from "../instance/cells.ts";
import { NONE } from "../instance/county.ts";
import type { Text } from "../instance/issue.ts";
import type { School } from "../instance/school.ts";
import { words } from "../instance/vocabulary.ts";
import { emptySubject } from "../policy/attributes.ts";
import type { Predicate, Test } from "../policy/predicate.ts";
import { compilePredicate } from "../policy/predicate.ts";
import type { CheckedMove, PlanFacts } from "./check-types.ts";

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

/** Returns a test of people and the school that they work at. */
export function personTest(predicate: Predicate, facts: PlanFacts): (person: number) => boolean {
  const test = compiled(predicate, facts);
  const subject = emptySubject();
  return (person) => {
    subject.person = person;
    subject.from = facts.eligibility.county.works[person] ?? NONE;
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

/** Returns the moves that count in quotas and shares. */
export function countedMoves(facts: PlanFacts): readonly CheckedMove[] {
  return facts.moves.filter((move) => move.counted);
}

/** Returns whether the person of a move is bound by the total: not a mere volunteer and not a recruit. */
export function underTotal(facts: PlanFacts, move: CheckedMove): boolean {
  const standing = facts.eligibility.decisions[move.person]?.standing;
  return move.counted && (standing === "due" || standing === "forced" || standing === "pinned");
}

/** Returns the schools in scope by position. */
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

/** Returns how readers call a school: name and id. */
export function schoolLabel({ eligibility }: PlanFacts, school: number): string {
  const { id, name } = eligibility.county.schools[school] as School;
  return name === "" || name === id ? id : `${name} (${id})`;
}

/** Returns how readers call a post: its school, then stage and subject, or the office, or the kind. */
export function postLabel(facts: PlanFacts, { school, kind, stage, subject, office }: Cell): Text {
  const at = schoolLabel(facts, school);
  const level = stage === undefined ? { zh: "", en: "" } : words.stage[stage];
  const name =
    office === undefined
      ? subject === undefined
        ? words.postKind[kind]
        : { zh: `${level.zh}${subject}`, en: `${level.en} ${subject}`.trim() }
      : words.office[office];
  return { zh: `${at}${name.zh}`, en: `${name.en} at ${at}` };
}

/** Returns the id of the county: subject of what no smaller part is to blame for. */
export function countyId({ eligibility }: PlanFacts): string {
  return eligibility.county.instance.county.id;
}
