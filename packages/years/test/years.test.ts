import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, describe, expect, test } from "vitest";
import { canonicalInstance } from "@lungang/core";
import type { Solver } from "@lungang/program";
import { rollingLoss } from "../src/rolling-loss.ts";
import type { YearsRequest } from "../src/plan-years.ts";
import { planYears } from "../src/plan-years.ts";
import { verifyYears } from "../src/verify-years.ts";
import type { PlannedYear } from "../src/rolling.ts";
import type { ReplanYearsOutcome } from "../src/replan-years.ts";
import { replanYears } from "../src/replan-years.ts";
import { bestOfEveryYears, bestYears } from "./every-years.ts";
import { tinyCounty } from "./tiny-county.ts";
import { cases } from "../../../scripts/campaign-size.ts";

/** Plans over years against trying every one, on counties of three schools and five people. */

const solver = createHighsSolver();

/** Trying every plan takes up to half a minute, and on a busy machine several times that. */
const PATIENT = { timeout: 300_000 };

afterAll(() => solver.close());

const SEEDS = Array.from({ length: cases(5) }, (_, index) => index + 1);
/** Where every plan of two years is tried. */
const TRIED = SEEDS.slice(-cases(2));

/** The best values of two years, found by trying every plan once. */
const found = new Map<number, readonly number[] | undefined>();

function bestOfTwoYears(seed: number): readonly number[] | undefined {
  if (!found.has(seed)) found.set(seed, bestOfEveryYears({ ...tinyCounty(seed), years: 2 }));
  return found.get(seed);
}

async function planned(request: Omit<YearsRequest, "solver">) {
  const outcome = await planYears({ relativeGap: 0, limits: { relativeGap: 0 }, ...request, solver });
  if (outcome.status === "invalid") throw new Error(JSON.stringify(outcome.issues));
  return outcome;
}

/** Year and post of everybody who starts. */
function startsOf(years: readonly PlannedYear[]): ReadonlyMap<string, string> {
  return new Map(years.flatMap(({ plan }, year) => plan.moves.map(({ person, post }) => [person, `${year}/${post}`])));
}

function difference(
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
  except: readonly string[],
): number {
  const people = [...new Set([...before.keys(), ...now.keys()])];
  return people.filter((person) => !except.includes(person) && before.get(person) !== now.get(person)).length;
}

/** How many people change, the bound and whether that is proven; else what came instead of a plan. */
function foundBy(again: ReplanYearsOutcome) {
  if (again.status !== "planned") return again.status;
  const { people, bound, proven } = again.changes;
  return [people, bound, proven];
}

