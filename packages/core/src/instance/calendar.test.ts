import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  WEEKENDS_ONLY,
  addDays,
  addMonths,
  ageOn,
  completedYears,
  daysInMonth,
  fullMonths,
  fullYears,
  isIsoDate,
  isWorkingDay,
  lastDayOfMonths,
  lastOfWorkingDays,
  weekday,
} from "./calendar.ts";
import { retirementDate } from "./retirement.ts";

const MS_PER_DAY = 86_400_000;
const toMs = (date: string) => Date.parse(`${date}T00:00:00Z`);
const yearOf = (date: string) => Number(date.slice(0, 4));

/** Dates from 1900 to 2199, with more than their share of month ends and leap days. */
const anyDate = fc
  .oneof(
    fc.tuple(fc.integer({ min: 1900, max: 2199 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 })),
    fc.tuple(fc.integer({ min: 1900, max: 2199 }), fc.constantFrom(2, 8, 9), fc.constantFrom(1, 28, 29, 30, 31)),
  )
  .map(([year, month, day]) => {
    const inMonth = Math.min(day, daysInMonth(year, month));
    return `${year}-${String(month).padStart(2, "0")}-${String(inMonth).padStart(2, "0")}`;
  });

describe("age at the cut-off by sex (tricky case 1)", () => {
  const CUT_OFF = "2024-08-31";
  const LIMIT = { male: 50, female: 45 };
  const people = [
    { sex: "male", birthDate: "1973-09-01", age: 50, within: true },
    { sex: "male", birthDate: "1973-08-31", age: 51, within: false },
    { sex: "female", birthDate: "1978-09-01", age: 45, within: true },
    { sex: "female", birthDate: "1978-08-31", age: 46, within: false },
  ] as const;

  test.each(people)("$sex born $birthDate is $age: within the limit $within", ({ sex, birthDate, age, within }) => {
    expect(ageOn(birthDate, CUT_OFF)).toBe(age);
    expect(ageOn(birthDate, CUT_OFF) <= LIMIT[sex]).toBe(within);
  });

  test("a difference of years rejects the first and the third", () => {
    const naive = people.map(({ sex, birthDate }) => yearOf(CUT_OFF) - yearOf(birthDate) <= LIMIT[sex]);
    expect(naive).toEqual([false, false, false, false]);
    expect(naive).not.toEqual(people.map(({ within }) => within));
  });

  test("an exclusive limit shifts the boundary by a year", () => {
    const below = (birthDate: string) => ageOn(birthDate, CUT_OFF) < LIMIT.male;
    expect([below("1973-09-01"), below("1974-08-31"), below("1974-09-01")]).toEqual([false, false, true]);
  });
});

describe("six full years (tricky case 2)", () => {
  const [START, CUT_OFF] = ["2018-09-01", "2024-08-31"];

  test("the last day of the period counts", () => {
    expect(fullYears(START, CUT_OFF)).toBe(6);
    expect(fullYears("2018-09-02", CUT_OFF)).toBe(5);
  });

  test("a plain difference of dates gives five", () => {
    const naive = Math.floor((toMs(CUT_OFF) - toMs(START)) / MS_PER_DAY / 365.25);
    expect(naive).toBe(5);
    expect(completedYears(START, CUT_OFF)).toBe(naive);
    expect(naive).not.toBe(fullYears(START, CUT_OFF));
  });
});

