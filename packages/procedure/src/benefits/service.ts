import type { IsoDate } from "@lungang/core";
import { addMonths, fullYears } from "@lungang/core";
import type { ExchangeRecord, Person } from "@lungang/core";
import { worksAt } from "@lungang/core";
import { fullMonths } from "@lungang/core/plan";
import type { School } from "@lungang/core";
import type { BenefitEntry, Threshold } from "@lungang/core/policy";
import type { BenefitContext } from "./context.ts";
import { NO_EXCHANGE, exchangeOf, homeOf, isRural, personAt, schoolAt, termMonths } from "./context.ts";

const MONTHS = 12;

/** What is known of a number: exact where both ends agree, without an upper end where nobody knows it. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/**
 * Whether a number is reached; unknown where the data do not say.
 *
 * @public
 */
export type ConditionStatus = "met" | "missing" | "unknown";

/** Returns whether a number that is known within a range reaches what is needed. */
export function statusOf({ low, high }: Range, needed: number): ConditionStatus {
  if (low >= needed) return "met";
  return high < needed ? "missing" : "unknown";
}

const exact = (value: number): Range => ({ low: value, high: value });
const atLeast = (low: number): Range => ({ low, high: Infinity });

/** The service of one person as one entry counts it. */
interface Service {
  readonly context: BenefitContext;
  readonly entry: BenefitEntry;
  readonly person: Person;
  readonly home: School | undefined;
  readonly cutoff: IsoDate;
  readonly exchanges: readonly ExchangeRecord[];
  /** The move that the plan adds, as if it had ended well; the first school of a recruit is no exchange. */
  readonly planned?: { readonly to: School; readonly months: number; readonly isExchange: boolean };
}

/**
 * Returns what a person has served at the cut-off, as one entry counts it.
 *
 * @param afterPlan - also counts the exchange that the plan adds, at its end
 */
export function serviceRange(
  threshold: Threshold,
  entry: BenefitEntry,
  {
    context,
    person,
    afterPlan,
  }: { readonly context: BenefitContext; readonly person: number; readonly afterPlan: boolean },
): Range {
  const move = afterPlan ? context.moves.get(person) : undefined;
  const { county } = context.eligibility;
  const to = move === undefined ? undefined : schoolAt(context, county.schoolIndex.get(move.to) ?? -1);
  const { cutoff } = context.eligibility.context;
  const subject = personAt(context, person);
  return READERS[threshold]({
    context,
    entry,
    person: subject,
    home: homeOf(context, person),
    cutoff,
    exchanges: subject.exchanges.filter((record) => countsFor(record, entry, cutoff)).flatMap(inTerm(subject, entry)),
    ...(move === undefined || to === undefined
      ? {}
      : { planned: { to, months: termMonths(move, context), isExchange: exchangeOf(context, person) !== undefined } }),
  });
}

/** A failed exchange is void (SC-08); one that lies too far back or has another form does not count either. */
function countsFor({ pass, form, start, end }: ExchangeRecord, entry: BenefitEntry, cutoff: IsoDate): boolean {
  if (pass === false || NO_EXCHANGE.has(form) || start > cutoff) return false;
  if (entry.forms !== undefined && !entry.forms.includes(form)) return false;
  if (entry.since !== undefined && start < entry.since) return false;
  return entry.withinYears === undefined || end > addMonths(cutoff, -entry.withinYears * MONTHS);
}

/** Cuts exchanges off at the day of the present title where only what lies after it counts. */
function inTerm({ titleSince: since }: Person, { inTitleTerm }: BenefitEntry) {
  return (record: ExchangeRecord): readonly ExchangeRecord[] => {
    if (!inTitleTerm || since === undefined || record.start >= since) return [record];
    return record.end < since ? [] : [{ ...record, start: since }];
  };
}

