import type { IsoDate } from "@lungang/core";
import { addDays } from "@lungang/core";
import { hasTerm, lastDayOfMonths, termAtHome } from "@lungang/core/plan";
import type { StatusCode } from "@lungang/core";
import type { ExchangeRecord, Person } from "@lungang/core";
import { worksAt } from "@lungang/core";
import { retirementDate } from "@lungang/core";
import type { Post, School } from "@lungang/core";
import type { PlanMove, PlanReturn } from "@lungang/core/plan";
import { currentExchange } from "@lungang/core/policy";

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

/** Statuses that end by themselves where no end is written: a year later they no longer hold. */
const PASSING: ReadonlySet<StatusCode> = new Set([
  "pregnancy",
  "maternityLeave",
  "lactation",
  "newRecruitThisYear",
  "firstYearMidLevel",
]);

/** Returns a person one year later: what the plan decided, then what time alone changes. */
export function advancePerson(
  person: Person,
  line: { readonly move?: PlanMove | undefined; readonly back?: PlanReturn | undefined },
  turn: YearTurn,
): Person {
  return aYearOlder(placed(person, line, turn), line.move !== undefined, turn);
}

function placed(
  person: Person,
  { move, back }: { readonly move?: PlanMove | undefined; readonly back?: PlanReturn | undefined },
  turn: YearTurn,
): Person {
  if (move !== undefined) {
    const free = move.to === worksAt(person) ? person : withoutTerm(person, turn.start);
    return move.relationMoves ? transferred(free, move, turn) : sentOut(free, move, turn);
  }
  return back === undefined ? extended(person, turn) : returned(person, back, turn);
}

/**
 * Who is moved within a term all the same ends it: the new notice takes the place of the old one. A term that was to begin on
 * this very day never did.
 */
function withoutTerm(person: Person, start: IsoDate): Person {
  const left = termAtHome(person, start);
  if (left === undefined) return person;
  const end = addDays(start, -1);
  const exchanges = person.exchanges.flatMap((entry) =>
    entry === left ? (left.start > end ? [] : [{ ...left, end }]) : [entry],
  );
  return withoutTerm({ ...person, exchanges }, start);
}

/** An exchange keeps the relation at home: a record says where the person is and until when. */
function sentOut(person: Person, move: PlanMove, turn: YearTurn): Person {
  if (move.to === worksAt(person)) return atPost(person, move.post, turn);
  const from = person.homeSchool ?? move.to;
  const record: ExchangeRecord = {
    from,
    to: move.to,
    form: move.form,
    start: move.start,
    end: move.end ?? lastDayOfMonths(move.start, 12),
  };
  const guest = { ...person, currentSchool: move.to, exchanges: [...person.exchanges, record] };
  return atPost({ ...guest, ...(person.homeSchool === undefined ? { homeSchool: move.to } : {}) }, move.post, turn);
}

/** The relation goes with the person: years at the school and in the office start anew, and a record keeps the term. */
function transferred(person: Person, move: PlanMove, turn: YearTurn): Person {
  const { currentSchool: _left, ...rest } = withTerm(person, move);
  const closed = person.offices.map((period) => ({
    ...period,
    ...(period.school === undefined && person.homeSchool !== undefined ? { school: person.homeSchool } : {}),
    ...(period.end === undefined || period.end >= turn.start ? { end: addDays(turn.start, -1) } : {}),
  }));
  const post = turn.posts.get(move.post);
  const arrived = { ...rest, homeSchool: move.to, tenureStart: turn.start, offices: closed };
  return atPost(inOffice(arrived, post, turn), move.post, turn);
}

/** A first school, and a move for good, are no exchange that ends. */
function withTerm(person: Person, { to, form, start, end }: PlanMove): Person {
  const { homeSchool: from, exchanges } = person;
  if (from === undefined || from === to || end === null || !hasTerm({ form })) return person;
  return { ...person, exchanges: [...exchanges, { from, to, form, start, end }] };
}