describe("five working days of publicity (tricky case 12)", () => {
  const [FIRST_DAY, LAST_DAY] = ["2017-08-25", "2017-08-31"];

  test("from Friday 25 August they end on Thursday 31 August", () => {
    expect(weekday("2017-08-24")).toBe(4);
    expect(lastOfWorkingDays(FIRST_DAY, 5)).toBe(LAST_DAY);
    const worked = ["2017-08-25", "2017-08-28", "2017-08-29", "2017-08-30", "2017-08-31"];
    expect(worked.map((_, index) => lastOfWorkingDays(FIRST_DAY, index + 1))).toEqual(worked);
  });

  test("a publication that ends on the day it starts, or five plain days, is too early", () => {
    expect(FIRST_DAY < lastOfWorkingDays(FIRST_DAY, 5)).toBe(true);
    const naive = addDays(FIRST_DAY, 4);
    expect(naive).toBe("2017-08-29");
    expect(naive < lastOfWorkingDays(FIRST_DAY, 5)).toBe(true);
  });

  test("holidays are left out and worked weekends count", () => {
    const calendar = { holidays: new Set(["2017-08-28"]), workedWeekends: new Set(["2017-08-26"]) };
    expect(lastOfWorkingDays(FIRST_DAY, 3, calendar)).toBe("2017-08-29");
    const both = { holidays: new Set(["2017-08-26"]), workedWeekends: new Set(["2017-08-26"]) };
    expect(isWorkingDay("2017-08-26", both)).toBe(false);
  });

  test("no working days are refused", () => {
    expect(() => lastOfWorkingDays(FIRST_DAY, 0)).toThrow(RangeError);
    expect(() => lastOfWorkingDays(FIRST_DAY, 1.5)).toThrow(RangeError);
  });
});

describe("less than five years to retirement (tricky case 15)", () => {
  const [BORN, ON] = ["1970-08-15", "2025-08-31"];
  const near = (retirement: string) => retirement < addMonths(ON, 60);

  test("by the table in force the man born in August 1970 retires in January 2032 and is not near", () => {
    expect(retirementDate(BORN, "male60")).toBe("2032-01-15");
    expect(near(retirementDate(BORN, "male60"))).toBe(false);
  });

  test("a fixed age of 60 makes him near", () => {
    const naive = addMonths(BORN, 60 * 12);
    expect(naive).toBe("2030-08-15");
    expect(near(naive)).toBe(true);
    expect(naive).not.toBe(retirementDate(BORN, "male60"));
  });
});

describe("isIsoDate", () => {
  test.each(["2024-02-29", "2000-02-29", "0000-02-29", "9999-12-31", "0099-12-31"])("accepts %s", (text) => {
    expect(isIsoDate(text)).toBe(true);
  });

  test.each([
    "2023-02-29",
    "1900-02-29",
    "2024-13-01",
    "2024-00-10",
    "2024-04-31",
    "2024-01-00",
    "2024-01-32",
    "2024-1-1",
    "2024-01-01 ",
    " 2024-01-1",
    "",
    "x",
    "2024/01/01",
    "2024-01/01",
    "20240-1-01",
    "+024-01-01",
    "-024-01-01",
    "2o24-01-01",
    "2024-0:-01",
    "2024-01-1.",
    "2024-01-２１",
    "２０２４-01-01",
  ])("refuses %j", (text) => {
    expect(isIsoDate(text)).toBe(false);
  });

  test("months of all years have the days that the calendar of the language gives them", () => {
    const wrong: string[] = [];
    for (let year = 0; year <= 9999; year++)
      for (let month = 1; month <= 12; month++) {
        const last = new Date(0);
        last.setUTCFullYear(year, month, 0);
        if (daysInMonth(year, month) !== last.getUTCDate()) wrong.push(`${year}-${month}`);
      }
    expect(wrong).toEqual([]);
  });
});

