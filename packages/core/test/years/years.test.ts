import { createHighsSolver } from "@lungang/solver-highs";
import { afterAll, describe, expect, test } from "vitest";
import { canonicalInstance } from "../../src/index.ts";
import type { YearsRequest } from "../../src/years/plan-years.ts";
import { planYears } from "../../src/years/plan-years.ts";
import { verifyYears } from "../../src/years/verify-years.ts";
import { bestOfEveryYears } from "./every-years.ts";
import { tinyCounty } from "./tiny-county.ts";

/** Plans over years against trying every one, on counties of three schools and five people. */

const solver = createHighsSolver();

afterAll(() => solver.close());

const SEEDS = Array.from({ length: Number(process.env["LUNGANG_CAMPAIGN"] ?? 16) }, (_, index) => index + 1);

async function planned(request: Omit<YearsRequest, "solver">) {
  const outcome = await planYears({ relativeGap: 0, limits: { relativeGap: 0 }, ...request, solver });
  if (outcome.status === "invalid") throw new Error(JSON.stringify(outcome.issues));
  return outcome;
}

describe("planYears", () => {
  test("finds as good a plan of two years as any, and proves it", { timeout: 300_000 }, async () => {
    let starts = 0;
    for (const seed of SEEDS) {
      const ground = { ...tinyCounty(seed), years: 2 };
      const outcome = await planned(ground);
      const best = bestOfEveryYears(ground);
      starts += outcome.years.reduce((sum, { plan }) => sum + plan.moves.length, 0);
      expect([seed, outcome.status, outcome.solvedAgain]).toEqual([seed, "planned", []]);
      expect([seed, outcome.totals.map(({ total }) => total)]).toEqual([seed, best]);
      const levels = outcome.program?.levels ?? [];
      expect([seed, levels.map(({ value }) => value)]).toEqual([seed, best]);
      expect([seed, levels.map(({ dualBound }) => dualBound)]).toEqual([seed, best]);
    }
    expect(starts).toBeGreaterThan(SEEDS.length);
  });

  test("never does worse than year after year, and both are right in every year", { timeout: 300_000 }, async () => {
    let better = 0;
    for (const seed of SEEDS) {
      const ground = { ...tinyCounty(seed), years: 3 };
      const program = await planned(ground);
      const rolling = await planned({ ...ground, method: "rolling" });
      const values = [program, rolling].map(({ totals }) => totals.map(({ total }) => total));
      const at = values[0]?.findIndex((value, level) => value !== values[1]?.[level]) ?? -1;
      if (at >= 0) {
        better++;
        expect([seed, values[0]?.[at]]).toEqual([seed, Math.min(...values.map((totals) => totals[at] as number))]);
      }
      for (const { years } of [program, rolling]) {
        const report = verifyYears(ground, years.map(({ plan }) => plan));
        expect([seed, report.years.map(({ ok }) => ok)]).toEqual([seed, [true, true, true]]);
        expect([seed, report.findings]).toEqual([seed, []]);
      }
    }
    expect(better).toBeGreaterThan(SEEDS.length / 8);
  });

  test("gives the same levels whatever the order of the rows", async () => {
    for (const seed of SEEDS.slice(0, 4)) {
      const { instance, policies } = tinyCounty(seed);
      const turned = canonicalInstance({
        ...instance,
        schools: [...instance.schools].reverse(),
        posts: [...instance.posts].reverse(),
        persons: [...instance.persons].reverse(),
      });
      const [one, other] = [await planned({ instance, policies, years: 3 }), await planned({ instance: turned, policies, years: 3 })];
      expect([seed, other.totals]).toEqual([seed, one.totals]);
      expect(other.years.map(({ plan }) => plan.moves)).toEqual(one.years.map(({ plan }) => plan.moves));
    }
  });

  test("refuses no years and more than six", async () => {
    await expect(planYears({ ...tinyCounty(1), solver, years: 0 })).rejects.toThrow(RangeError);
    await expect(planYears({ ...tinyCounty(1), solver, years: 7 })).rejects.toThrow("1 to 6");
  });

  test("rolls on where one program would be too large, and says so", async () => {
    const outcome = await planned({ ...tinyCounty(3), years: 2, mostColumns: 1 });
    expect(outcome).toMatchObject({ method: "rolling", status: "planned", program: { status: "tooLarge", levels: [] } });
  });
});
