import type { IsoDate } from "../instance/calendar.ts";
import { addDays, ageOn, completedYears, fullMonths, fullYears, lastDayOfMonths } from "../instance/calendar.ts";
import type { Office, StatusCode } from "../instance/codes.ts";
import { hasTerm } from "../instance/exchanges.ts";
import type { ExchangeRecord, Person, PersonStatus } from "../instance/person.ts";
import { retirementDate } from "../instance/retirement.ts";

/** Dates that the calendar of a policy gives for the plan year of an instance. */
export interface PlanDates {
  /** Day on which ages and years are measured. */
  readonly cutoff: IsoDate;
  /** First day of the exchange. */
  readonly start: IsoDate;
}

/** How years at a school are counted. */
export interface TenureRule {
  /** An exchange to another school that has ended starts the count anew. */
  readonly exchangeBreaksTenure: boolean;
}

/**
 * Returns the dates of a plan year from month-day texts such as `08-31`.
 *
 * @public
 */
export function planDates(planYear: number, calendar: { readonly cutoff: string; readonly start: string }): PlanDates {
  return { cutoff: `${planYear}-${calendar.cutoff}`, start: `${planYear}-${calendar.start}` };
}

/** Returns the full years at the home school with the cut-off as last day, or undefined where the start is unknown. */
export function yearsAtSchool(person: Person, cutoff: IsoDate, rule: TenureRule): number | undefined {
  const start = serviceStart(person, cutoff, rule);
  return start === undefined ? undefined : fullYears(start, cutoff);
}

/** Returns the full months at the home school, counted as the years are. */
export function monthsAtSchool(person: Person, cutoff: IsoDate, rule: TenureRule): number | undefined {
  const start = serviceStart(person, cutoff, rule);
  return start === undefined ? undefined : fullMonths(start, cutoff);
}

/** Returns the day from which service at the home school counts. */
function serviceStart(person: Person, cutoff: IsoDate, rule: TenureRule): IsoDate | undefined {
  let start = person.tenureStart;
  if (start === undefined) return undefined;
  if (rule.exchangeBreaksTenure) {
    for (const record of person.exchanges) {
      const back = addDays(record.end, 1);
      if (leftHome(person, record) && record.end <= cutoff && back > start) start = back;
    }
  }
  return start;
}

/** Returns whether an exchange led away from the school that holds the relation now: the one that led there did not. */
export function leftHome({ homeSchool }: Person, { to }: Pick<ExchangeRecord, "to">): boolean {
  return to !== homeSchool;
}

/** Returns the full years since the person was hired with the cut-off as last day, or undefined where the day is unknown. */
export function yearsInService({ hiredOn }: Person, cutoff: IsoDate): number | undefined {
  return hiredOn === undefined ? undefined : fullYears(hiredOn, cutoff);
}

/** Returns the exchanges that ended by the cut-off and were not judged a failure: those that count as served. */
export function exchangesServed({ exchanges }: Person, cutoff: IsoDate): Person["exchanges"] {
  return exchanges.filter(({ end, pass }) => end <= cutoff && pass !== false);
}

/** Returns the full months of the exchanges served, each counted on its own. */
export function exchangeMonths(person: Person, cutoff: IsoDate): number {
  return exchangesServed(person, cutoff).reduce((sum, { start, end }) => sum + fullMonths(start, end), 0);
}

/** Returns the full years in one office at the home school that runs at the cut-off; 0 if it does not run. */
export function yearsInOffice(person: Person, office: Office, cutoff: IsoDate): number {
  const starts = person.offices
    .filter((period) => period.office === office && isAtHome(person, period.school))
    .filter((period) => period.start <= cutoff && (period.end ?? cutoff) >= cutoff)
    .map((period) => period.start);
  return starts.length === 0
    ? 0
    : fullYears(
        starts.reduce((a, b) => (a < b ? a : b)),
        cutoff,
      );
}

const LEADING: readonly Office[] = ["principal", "vicePrincipal"];

/**
 * Returns the full years of continuous service as principal or vice principal at the home school up to the cut-off.
 *
 * A vice principal who became principal without a break keeps counting (YL-03, tricky case 9); a break of more than a
 * month starts the count anew.
 */
export function yearsAsLeader(person: Person, cutoff: IsoDate): number {
  const periods = person.offices
    .filter((period) => LEADING.includes(period.office) && isAtHome(person, period.school) && period.start <= cutoff)
    .map((period) => ({
      start: period.start,
      end: period.end === undefined || period.end > cutoff ? cutoff : period.end,
    }))
    .sort((a, b) => (a.end < b.end ? 1 : a.end > b.end ? -1 : 0));
  let start: IsoDate | undefined;
  for (const period of periods) {
    const reachesTo = addDays(period.end, LONGEST_BREAK_DAYS);
    if (reachesTo < (start ?? cutoff)) break;
    if (start === undefined || period.start < start) start = period.start;
  }
  return start === undefined ? 0 : fullYears(start, cutoff);
}

const LONGEST_BREAK_DAYS = 31;

function isAtHome(person: Person, school: string | undefined): boolean {
  return school === undefined || school === person.homeSchool;
}

const NO_CODES: ReadonlySet<StatusCode> = new Set();

/** Returns the statuses that hold on a date and are approved. */
export function activeStatuses(person: Person, date: IsoDate): readonly PersonStatus[] {
  if (person.statuses.length === 0) return person.statuses;
  return person.statuses.filter(
    (status) => status.approved && (status.from ?? date) <= date && (status.to ?? date) >= date,
  );
}