const LEADERS: ReadonlySet<string> = new Set(["principal", "vicePrincipal"]);

/** A leader who takes a management post goes on in its office; one who takes a teaching post is a teacher (YL-13). */
function inOffice(person: Person, post: Post | undefined, turn: YearTurn): Person {
  if (!LEADERS.has(person.personType)) return person;
  if (post?.kind === "teaching") return { ...person, personType: "teacher" };
  const office = post?.office ?? (person.personType === "principal" ? "principal" : "vicePrincipal");
  const personType = office === "principal" || office === "vicePrincipal" ? office : person.personType;
  return { ...person, personType, offices: [...person.offices, { office, start: turn.start }] };
}

/** Back to the post kept at home, or for good at the host, where the years count from the day of arrival. */
function returned(person: Person, back: PlanReturn, turn: YearTurn): Person {
  const { currentSchool, ...rest } = person;
  const record = currentExchange(person);
  if (!back.settles || currentSchool === undefined) return atPost(rest, back.post, turn);
  const settled = { ...rest, homeSchool: currentSchool, tenureStart: record?.start ?? turn.start };
  return atPost(settled, back.post, turn);
}

/** Posts that the instance lists are named; of others school and main subject say which post it is, as far as they can. */
function atPost(person: Person, post: string, turn: YearTurn): Person {
  const { currentPost: _before, ...rest } = person;
  return turn.posts.has(post) ? { ...rest, currentPost: post } : rest;
}

/** An exchange that is over and whose goal was missed runs on; whether it is met then is not known yet (HL-05). */
function extended(person: Person, { start, extensionMonths }: YearTurn): Person {
  const record = currentExchange(person);
  if (record === undefined || record.end >= start || record.goalMet !== false || extensionMonths === 0) return person;
  const { goalMet: _missed, ...open } = record;
  const longer = { ...open, end: lastDayOfMonths(addDays(record.end, 1), extensionMonths) };
  return { ...person, exchanges: person.exchanges.map((entry) => (entry === record ? longer : entry)) };
}

function aYearOlder(person: Person, moved: boolean, turn: YearTurn): Person {
  const { application, ...rest } = person;
  const leads = person.statuses.some(
    ({ code, from, to }) => code === "featuredLead" && (from ?? "") <= turn.start && (to ?? turn.start) >= turn.start,
  );
  return {
    ...rest,
    ...(application === undefined || moved ? {} : { application }),
    ...(moved ? { named: false } : {}),
    ...counters(person, moved, turn),
    inPost: person.inPost && !isRetired(person, turn),
    leadDeferralYearsUsed: person.leadDeferralYearsUsed + (leads && !moved ? 1 : 0),
    statuses: person.statuses.filter(({ code, to }) => (to === undefined ? !PASSING.has(code) : to >= turn.nextCutoff)),
  };
}

function isRetired({ birthDate, sex, retireCategory }: Person, { nextStart }: YearTurn): boolean {
  const category = retireCategory ?? (sex === "male" ? "male60" : undefined);
  return category !== undefined && retirementDate(birthDate, category) < nextStart;
}

const YEARS = {
  ruralYears: ({ area }: School) => area === "rural" || area === "remote",
  weakYears: ({ quality }: School) => quality === "weak",
  remoteYears: ({ area }: School) => area === "remote",
} as const;

/** Years count where the person worked in the year, over stages and schools (XC-24); unknown counters stay unknown. */
function counters(person: Person, moved: boolean, { schools }: YearTurn): Partial<Person> {
  const counted: Partial<Record<keyof typeof YEARS | "schoolsWorked", number>> = {};
  const school = schools.get(worksAt(person) ?? "");
  for (const name of ["ruralYears", "weakYears", "remoteYears"] as const) {
    const years = person[name];
    if (years !== undefined && school !== undefined && YEARS[name](school)) counted[name] = years + 1;
  }
  if (moved && person.schoolsWorked !== undefined) counted.schoolsWorked = person.schoolsWorked + 1;
  return counted;
}