const READERS: Readonly<Record<Threshold, (service: Service) => Range>> = {
  schools: schoolsWorked,
  ruralYears: (service) => yearsAt(service, service.person.ruralYears, isRural),
  weakYears: (service) => yearsAt(service, service.person.weakYears, isWeak),
  remoteYears: (service) => yearsAt(service, service.person.remoteYears, isRemote),
  ruralOrWeakYears,
  exchangeMonths: (service) =>
    exact(monthsOf(service, () => true) + (service.planned?.isExchange === true ? service.planned.months : 0)),
  exchanges: ({ exchanges, cutoff, planned }) =>
    exact(exchanges.filter(({ end }) => end <= cutoff).length + (planned?.isExchange === true ? 1 : 0)),
};

function isWeak(school: School | undefined): boolean {
  return school?.quality === "weak";
}

function isRemote(school: School | undefined): boolean {
  return school?.area === "remote";
}

/** A school that was worked at before adds nothing. */
function schoolsWorked({ person, planned }: Service): Range {
  const known = new Set([
    person.homeSchool,
    worksAt(person),
    ...person.exchanges.flatMap(({ from, to }) => [from, to]),
  ]);
  known.delete(undefined);
  const more = planned === undefined || known.has(planned.to.id) ? 0 : 1;
  const { schoolsWorked: stated } = person;
  return stated === undefined ? atLeast(known.size + more) : exact(stated + more);
}

/** Years as stated; where nobody stated them, at least those that the record shows. */
function yearsAt(service: Service, stated: number | undefined, is: (school: School | undefined) => boolean): Range {
  const { planned } = service;
  const more = planned !== undefined && is(planned.to) ? Math.floor(planned.months / MONTHS) : 0;
  if (service.entry.inTitleTerm) return yearsInTerm(service, stated, { is, more });
  return stated === undefined ? atLeast(shownYears(service, is) + more) : exact(stated + more);
}

/**
 * Years since the present title was obtained: at least those that the record shows, at most what was stated less the
 * years that the record shows before.
 */
function yearsInTerm(
  service: Service,
  stated: number | undefined,
  { is, more }: { readonly is: (school: School | undefined) => boolean; readonly more: number },
): Range {
  const since = service.person.titleSince;
  const all = service.person.exchanges.filter((record) => countsFor(record, service.entry, service.cutoff));
  const shown = since === undefined ? 0 : shownYears(service, is);
  const before = since === undefined ? 0 : shownYears({ ...service, exchanges: all }, is) - shown;
  const high = stated === undefined ? Infinity : Math.max(shown, stated - before);
  return { low: shown + more, high: high + more };
}

function shownYears(service: Service, is: (school: School | undefined) => boolean): number {
  const { home, person, cutoff } = service;
  const away = Math.floor(monthsOf(service, is) / MONTHS);
  const athome = is(home) && person.exchanges.length === 0 ? fullYears(homeSince(service), cutoff) : 0;
  return Math.max(away, athome);
}

/** Since when the work at the home school counts; far ahead where nobody knows. */
function homeSince({ person: { tenureStart = "9999-12-31", titleSince }, entry }: Service): IsoDate {
  return entry.inTitleTerm && titleSince !== undefined && titleSince > tenureStart ? titleSince : tenureStart;
}

/** A year at a school that is rural and weak counts once: how far the two overlap nobody states. */
function ruralOrWeakYears(service: Service): Range {
  const { planned, ...past } = service;
  const rural = READERS.ruralYears(past);
  const weak = READERS.weakYears(past);
  const more =
    planned !== undefined && (isRural(planned.to) || isWeak(planned.to)) ? Math.floor(planned.months / MONTHS) : 0;
  return { low: Math.max(rural.low, weak.low) + more, high: rural.high + weak.high + more };
}

function monthsOf({ context, exchanges, cutoff }: Service, is: (school: School | undefined) => boolean): number {
  const { schoolIndex } = context.eligibility.county;
  return exchanges
    .filter(({ to }) => is(schoolAt(context, schoolIndex.get(to) ?? -1)))
    .reduce((sum, { start, end }) => sum + fullMonths(start, end < cutoff ? end : cutoff), 0);
}
