import { z } from "zod";
import { weekday } from "../instance/calendar.ts";
import type { IsoDate } from "../instance/calendar.ts";
import { isoDateSchema } from "../instance/scalars.ts";

const dayOffSchema = z.union([isoDateSchema, z.tuple([isoDateSchema, isoDateSchema])]);

/**
 * The public holidays of one year as an authority publishes them; no day is both off and worked.
 *
 * @public
 */
export const holidayYearSchema = z
  .strictObject({
    year: z.int().min(1980).max(2100),
    /** Document that fixes the dates. */
    source: z.string().min(1),
    /** Days off: single days, or first and last day of a period. */
    holidays: z.array(dayOffSchema),
    /** Weekend days that are worked instead (调休). */
    workedWeekends: z.array(isoDateSchema),
  })
  .superRefine(({ year, holidays, workedWeekends }, context) => {
    const complain = (path: (string | number)[], message: string) =>
      context.addIssue({ code: "custom", path, message });
    holidays.forEach((entry, index) => {
      const [first, last] = endsOf(entry);
      if (first > last) complain(["holidays", index], "must end on its first day or later");
      else if (!isOfYear(first, year) || !isOfYear(last, year)) complain(["holidays", index], OTHER_YEAR);
    });
    workedWeekends.forEach((day, index) => {
      const path = ["workedWeekends", index];
      if (!isOfYear(day, year)) complain(path, OTHER_YEAR);
      else if (holidays.some((entry) => isWithin(day, entry))) complain(path, "must not be a day off as well");
      else if (weekday(day) % 6 !== 0) complain(path, "must be a Saturday or a Sunday");
    });
  });

/**
 * Days off and working days of one year, as the State Council announces them.
 *
 * @public
 */
export type HolidayYear = z.infer<typeof holidayYearSchema>;

/** The calendar of a policy: each year once, since the days of one entry would take the place of the other's. */
export const holidayYearsSchema = z.array(holidayYearSchema).superRefine((years, context) => {
  years.forEach(({ year }, index) => {
    if (years.findIndex((other) => other.year === year) === index) return;
    context.addIssue({ code: "custom", path: [index, "year"], message: "must not be a year that stands before" });
  });
});

const OTHER_YEAR = "must lie in its year, or in the December before it";

/** New Year's holiday may begin, or be worked for, in the December before. */
function isOfYear(day: IsoDate, year: number): boolean {
  return day.startsWith(`${year}-`) || day.startsWith(`${year - 1}-12-`);
}

function endsOf(entry: z.infer<typeof dayOffSchema>): readonly [first: IsoDate, last: IsoDate] {
  return typeof entry === "string" ? [entry, entry] : entry;
}

function isWithin(day: IsoDate, entry: z.infer<typeof dayOffSchema>): boolean {
  const [first, last] = endsOf(entry);
  return first <= day && day <= last;
}
