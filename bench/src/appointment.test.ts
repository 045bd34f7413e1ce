import { expect, test } from "vitest";
import { measureMarket, measureWorkbook } from "./appointment.ts";

const SMALL = { schools: 10, postsPerSchool: 4, people: 160, applicants: 80, wishes: 4, heads: 4 };

test("a small market goes through every phase, and people move by every rule", () => {
  const { laps, moved } = measureMarket(SMALL);
  expect(laps.map(({ name }) => name)).toEqual([
    "read",
    ...["acceptance", "trading", "twoSided", "cycles"].flatMap((rule) => [rule, `${rule} checked`]),
  ]);
  for (const count of Object.values(moved)) expect(count).toBeGreaterThan(0);
});

test("the same market by workbook moves as many", async () => {
  const { laps, moved } = await measureWorkbook(SMALL);
  expect(laps.map(({ name }) => name)).toEqual(["read workbook", "decide and tell", "write files", "verify the list"]);
  expect(moved["acceptance"]).toBe(measureMarket(SMALL).moved["acceptance"]);
});
