import type { IsoDate, WorkCalendar } from "@lungang/core";
import { addDays } from "@lungang/core";
import type { Issue } from "@lungang/core";
import type { HolidayYear } from "@lungang/core/policy";

/**
 * Holidays of China as the General Office of the State Council published them, year by year.
 *
 * @public
 */
export const CHINA_HOLIDAYS: readonly HolidayYear[] = [
  {
    year: 2017,
    source: "国办发明电〔2016〕17号",
    holidays: [
      ["2017-01-01", "2017-01-02"],
      ["2017-01-27", "2017-02-02"],
      ["2017-04-02", "2017-04-04"],
      "2017-05-01",
      ["2017-05-28", "2017-05-30"],
      ["2017-10-01", "2017-10-08"],
    ],
    workedWeekends: ["2017-01-22", "2017-02-04", "2017-04-01", "2017-05-27", "2017-09-30"],
  },
  {
    year: 2023,
    source: "国办发明电〔2022〕16号",
    holidays: [
      ["2023-01-01", "2023-01-02"],
      ["2023-01-21", "2023-01-27"],
      "2023-04-05",
      ["2023-04-29", "2023-05-03"],
      ["2023-06-22", "2023-06-24"],
      ["2023-09-29", "2023-10-06"],
    ],
    workedWeekends: ["2023-01-28", "2023-01-29", "2023-04-23", "2023-05-06", "2023-06-25", "2023-10-07", "2023-10-08"],
  },
  {
    year: 2024,
    source: "国办发明电〔2023〕7号",
    holidays: [
      "2024-01-01",
      ["2024-02-10", "2024-02-17"],
      ["2024-04-04", "2024-04-06"],
      ["2024-05-01", "2024-05-05"],
      "2024-06-10",
      ["2024-09-15", "2024-09-17"],
      ["2024-10-01", "2024-10-07"],
    ],
    workedWeekends: [
      "2024-02-04",
      "2024-02-18",
      "2024-04-07",
      "2024-04-28",
      "2024-05-11",
      "2024-09-14",
      "2024-09-29",
      "2024-10-12",
    ],
  },
  {
    year: 2025,
    source: "国办发明电〔2024〕12号",
    holidays: [
      "2025-01-01",
      ["2025-01-28", "2025-02-04"],
      ["2025-04-04", "2025-04-06"],
      ["2025-05-01", "2025-05-05"],
      ["2025-05-31", "2025-06-02"],
      ["2025-10-01", "2025-10-08"],
    ],
    workedWeekends: ["2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"],
  },
  {
    year: 2026,
    source: "国务院办公厅关于2026年部分节假日安排的通知（2025年11月4日）",
    holidays: [
      ["2026-01-01", "2026-01-03"],
      ["2026-02-15", "2026-02-23"],
      ["2026-04-04", "2026-04-06"],
      ["2026-05-01", "2026-05-05"],
      ["2026-06-19", "2026-06-21"],
      ["2026-09-25", "2026-09-27"],
      ["2026-10-01", "2026-10-07"],
    ],
    workedWeekends: ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"],
  },
];

/**
 * A calendar that says for which years it knows more than weekends.
 *
 * @public
 */
export interface HolidayCalendar extends WorkCalendar {
  readonly years: ReadonlyMap<number, HolidayYear>;
}

/**
 * Returns the working calendar of China; a year that the authority gives replaces the published one.
 *
 * @param own - years of the authority's own calendar
 * @public
 */
export function chinaCalendar(own: readonly HolidayYear[] = []): HolidayCalendar {
  const years = new Map([...CHINA_HOLIDAYS, ...own].map((entry) => [entry.year, entry]));
  const entries = [...years.values()];
  return {
    years,
    holidays: new Set(entries.flatMap((entry) => entry.holidays.flatMap(daysOf))),
    workedWeekends: new Set(entries.flatMap((entry) => entry.workedWeekends)),
  };
}

function daysOf(entry: HolidayYear["holidays"][number]): readonly IsoDate[] {
  if (typeof entry === "string") return [entry];
  const [first, last] = entry;
  const days: IsoDate[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

/**
 * Returns one warning for every year between two dates whose public holidays are unknown.
 *
 * @public
 */
export function unknownYearIssues(calendar: HolidayCalendar, from: IsoDate, to: IsoDate): readonly Issue[] {
  const issues: Issue[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
    if (!calendar.years.has(year)) issues.push(unknownYear(year));
  }
  return issues;
}

function unknownYear(year: number): Issue {
  return {
    code: "calendar-year-unknown",
    severity: "warning",
    path: ["calendar", "holidays"],
    received: String(year),
    message: {
      zh: `没有${year}年的放假安排，只按周末推算工作日`,
      en: `The public holidays of ${year} are unknown: only weekends are taken as days off`,
    },
    advice: {
      zh: `请在政策的 calendar.holidays 中给出${year}年的放假和调休日期`,
      en: `Give the holidays and worked weekends of ${year} in calendar.holidays of the policy`,
    },
  };
}