describe("calendar arithmetic", () => {
  test("years below 100 are not taken for the twentieth century", () => {
    expect(addDays("0099-12-31", 1)).toBe("0100-01-01");
    expect(daysInMonth(0, 2)).toBe(29);
  });

  test("an open end of 9999-12-31 counts full years; dates of five-digit years are refused", () => {
    expect(fullYears("2020-01-01", "9999-12-31")).toBe(7980);
    expect(() => addDays("9999-12-31", 1)).toThrow(RangeError);
    expect(() => addMonths("9999-12-31", 1)).toThrow(RangeError);
  });

  test("anything that is no date is refused", () => {
    expect(() => addDays("2023-02-29", 1)).toThrow(RangeError);
    expect(() => ageOn("1970-8-1", "2024-08-31")).toThrow(RangeError);
  });

  test("a birthday on 29 February completes the year on 1 March of a common year", () => {
    expect(completedYears("2004-02-29", "2022-02-28")).toBe(17);
    expect(completedYears("2004-02-29", "2022-03-01")).toBe(18);
    expect(completedYears("2004-02-29", "2024-02-29")).toBe(20);
  });

  test("addDays agrees with milliseconds and can be undone", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
        const later = addDays(date, days);
        expect(toMs(later) - toMs(date)).toBe(days * MS_PER_DAY);
        expect(addDays(later, -days)).toBe(date);
        expect(later > date).toBe(days > 0);
      }),
    );
  });

  test("addMonths keeps the day or takes the last one, and adds up year by year", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -600, max: 600 }), (date, months) => {
        const later = addMonths(date, months);
        expect(isIsoDate(later)).toBe(true);
        const [year, month] = [yearOf(later), Number(later.slice(5, 7))];
        expect(year * 12 + month - (yearOf(date) * 12 + Number(date.slice(5, 7)))).toBe(months);
        expect(Number(later.slice(8))).toBe(Math.min(Number(date.slice(8)), daysInMonth(year, month)));
      }),
    );
  });

  test.each([
    ["2024-09-01", 12, "2025-08-31"],
    ["2024-02-20", 12, "2025-02-19"],
    // A month without the day ends on its last day, and what begins a day earlier ends with it or before.
    ["2024-08-31", 6, "2025-02-28"],
    ["2024-08-30", 6, "2025-02-28"],
    ["2024-08-29", 6, "2025-02-28"],
    ["2024-08-28", 6, "2025-02-27"],
    ["2023-08-31", 6, "2024-02-29"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2024-02-29", 48, "2028-02-28"],
  ])("a term that begins on %s and has %i months ends on %s", (start, months, last) => {
    expect(lastDayOfMonths(start, months)).toBe(last);
  });

  test("lastDayOfMonths is the first day on which so many months are full", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 600 }), (start, months) => {
        const last = lastDayOfMonths(start, months);
        expect([start, months, fullMonths(start, last)]).toEqual([start, months, months]);
        expect([start, months, fullMonths(start, addDays(last, -1))]).toEqual([start, months, months - 1]);
      }),
    );
  });

  test("completedYears counts anniversaries", () => {
    fc.assert(
      fc.property(anyDate, anyDate, (from, to) => {
        const years = completedYears(from, to);
        const anniversary = (count: number) => {
          const date = addMonths(from, 12 * count);
          return date.slice(5) === from.slice(5) ? date : addDays(date, 1);
        };
        const right = to < from ? years === 0 : anniversary(years) <= to && anniversary(years + 1) > to;
        expect([from, to, years, right]).toEqual([from, to, years, true]);
      }),
    );
  });

  test("fullYears is what is completed on the morning after, and never less than a plain difference", () => {
    fc.assert(
      fc.property(anyDate, anyDate, (start, lastDay) => {
        const expected = lastDay < start ? 0 : completedYears(start, addDays(lastDay, 1));
        expect(fullYears(start, lastDay)).toBe(expected);
        expect(fullYears(start, lastDay) - completedYears(start, lastDay)).toBeOneOf([0, 1]);
      }),
    );
  });

  test("lastOfWorkingDays ends on a working day with as many before it", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 40 }), (start, count) => {
        const last = lastOfWorkingDays(start, count);
        let worked = 0;
        for (let date = start; date <= last; date = addDays(date, 1)) if (isWorkingDay(date, WEEKENDS_ONLY)) worked++;
        expect(worked).toBe(count);
        expect(isWorkingDay(last)).toBe(true);
      }),
    );
  });
});
