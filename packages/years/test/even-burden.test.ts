import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, describe, expect, test } from "vitest";
import { planYears } from "../src/plan-years.ts";
import { verifyYears } from "../src/verify-years.ts";
import { countyOf, form, policyOf, post, rule, school, teacher } from "../../core/test/small-county.ts";

/** Schools bear their parts over the years: three posts to fill, one a year, and the people of one school live nearer. */

const solver = createHighsSolver();

afterAll(() => solver.close());

const NEAR = { latitude: 34, longitude: 109 };
const FAR = { latitude: 34.2, longitude: 109 };

const instance = countyOf({
  schools: ["A", "B", "C"].map((id) => school({ id, coordinates: id === "B" ? FAR : NEAR })),
  posts: [post("A", 0), post("B", 0), post("C", 3)],
  persons: ["A", "B"].flatMap((homeSchool) =>
    [1, 2, 3].map((k) => teacher({ id: `${homeSchool}${k}`, homeSchool, residence: homeSchool === "A" ? NEAR : FAR })),
  ),
});

function policy(levels: readonly string[], bounds: readonly object[] = [rule("total", { max: 1 })]) {
  return policyOf({
    forms: [form("rotation", { relationMoves: true })],
    rules: [rule("postBalance", { level: "gaps", growth: "free" }), ...bounds, rule("nearness", { level: "near" })],
    levels: [...levels],
  });
}

async function planned(levels: readonly string[], bounds?: readonly object[]) {
  const ground = { instance, policies: [policy(levels, bounds)], years: 3 };
  const outcome = await planYears({ ...ground, solver, relativeGap: 0 });
  if (outcome.status !== "planned") throw new Error(outcome.status);
  const report = verifyYears(
    { ...ground, policies: outcome.years.map((year) => year.policy) },
    outcome.years.map(({ plan }) => plan),
  );
  return { outcome, report };
}

describe("equal burden over the years", () => {
  test("no school sends more than its part where that costs no earlier level", async () => {
    const { outcome, report } = await planned(["gaps", "evenBurden", "near"]);
    expect(report.ok).toBe(true);
    // Three moves over three years, and either school has half of the people who are due.
    expect(report.burden).toEqual([
      { school: "A", sent: 2, part: 2 },
      { school: "B", sent: 1, part: 2 },
      { school: "C", sent: 0, part: 0 },
    ]);
    expect(outcome.totals.find(({ name }) => name === "evenBurden")?.total).toBe(0);
  });

  test("without the level the nearer school sends everybody, and the report says so", async () => {
    const { report } = await planned(["gaps", "near"]);
    expect(report.burden.map(({ sent, part }) => [sent, part])).toEqual([
      [3, 2],
      [0, 2],
      [0, 0],
    ]);
  });

  test("what is beyond the parts is counted by the program and recounted from the plans", async () => {
    const { outcome } = await planned(["gaps", "near", "evenBurden"]);
    const found = outcome.program?.levels.find(({ name }) => name === "evenBurden");
    expect([found?.value, found?.dualBound]).toEqual([1, 1]);
    expect(outcome.totals.find(({ name }) => name === "evenBurden")).toMatchObject({ years: [0, 0, 1], total: 1 });
  });

  test("without a bound on the totals the part of a school is all its due years, and nothing is beyond it", async () => {
    const { outcome, report } = await planned(["gaps", "evenBurden", "near"], [rule("total", { min: 1 })]);
    expect(report.burden.map(({ school: id, part }) => [id, part])).toEqual([
      ["A", 9],
      ["B", 9],
      ["C", 0],
    ]);
    const found = outcome.program?.levels.find(({ name }) => name === "evenBurden");
    expect([outcome.totals.find(({ name }) => name === "evenBurden")?.total, found?.value]).toEqual([0, 0]);
  });
});
