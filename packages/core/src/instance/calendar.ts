/**
 * Arithmetic on calendar dates as `YYYY-MM-DD` strings; no time zone and no clock is involved.
 *
 * Strings of this form compare in calendar order with `<`.
 */

/** A calendar date `YYYY-MM-DD`. */
export type IsoDate = string;

interface Ymd {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTHS_PER_YEAR = 12;
const MS_PER_DAY = 86_400_000;

/** Returns whether the text is a date that exists. */
export function isIsoDate(text: string): boolean {
  const match = PATTERN.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= MONTHS_PER_YEAR && day >= 1 && day <= daysInMonth(year, month);
}

/** Returns the number of days of a month (1 to 12). */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function parts(date: IsoDate): Ymd {
  if (!isIsoDate(date)) throw new RangeError(`Cannot read a date: expected YYYY-MM-DD, current value is "${date}"`);
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

function format({ year, month, day }: Ymd): IsoDate {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Returns the date a number of days later. */
export function addDays(date: IsoDate, days: number): IsoDate {
  const { year, month, day } = parts(date);
  return new Date(Date.UTC(year, month - 1, day) + days * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Returns the date a number of months later; a day that the month lacks becomes its last day. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = parts(date);
  const index = year * MONTHS_PER_YEAR + (month - 1) + months;
  const target = { year: Math.floor(index / MONTHS_PER_YEAR), month: (index % MONTHS_PER_YEAR) + 1 };
  return format({ ...target, day: Math.min(day, daysInMonth(target.year, target.month)) });
}

/**
 * Returns the completed years from one date to another; the anniversary itself completes the year.
 *
 * Someone born on 29 February completes a year on 1 March of a common year. Negative spans give 0.
 */
export function completedYears(from: IsoDate, to: IsoDate): number {
  if (to < from) return 0;
  const [a, b] = [parts(from), parts(to)];
  const before = b.month < a.month || (b.month === a.month && b.day < a.day);
  return b.year - a.year - (before ? 1 : 0);
}

/** Returns the age in completed years (周岁) on a date. */
export function ageOn(birthDate: IsoDate, date: IsoDate): number {
  return completedYears(birthDate, date);
}

/**
 * Returns the full years of a period of service whose last day counts (满N年).
 *
 * From 2018-09-01 to 2024-08-31 are six full years; a plain difference of dates gives five.
 */
export function fullYears(start: IsoDate, lastDay: IsoDate): number {
  return lastDay < start ? 0 : completedYears(start, addDays(lastDay, 1));
}

/** Returns the day of the week, 0 for Sunday. */
export function weekday(date: IsoDate): number {
  const { year, month, day } = parts(date);
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

/** Public holidays on weekdays and weekend days that are worked instead (调休). */
export interface WorkCalendar {
  readonly holidays: ReadonlySet<IsoDate>;
  readonly workedWeekends: ReadonlySet<IsoDate>;
}

/** A calendar with weekends only. */
export const WEEKENDS_ONLY: WorkCalendar = { holidays: new Set(), workedWeekends: new Set() };

/** Returns whether people work on a date. */
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