/**
 * Returns the codes of the active statuses, with those that follow from dates: near retirement is left to the policy
 * through {@link yearsToRetirement}; an unfinished service period counts as `servicePeriod`.
 */
export function activeStatusCodes(person: Person, date: IsoDate): ReadonlySet<StatusCode> {
  const active = activeStatuses(person, date);
  const inService = person.serviceUntil !== undefined && person.serviceUntil >= date;
  if (active.length === 0 && !inService) return NO_CODES;
  const codes = new Set(active.map((status) => status.code));
  return inService ? codes.add("servicePeriod") : codes;
}

/** Returns the completed years from a date to statutory retirement, or undefined where the category is unknown. */
export function yearsToRetirement(person: Person, date: IsoDate): number | undefined {
  const category = person.retireCategory ?? (person.sex === "male" ? "male60" : undefined);
  return category === undefined ? undefined : completedYears(date, retirementDate(person.birthDate, category));
}

/** Returns the completed years to the earliest retirement that the sex allows: what an unknown category may mean. */
export function yearsToEarliestRetirement(person: Person, date: IsoDate): number {
  const known = yearsToRetirement(person, date);
  return known ?? completedYears(date, retirementDate(person.birthDate, "female50"));
}

/** Returns the age in completed years at the cut-off. */
export function ageAtCutoff(person: Person, cutoff: IsoDate): number {
  return ageOn(person.birthDate, cutoff);
}

/**
 * Returns the exchange that is running on plan start, or that has just ended with the person still at the host.
 *
 * @public
 */
export function currentExchange(person: Person) {
  if (person.currentSchool === undefined || person.currentSchool === person.homeSchool) return undefined;
  const toHost = person.exchanges.filter((record) => record.to === person.currentSchool);
  return toHost.reduce<(typeof toHost)[number] | undefined>(
    (last, record) => (last === undefined || record.end > last.end ? record : last),
    undefined,
  );
}

/**
 * Returns the exchange that took the relation along to the school worked at and whose term has not ended on a day; of
 * several the one that ends last (YL-05, DM-02).
 *
 * @public
 */
export function termAtHome(person: Person, date: IsoDate): ExchangeRecord | undefined {
  const { homeSchool, currentSchool = homeSchool, exchanges } = person;
  if (homeSchool === undefined || currentSchool !== homeSchool) return undefined;
  return exchanges
    .filter((record) => record.to === homeSchool && record.end >= date && hasTerm(record))
    .reduce<ExchangeRecord | undefined>(
      (last, record) => (last === undefined || record.end > last.end ? record : last),
      undefined,
    );
}

/**
 * Returns the last day of the exchange that a person is on: that of the record, or later where the goal was missed and the
 * policy extends (HL-05); undefined without a record.
 */
export function lastDayAway(
  person: Person,
  returns: { readonly extendIfGoalMissed: boolean; readonly extensionMonths: number } | undefined,
): IsoDate | undefined {
  const record = currentExchange(person);
  if (record === undefined || returns?.extendIfGoalMissed !== true || record.goalMet !== false) return record?.end;
  return lastDayOfMonths(addDays(record.end, 1), returns.extensionMonths);
}

type ExamRank = Person["examRanks"][number];

/** What a ranking was: as stated, else an exam where its name says so (统考、考试), else a survey. */
function kindOf({ kind, survey }: ExamRank): NonNullable<ExamRank["kind"]> {
  return kind ?? (survey.includes("考") ? "exam" : "survey");
}

/** The rankings of one kind, the latest first. */
function ranksOf({ examRanks }: Person, kind: ExamRank["kind"]): readonly ExamRank[] {
  return examRanks
    .filter((entry) => kindOf(entry) === kind)
    .sort((a, b) => (a.survey < b.survey ? 1 : a.survey > b.survey ? -1 : 0));
}

/** Returns how often in a row, counted from the latest of its kind, the person ranked last (GX-07). */
export function lastRanksInARow(person: Person, kind: NonNullable<ExamRank["kind"]>): number {
  const ranks = ranksOf(person, kind);
  const broken = ranks.findIndex((entry) => entry.rank !== entry.of);
  return broken === -1 ? ranks.length : broken;
}

/** Returns by how many points the latest survey or exam lies below the mean of the district (GX-07), where it was told. */
export function pointsBelowMean(person: Person): number | undefined {
  const gaps = (["survey", "exam"] as const).flatMap((kind) => ranksOf(person, kind)[0]?.gapToMean ?? []);
  return gaps.length === 0 ? undefined : 0 - Math.min(...gaps);
}

/** Returns the highest grade of a hospital that certified a serious illness which is active, if one did (GX-02). */
export function illnessCertificateGrade(person: Person, date: IsoDate): number | undefined {
  const grades = activeStatuses(person, date).flatMap(({ code, certificateGrade }) =>
    code === "seriousIllness" && certificateGrade !== undefined ? [certificateGrade] : [],
  );
  return grades.length === 0 ? undefined : Math.max(...grades);
}

/** Returns whether a person has been in middle management for less than a full year: by status, or by the office. */
export function inFirstYearAsMidLevel(person: Person, cutoff: IsoDate): boolean {
  if (activeStatuses(person, cutoff).some(({ code }) => code === "firstYearMidLevel")) return true;
  const runs = person.offices.some(
    ({ office, start, end, school }) =>
      office === "midLevel" && isAtHome(person, school) && start <= cutoff && (end ?? cutoff) >= cutoff,
  );
  return runs && yearsInOffice(person, "midLevel", cutoff) < 1;
}
