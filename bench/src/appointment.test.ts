import { expect, test } from "vitest";
import { measureMarket, measureWorkbook } from "./appointment.ts";
import { measureJoined } from "./joined.ts";

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

test("a small county goes through rotation and every round, with both ledgers kept", async () => {
  const { laps, rotated, moved } = await measureJoined({ schools: 8, people: 220, applicants: 120 });
  expect(laps.map(({ name }) => name)).toEqual([
    "plan and verify",
    "read workbook",
    "decide rounds and tell",
    "write files",
    "verify the list",
    "report card",
  ]);
  expect([rotated > 0, moved > 0]).toEqual([true, true]);
});