describe("planYears", () => {
  test("finds as good a plan of two years as any, and proves it", PATIENT, async () => {
    let starts = 0;
    for (const seed of TRIED) {
      const ground = { ...tinyCounty(seed), years: 2 };
      const outcome = await planned(ground);
      const best = bestOfTwoYears(seed);
      starts += outcome.years.reduce((sum, { plan }) => sum + plan.moves.length, 0);
      expect([seed, outcome.status, outcome.solvedAgain]).toEqual([seed, "planned", []]);
      expect([seed, outcome.totals.map(({ total }) => total)]).toEqual([seed, best]);
      const levels = outcome.program?.levels ?? [];
      expect([seed, levels.map(({ value }) => value)]).toEqual([seed, best]);
      expect([seed, levels.map(({ dualBound }) => dualBound)]).toEqual([seed, best]);
    }
    expect(starts).toBeGreaterThan(TRIED.length);
  });

  test("the work of the one program is limited where no seconds are given and the solver counts it", async () => {
    const most: (number | undefined)[] = [];
    const { iterationLimit: _iterationLimit, ...others } = solver.capabilities;
    const noted = (capabilities: Solver["capabilities"]): Solver => ({
      ...solver,
      capabilities,
      solve: (program, options) => {
        if (options.relaxation !== true && program.levels.length > 1) most.push(options.limits?.iterations);
        return solver.solve(program, options);
      },
    });
    const asked = async (request: Partial<YearsRequest>) => {
      most.length = 0;
      await planYears({ ...tinyCounty(1), years: 2, solver: noted(solver.capabilities), ...request });
      return most.filter((each) => each !== undefined);
    };
    const byDefault = await asked({});
    expect(byDefault.length).toBeGreaterThan(0);
    expect(Math.max(...byDefault)).toBeLessThanOrEqual(60_000);
    expect(Math.max(...byDefault)).toBeGreaterThan(15_000);
    expect(await asked({ timeSeconds: 1000 })).toEqual([]);
    expect(await asked({ solver: noted(others) })).toEqual([]);
    const given = await asked({ iterations: 400, timeSeconds: 1000 });
    expect(given.filter((iterations) => iterations > 400)).toEqual([]);
    expect(given.length).toBeGreaterThan(0);
  });

  test.each(["down", "halfUp"])("counts a share rounded %s as it is counted in one year", async (rounding) => {
    for (const seed of SEEDS) {
      const ground = { ...tinyCounty(seed, undefined, { rounding }), years: 2 };
      const { totals, program } = await planned(ground);
      const values = program?.levels.map(({ value }) => value);
      expect([seed, values]).toEqual([seed, totals.map(({ total }) => total)]);
    }
  });

  test("never does worse than year after year, and both are right in every year", PATIENT, async () => {
    let better = 0;
    for (const seed of SEEDS) {
      const ground = { ...tinyCounty(seed), years: 3 };
      const program = await planned(ground);
      const rolling = await planned({ ...ground, method: "rolling" });
      const values = [program, rolling].map(({ totals }) => totals.map(({ total }) => total));
      const [ours = [], theirs = []] = values;
      const at = ours.findIndex((value, level) => value !== theirs[level]);
      if (at >= 0) better++;
      expect([seed, ours[at] ?? 0]).toEqual([seed, Math.min(ours[at] ?? 0, theirs[at] ?? 0)]);
      for (const { years } of [program, rolling]) {
        const report = verifyYears(
          ground,
          years.map(({ plan }) => plan),
          { counties: years.map((year) => year.instance) },
        );
        expect([seed, report.years.map(({ ok }) => ok)]).toEqual([seed, [true, true, true]]);
        // Year after year somebody may come back to a post that was filled: that is told.
        const wrong = report.findings.filter(({ code }) => code !== "post-filled-twice");
        expect([seed, wrong]).toEqual([seed, []]);
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
      const [one, other] = [
        await planned({ instance, policies, years: 3 }),
        await planned({ instance: turned, policies, years: 3 }),
      ];
      expect([seed, other.totals]).toEqual([seed, one.totals]);
      expect(other.years.map(({ plan }) => plan.moves)).toEqual(one.years.map(({ plan }) => plan.moves));
    }
  });

  test("plans again with as few changes as any plan does", PATIENT, async () => {
    let changed = 0;
    for (const seed of SEEDS) {
      const ground = { ...tinyCounty(seed, { strength: "hard" }), years: 2 };
      const first = await planned(ground);
      const withdrawn = first.years.flatMap(({ plan }) => plan.moves.map(({ person }) => person)).slice(0, 1);
      if (first.status !== "planned" || withdrawn.length === 0) continue;
      const before = startsOf(first.years);
      const least = bestYears(ground, {
        held: withdrawn,
        valuesOf: (years) => [difference(before, startsOf(years), withdrawn)],
      });
      const again = await replanYears({ solver, relativeGap: 0, planned: first.years, withdrawn });
      const [people] = least?.values ?? [];
      changed += people ?? 0;
      expect([seed, foundBy(again)]).toEqual([seed, people === undefined ? "stopped" : [people, people, true]]);
    }
    expect(changed).toBeGreaterThan(0);
  });

  test("keeps the first year and plans the rest again", async () => {
    const first = await planned({ ...tinyCounty(5), years: 3 });
    const again = await replanYears({ solver, relativeGap: 0, planned: first.years, fixed: 1 });
    expect(again).toMatchObject({ status: "planned", changes: { people: 0, bound: 0, proven: true } });
    expect("years" in again && again.years.map(({ plan }) => plan.moves)).toEqual(
      first.years.slice(1).map(({ plan }) => plan.moves),
    );
  });

  test("bounds what planning year after year loses", PATIENT, async () => {
    let lost = 0;
    for (const seed of TRIED) {
      const ground = { ...tinyCounty(seed), years: 2 };
      const { totals } = await planned({ ...ground, method: "rolling" });
      const { levels, share = -1 } = await rollingLoss(ground, totals, { solver });
      const best = bestOfTwoYears(seed) ?? [];
      // Each level alone cannot fall below its bound, and so the best plan in order does not either.
      for (const [at, { name, bound }] of levels.entries())
        expect([seed, name, bound <= (best[at] ?? -1) + 1e-6]).toEqual([seed, name, true]);
      expect(levels.map(({ total }) => total)).toEqual(totals.map(({ total }) => total));
      expect(share).toBeGreaterThanOrEqual(0);
      const isBest = totals.every(({ total }, at) => total === best[at]);
      if (!isBest) lost++;
      expect([seed, isBest || share > 0]).toEqual([seed, true]);
    }
    expect(lost).toBeGreaterThan(0);
  });

  test("refuses no years and more than six", async () => {
    await expect(planYears({ ...tinyCounty(1), solver, years: 0 })).rejects.toThrow(RangeError);
    await expect(planYears({ ...tinyCounty(1), solver, years: 7 })).rejects.toThrow("1 to 6");
  });

  test("rolls on where one program would be too large, and says so", async () => {
    const outcome = await planned({ ...tinyCounty(3), years: 2, mostColumns: 1 });
    expect(outcome).toMatchObject({
      method: "rolling",
      status: "planned",
      program: { status: "tooLarge", levels: [] },
    });
  });
});
