import { afterAll, describe, expect, test } from "vitest";
import { createHighsSolver } from "@lungang/solver-highs";
import { measure } from "./measure.ts";
import { SCENARIOS } from "./scenarios.ts";
import { median, tableOf } from "./table.ts";

const solver = createHighsSolver();
afterAll(() => solver.close());

describe("every scenario with 20 schools", () => {
  test.each(SCENARIOS.filter(({ sizes }) => sizes !== undefined))("$name", async (scenario) => {
    const measured = await measure(scenario.build({ schools: 20, seed: "smoke" }), solver, 100);
    expect(measured.size.people).toBe(800);
    expect(measured.moves).toBeGreaterThan(0);
    const names = measured.laps.map(({ name }) => name);
    expect(names.slice(0, 4)).toEqual(["load", "eligibility", "moves", "formulation"]);
    expect(names.slice(-3)).toEqual(["decode", "figures", "verify"]);
    expect(measured.levels.length).toBe(9);
  });
});

test("median takes the middle or the mean of two", () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
});

test("tableOf says which runs do not count and why", () => {
  const choice = { scenario: "s", schools: 20, seed: "7", solver: "highs", timeSeconds: 1 };
  const table = tableOf([{ choice, failed: "not proven" }]);
  expect(table).toContain("s 20 (highs): 0 of 1 runs count");
  expect(table).toContain("seed 7: not proven");
});
