/**
 * Arithmetic on calendar dates as `YYYY-MM-DD` strings; no time zone and no clock is involved.
 *
 * Strings of this form compare in calendar order with `<`.
 */

/**
 * A calendar date `YYYY-MM-DD`.
 *
 * @public
 */
export type IsoDate = string;

interface Ymd {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MONTHS_PER_YEAR = 12;
const LAST_YEAR = 9999;

/**
 * Returns whether the text is a date that exists.
 *
 * @public
 */
export function isIsoDate(text: string): boolean {
  return read(text) !== undefined;
}

const LENGTH = "YYYY-MM-DD".length;
const MINUS = 0x2d;
const ZERO = 0x30;

/** Reads a date digit by digit: a county has ten dates a person, and all are read again and again. */
function read(text: string): Ymd | undefined {
  if (text.length !== LENGTH || text.charCodeAt(4) !== MINUS || text.charCodeAt(7) !== MINUS) return undefined;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  const exists = year >= 0 && month >= 1 && month <= MONTHS_PER_YEAR && day >= 1 && day <= daysInMonth(year, month);
  return exists ? { year, month, day } : undefined;
}

/** Returns the number that some digits of a text make, or -1 if one of them is none. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    value = 10 * value + digit;
  }
  return value;
}

/** A year without 29 February: what exists in it exists in every year. */
const COMMON_YEAR = 2023;

/** Returns whether the text is a month and day such as `08-31` that exists in every year. */
export function isMonthDay(text: string): boolean {
  return isIsoDate(`${COMMON_YEAR}-${text}`);
}

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const FEBRUARY = 2;

/** Returns the number of days of a month (1 to 12). */
export function daysInMonth(year: number, month: number): number {
  if (month === FEBRUARY && isLeapYear(year)) return 29;
  return DAYS_IN_MONTH[month - 1] as number;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** The date object of a day; `Date.UTC` would take the years 0 to 99 as 1900 to 1999. */
function dayInEra({ year, month, day }: Ymd): Date {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date;
}

function parts(date: IsoDate): Ymd {
  const found = read(date);
  if (found === undefined) throw new RangeError(`Cannot read a date: expected YYYY-MM-DD, current value is "${date}"`);
  return found;
}

function format({ year, month, day }: Ymd): IsoDate {
  if (year < 0 || year > LAST_YEAR)
    throw new RangeError(`Cannot write a date of the year ${year}: it needs four digits`);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/**
 * Returns the date a number of days later.
 *
 * @throws {RangeError} if the result lies after the year 9999 or before the year 0
 * @public
 */
export function addDays(date: IsoDate, days: number): IsoDate {
  const { year, month, day } = parts(date);
  const sum = dayInEra({ year, month, day: day + days });
  return format({ year: sum.getUTCFullYear(), month: sum.getUTCMonth() + 1, day: sum.getUTCDate() });
}

/**
 * Returns the date a number of months later; a day that the month lacks becomes its last day.
 *
 * @throws {RangeError} if the result lies after the year 9999 or before the year 0
 * @public
 */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = parts(date);
  const index = year * MONTHS_PER_YEAR + (month - 1) + months;
  const target = { year: Math.floor(index / MONTHS_PER_YEAR), month: (index % MONTHS_PER_YEAR) + 1 };
  return format({ ...target, day: Math.min(day, daysInMonth(target.year, target.month)) });
}

/**
 * Returns the last day of a period of full months: three years from 1 September end on 31 August. Where the last month has no
 * such day, as February after 31 August, its last day is the last one (民法典 art. 202). {@link fullMonths} of the period are
 * these months.
 *
 * @throws {RangeError} if the result lies after the year 9999 or before the year 0
 * @public
 */
export function lastDayOfMonths(start: IsoDate, months: number): IsoDate {
  const end = addMonths(start, months);
  return parts(end).day < parts(start).day ? end : addDays(end, -1);
}

/**
 * Returns the completed years from one date to another; the anniversary itself completes the year.
 *
 * Someone born on 29 February completes a year on 1 March of a common year. Negative spans give 0.
 */
export function completedYears(from: IsoDate, to: IsoDate): number {
  return to < from ? 0 : yearsBetween(parts(from), parts(to));
}

function yearsBetween(a: Ymd, b: Ymd): number {
  return Math.floor(monthsBetween(a, b) / MONTHS_PER_YEAR);
}

/** Months that are completed; a span of a common year that begins on 29 February is completed on 1 March. */
function monthsBetween(a: Ymd, b: Ymd): number {
  return (b.year - a.year) * MONTHS_PER_YEAR + b.month - a.month - (b.day < a.day ? 1 : 0);
}

/**
 * Returns the age in completed years (周岁) on a date.
 *
 * @public
 */
export function ageOn(birthDate: IsoDate, date: IsoDate): number {
  return completedYears(birthDate, date);
}

/**
 * Returns the full years of a period of service whose last day counts (满N年).
 *
 * From 2018-09-01 to 2024-08-31 are six full years; a plain difference of dates gives five.
 *
 * @public
 */
export function fullYears(start: IsoDate, lastDay: IsoDate): number {
  if (lastDay < start) return 0;
  return yearsBetween(parts(start), dayAfter(parts(lastDay)));
}

/**
 * Returns the full months of a period whose last day counts: from 1 September to 31 August are twelve.
 *
 * @public
 */
export function fullMonths(start: IsoDate, lastDay: IsoDate): number {
  if (lastDay < start) return 0;
  return monthsBetween(parts(start), dayAfter(parts(lastDay)));
}

/** The next day as numbers, which unlike a text may lie in the year 10000: an open end is often written 9999-12-31. */
function dayAfter({ year, month, day }: Ymd): Ymd {
  if (day < daysInMonth(year, month)) return { year, month, day: day + 1 };
  return month < MONTHS_PER_YEAR ? { year, month: month + 1, day: 1 } : { year: year + 1, month: 1, day: 1 };
}

/**
 * Returns the day of the week, 0 for Sunday.
 *
 * @public
 */
export function weekday(date: IsoDate): number {
  const { year, month, day } = parts(date);
  return dayInEra({ year, month, day }).getUTCDay();
}

/**
 * Public holidays on weekdays and weekend days that are worked instead (调休).
 *
 * @public
 */
export interface WorkCalendar {
  readonly holidays: ReadonlySet<IsoDate>;
  readonly workedWeekends: ReadonlySet<IsoDate>;
}

/**
 * A calendar with weekends only.
 *
 * @public
 */
export const WEEKENDS_ONLY: WorkCalendar = { holidays: new Set(), workedWeekends: new Set() };

/**
 * Returns whether people work on a date.
 *
 * @public
 */
export function isWorkingDay(date: IsoDate, calendar: WorkCalendar = WEEKENDS_ONLY): boolean {
  if (calendar.holidays.has(date)) return false;
  if (calendar.workedWeekends.has(date)) return true;
  const day = weekday(date);
  return day !== 0 && day !== 6;
}

/**
 * Returns the last of `count` working days counted from `start`; `start` itself counts if it is worked.
 *
 * @throws {RangeError} if `count` is not a positive integer
 * @public
 */
export function lastOfWorkingDays(start: IsoDate, count: number, calendar: WorkCalendar = WEEKENDS_ONLY): IsoDate {
  if (!Number.isInteger(count) || count < 1) {
    throw new RangeError(`Cannot count working days: count must be a positive integer, current value is ${count}`);
  }
  let date = start;
  for (let left = count; ; date = addDays(date, 1)) {
    if (isWorkingDay(date, calendar)) left--;
    if (left === 0) return date;
  }
}
