import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, isWorkingDay, lastOfWorkingDays, weekday } from "@lungang/core";
import { CHINA_HOLIDAYS, chinaCalendar } from "./public-holidays.ts";
import { firstOfWorkingDays, nextWorkingDay, publicitySchedule } from "./publicity.ts";

const china = chinaCalendar();

describe("chinaCalendar()", () => {
  it.each(CHINA_HOLIDAYS)("moves weekend days and no others in $year", ({ year, workedWeekends }) => {
    expect(workedWeekends.filter((day) => ![0, 6].includes(weekday(day)))).toEqual([]);
    expect(workedWeekends.filter((day) => china.holidays.has(day))).toEqual([]);
    const days = [...china.holidays, ...workedWeekends].filter((day) => day.startsWith(String(year)));
    expect(days.length).toBeGreaterThan(15);
  });

  it.each([
    // The statutory days off and a five-day week give these working days; 2025 has two days off more.
    [2017, 249],
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])("leaves in %i the working days that the statutory days off leave", (year, expected) => {
    let count = 0;
    for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1))
      if (isWorkingDay(day, china)) count++;
    expect(count).toBe(expected);
  });

  it("takes the calendar of the authority for its year", () => {
    const own = chinaCalendar([{ year: 2024, source: "县政府", holidays: ["2024-08-30"], workedWeekends: [] }]);
    expect(isWorkingDay("2024-08-30", own)).toBe(false);
    expect(isWorkingDay("2024-10-01", own)).toBe(true);
    expect(isWorkingDay("2023-10-02", own)).toBe(false);
  });
});

describe("publicitySchedule()", () => {
  it("ends on 31 August for the appointment of Thursday 24 August 2017 (tricky case 12)", () => {
    const schedule = publicitySchedule({ decidedOn: "2017-08-24", workingDays: 5, deadlines: { end: "2017-08-25" } });
    expect(schedule).toMatchObject({
      start: "2017-08-25",
      days: ["2017-08-25", "2017-08-28", "2017-08-29", "2017-08-30", "2017-08-31"],
      end: "2017-08-31",
      earliestFinal: "2017-08-31",
    });
    expect(schedule.issues).toMatchObject([
      { code: "deadline-cannot-be-met", severity: "warning", received: "2017-08-25", expected: "2017-08-31" },
    ]);
  });

  it("does not count calendar days, nor the day of the decision", () => {
    const { end } = publicitySchedule({ decidedOn: "2017-08-24", workingDays: 5 });
    expect(end).not.toBe("2017-08-29");
    expect(end).not.toBe("2017-08-30");
  });

  it("skips the National Day week and counts worked weekends", () => {
    // Sunday 29 September 2024 is worked, 1 to 7 October are off, Saturday 12 October is worked.
    expect(publicitySchedule({ decidedOn: "2024-09-27", workingDays: 5 })).toMatchObject({
      days: ["2024-09-29", "2024-09-30", "2024-10-08", "2024-10-09", "2024-10-10"],
      issues: [],
    });
  });

  it("keeps deadlines that can be met, and says when publicity has to begin", () => {
    const deadlines = { start: "2024-08-12", end: "2024-08-23", final: "2024-08-26" };
    const schedule = publicitySchedule({ decidedOn: "2024-08-01", workingDays: 5, deadlines });
    expect(schedule).toMatchObject({ start: "2024-08-12", end: "2024-08-16", latestStart: "2024-08-20", issues: [] });
  });

  it("reports each deadline that cannot be met with the earliest day", () => {
    const deadlines = { start: "2024-08-23", final: "2024-08-28" };
    const { issues } = publicitySchedule({ decidedOn: "2024-08-23", workingDays: 5, deadlines });
    expect(issues).toMatchObject([
      { path: ["calendar", "deadlines", "start"], expected: "2024-08-26" },
      { path: ["calendar", "deadlines", "final"], expected: "2024-08-30" },
    ]);
  });

  it("warns of years whose holidays nobody gave, once each", () => {
    const { issues } = publicitySchedule({ decidedOn: "2021-12-30", workingDays: 3 });
    expect(issues).toMatchObject([
      { code: "calendar-year-unknown", severity: "warning", received: "2021" },
      { code: "calendar-year-unknown", severity: "warning", received: "2022" },
    ]);
  });

  it("refuses less than one day", () => {
    expect(() => publicitySchedule({ decidedOn: "2024-08-23", workingDays: 0 })).toThrow(RangeError);
  });
});

const date = fc.integer({ min: 0, max: 365 * 14 }).map((days) => addDays("2016-01-01", days));

describe("working days", () => {
  it("count from the front as from the back", () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 40 }), (start, count) => {
        const first = lastOfWorkingDays(start, 1, china);
        const last = lastOfWorkingDays(start, count, china);
        expect(firstOfWorkingDays(last, count, china)).toBe(first);
        expect(isWorkingDay(last, china)).toBe(true);
      }),
    );
  });

  it("add up: n days and then m days are n + m days", () => {
    const counts = fc.integer({ min: 1, max: 20 });
    fc.assert(
      fc.property(date, counts, counts, (start, n, m) => {
        const middle = lastOfWorkingDays(start, n, china);
        expect(lastOfWorkingDays(nextWorkingDay(middle, china), m, china)).toBe(lastOfWorkingDays(start, n + m, china));
      }),
    );
  });

  it("give a period of exactly as many worked days, after the decision", () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 20 }), (decidedOn, workingDays) => {
        const { days, start, end, earliestFinal } = publicitySchedule({ decidedOn, workingDays });
        expect(days).toHaveLength(workingDays);
        expect(days.every((day) => isWorkingDay(day, china) && day > decidedOn)).toBe(true);
        expect([days[0], days.at(-1), earliestFinal]).toEqual([start, end, end]);
      }),
    );
  });

  it("never end earlier when a deadline is added", () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 30 }), (decidedOn, later) => {
        const plain = publicitySchedule({ decidedOn, workingDays: 5 });
        const bound = publicitySchedule({ decidedOn, workingDays: 5, deadlines: { end: addDays(decidedOn, later) } });
        expect(bound.end >= plain.end).toBe(true);
      }),
    );
  });
});
