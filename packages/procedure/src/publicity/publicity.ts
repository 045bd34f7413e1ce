import type { IsoDate, WorkCalendar } from "@lungang/core";
import { addDays, isWorkingDay, lastOfWorkingDays } from "@lungang/core";
import type { Issue, Text } from "@lungang/core";
import { dateText } from "@lungang/core/plan";
import type { HolidayCalendar } from "./public-holidays.ts";
import { chinaCalendar, unknownYearIssues } from "./public-holidays.ts";

/**
 * Dates that an authority has set for the publicity of a list; each is optional.
 *
 * @public
 */
export interface PublicityDeadlines {
  /** First day of publicity. */
  readonly start?: IsoDate | undefined;
  /** Day on which publicity is to be over. */
  readonly end?: IsoDate | undefined;
  /** Day on which the plan is to be final. */
  readonly final?: IsoDate | undefined;
}

/**
 * What a publicity period is computed from.
 *
 * @public
 */
export interface PublicityRequest {
  /** Day of the decision; publicity begins on the next working day at the earliest. */
  readonly decidedOn: IsoDate;
  /** Working days that the list has to be open to objections. */
  readonly workingDays: number;
  readonly deadlines?: PublicityDeadlines;
  /** @defaultValue the published calendar of China */
  readonly calendar?: HolidayCalendar;
}

/**
 * When a list is public and from when the plan may be final.
 *
 * @public
 */
export interface PublicitySchedule {
  readonly decidedOn: IsoDate;
  readonly start: IsoDate;
  /** The working days that count, in order. */
  readonly days: readonly IsoDate[];
  /** Last day of publicity. */
  readonly end: IsoDate;
  /** Earliest day on which the plan may be final: the end of publicity. */
  readonly earliestFinal: IsoDate;
  /** Last day on which publicity may begin to meet the final deadline; only with such a deadline. */
  readonly latestStart?: IsoDate;
  /** Deadlines that cannot be met are warnings; so are years without known holidays. */
  readonly issues: readonly Issue[];
}

/**
 * Returns the publicity period of a list and which deadlines it can meet.
 *
 * An end that lies before the period could end is read as the day on which the list has to be public: a plan that
 * appoints on 24 August and asks for a published list by the 25th cannot mean that five working days are over by then
 * (YY-03, YY-11, tricky case 12).
 *
 * @throws {RangeError} if `workingDays` is not a positive integer
 * @public
 */
export function publicitySchedule(request: PublicityRequest): PublicitySchedule {
  const { decidedOn, workingDays, deadlines = {}, calendar = chinaCalendar() } = request;
  const soonest = nextWorkingDay(decidedOn, calendar);
  const start = startOf(deadlines, soonest, (from) => lastOfWorkingDays(from, workingDays, calendar));
  const end = lastOfWorkingDays(start, workingDays, calendar);
  const { final } = deadlines;
  const issues = [
    ...missedDeadlines({ ...deadlines, decidedOn }, { soonest, start, end }),
    ...unknownYearIssues(calendar, decidedOn, end),
  ];
  return {
    decidedOn,
    start,
    days: workingDaysBetween(start, end, calendar),
    end,
    earliestFinal: end,
    ...(final === undefined ? {} : { latestStart: firstOfWorkingDays(final, workingDays, calendar) }),
    issues,
  };
}

/**
 * Returns the first working day after a date.
 *
 * @public
 */
export function nextWorkingDay(date: IsoDate, calendar: WorkCalendar): IsoDate {
  return lastOfWorkingDays(addDays(date, 1), 1, calendar);
}

/**
 * Returns the first of `count` working days that end on `last`; `last` itself counts if it is worked.
 *
 * @throws {RangeError} if `count` is not a positive integer
 * @public
 */
export function firstOfWorkingDays(last: IsoDate, count: number, calendar: WorkCalendar): IsoDate {
  if (!Number.isInteger(count) || count < 1) {
    throw new RangeError(`Cannot count working days: count must be a positive integer, current value is ${count}`);
  }
  let date = last;
  for (let left = count; ; date = addDays(date, -1)) {
    if (isWorkingDay(date, calendar)) left--;
    if (left === 0) return date;
  }
}

function startOf({ start, end }: PublicityDeadlines, soonest: IsoDate, endFrom: (start: IsoDate) => IsoDate): IsoDate {
  if (start !== undefined && start > soonest) return start;
  const tooEarly = end !== undefined && end < endFrom(soonest);
  return tooEarly && end > soonest ? end : soonest;
}

function workingDaysBetween(start: IsoDate, end: IsoDate, calendar: WorkCalendar): readonly IsoDate[] {
  const days: IsoDate[] = [];
  for (let day = start; day <= end; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) days.push(day);
  return days;
}

type Period = { readonly soonest: IsoDate; readonly start: IsoDate; readonly end: IsoDate };

function missedDeadlines(
  { start, end, final }: PublicityDeadlines & { readonly decidedOn: IsoDate },
  period: Period,
): readonly Issue[] {
  const missed: Issue[] = [];
  if (start !== undefined && start < period.soonest) missed.push(deadlineIssue("start", start, period.soonest));
  if (end !== undefined && end < period.end) missed.push(deadlineIssue("end", end, period.end));
  if (final !== undefined && final < period.end) missed.push(deadlineIssue("final", final, period.end));
  return missed;
}

const WHAT: Readonly<Record<keyof PublicityDeadlines, Text>> = {
  start: { zh: "开始公示", en: "Publicity cannot begin" },
  end: { zh: "公示结束", en: "Publicity cannot end" },
  final: { zh: "方案定稿", en: "The plan cannot be final" },
};

function deadlineIssue(which: keyof PublicityDeadlines, given: IsoDate, earliest: IsoDate): Issue {
  const what = WHAT[which];
  return {
    code: "deadline-cannot-be-met",
    severity: "warning",
    path: ["calendar", "deadlines", which],
    received: given,
    expected: earliest,
    message: {
      zh: `${what.zh}不可能在${dateText(given).zh}，最早为${dateText(earliest).zh}`,
      en: `${what.en} on ${given}: the earliest day is ${earliest}`,
    },
    advice: {
      zh: `请把期限改到${dateText(earliest).zh}，或提前作出决定`,
      en: `Move the deadline to ${earliest}, or decide earlier`,
    },
  };
}
