import { expect, test } from "vitest";
import { shapeIssues } from "../instance/shape-issues.ts";
import { holidayYearsSchema } from "./holidays.ts";

const YEAR = { year: 2026, source: "s", holidays: [["2026-10-01", "2026-10-07"]], workedWeekends: ["2026-10-10"] };

function told(...years: readonly unknown[]) {
  const read = holidayYearsSchema.safeParse(years);
  return read.success ? [] : shapeIssues(read.error, { data: years });
}

test("a year of holidays may begin in the December before", () => {
  const over = { ...YEAR, holidays: [["2025-12-31", "2026-01-02"]], workedWeekends: ["2025-12-28"] };
  expect(told(YEAR, { ...over, year: 2026 + 1, holidays: ["2027-01-01"], workedWeekends: [] })).toEqual([]);
  expect(told(over)).toEqual([]);
});

test("holidays that contradict themselves are told each at its place, and not counted", () => {
  const wrong = {
    ...YEAR,
    holidays: [["2026-07-24", "2026-07-23"], "2025-01-01", "2026-07-25", "2026-07-24"],
    workedWeekends: ["2026-07-25", "2026-07-22", "2027-01-02"],
  };
  expect(told(wrong).map(({ path, message }) => [path?.join("."), message.zh.replace(/^.*：/u, "")])).toEqual([
    ["0.holidays.0", "末日不能早于首日"],
    ["0.holidays.1", "日期应在所写的年份内（可含上一年12月）"],
    ["0.workedWeekends.0", "同一天不能既放假又上班"],
    ["0.workedWeekends.1", "调休上班的日子应为周六或周日"],
    ["0.workedWeekends.2", "日期应在所写的年份内（可含上一年12月）"],
  ]);
});

test("a year stands once, since the second would take the place of the first", () => {
  expect(told(YEAR, YEAR).map(({ path, message }) => [path, message.zh])).toEqual([
    [[1, "year"], "“1.year”的值不符合要求：同一年份只能写一次，请合并为一项"],
  ]);
});

test("an entry of days that is neither a day nor two is told in words", () => {
  expect(told({ ...YEAR, holidays: [{ from: "2026-07-24" }] }).map(({ message }) => message.zh)).toEqual([
    "“0.holidays.0”的值不符合要求：应为文字（加双引号）或列表",
  ]);
});
