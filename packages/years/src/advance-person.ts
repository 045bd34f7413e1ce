import { addDays } from "@lungang/core";
import { hasTerm, lastDayOfMonths } from "@lungang/core/plan";
import type { StatusCode } from "@lungang/core";
import type { ExchangeRecord, Person } from "@lungang/core";
import { worksAt } from "@lungang/core";
import { retirementDate } from "@lungang/core";
import type { Post, School } from "@lungang/core";
import type { PlanMove, PlanReturn } from "@lungang/core/plan";
import { currentExchange } from "@lungang/core/policy";
import type { GainedPost } from "./appointed.ts";
import { appointed } from "./appointed.ts";
import type { YearTurn } from "./arriving.ts";
import { arrived, atPost, withoutTerm } from "./arriving.ts";

/** Statuses that end by themselves where no end is written: a year later they no longer hold. */
const PASSING: ReadonlySet<StatusCode> = new Set([
  "pregnancy",
  "maternityLeave",
  "lactation",
  "newRecruitThisYear",
  "firstYearMidLevel",
]);

/** What was decided about a person, each undefined where it says nothing. */
interface Decided {
  readonly move: PlanMove | undefined;
  readonly back: PlanReturn | undefined;
  /** Post of a competition. */
  readonly gained: GainedPost | undefined;
}

/** Returns a person one year later: what plan and competition decided, then what time alone changes. */
export function advancePerson(person: Person, { move, back, gained }: Decided, turn: YearTurn): Person {
  const planned = placed(person, { move, back }, turn);
  if (gained === undefined) return aYearOlder(planned, move !== undefined, turn);
  return aYearOlder(appointed(planned, gained, turn), move !== undefined || worksAt(planned) !== gained.school, turn);
}

function placed(person: Person, { move, back }: Omit<Decided, "gained">, turn: YearTurn): Person {
  if (move !== undefined) {
    const free = move.to === worksAt(person) ? person : withoutTerm(person, turn.start);
    return move.relationMoves ? transferred(free, move, turn) : sentOut(free, move, turn);
  }
  return back === undefined ? extended(person, turn) : returned(person, back, turn);
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
  const post = turn.posts.get(move.post);
  return atPost(inOffice(arrived(withTerm(person, move), move.to, turn), post, turn), move.post, turn);
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
