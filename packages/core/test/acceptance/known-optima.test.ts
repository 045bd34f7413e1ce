import { afterAll, describe, expect, test } from "vitest";
import type { PlanLimits } from "../../src/plan/outcome.ts";
import type { Solver } from "@lungang/program";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { createJslpSolver } from "@lungang/solver-jslp/node";
import { createNetworkSolver } from "@lungang/solver-network/node";
import { isCampaign } from "../../../../scripts/campaign-size.ts";
import { bestOfAll } from "./best-of-all.ts";
import type { Costs } from "./data-files.ts";
import { DATA, cutOut, readAssignment, readTransport } from "./data-files.ts";
import { nearestPolicy } from "./nearest-policy.ts";
import { arrivals, levelOf, planAndVerify } from "./planned.ts";
import { assignmentInstance, statedCost, transportInstance } from "./posed-instances.ts";

/** Optima that others proved, reached through the public door at gap 0 and confirmed without the solver. */

const highs = createHighsSolver();
// Invariants of the kernel are asserted at every evaluation; nothing goes to the finisher for being small.
const network = createNetworkSolver({ finisher: createHighsSolver(), fewColumns: 0, checkInvariants: true });
afterAll(() => Promise.all([highs.close(), network.close()]));

const SOLVERS = { highs, network };
const EACH = ["highs", "network"] as const;

/** Seconds that no solve here comes near; every level still has to be proven. */
const LIMITS = { relativeGap: 0, timeSeconds: 100 };

/**
 * The search of this backend proves the values at once, but that a plan is the only one with them only by looking at all
 * others; the clock ends that without harm.
 */
const SEARCH_LIMITS = { ...LIMITS, timeSeconds: 8 };

async function assign(costs: Costs, solver: Solver, limits: PlanLimits = LIMITS) {
  const people = costs.length;
  const planned = await planAndVerify({
    instance: assignmentInstance(costs),
    policy: nearestPolicy({ moves: people, posts: people + 1 }),
    solver,
    limits,
  });
  const { plan, size } = planned;
  expect(size.candidateMoves).toBe(people * people);
  expect(plan.moves.length).toBe(people);
  expect(new Set(plan.moves.map(({ person }) => person)).size).toBe(people);
  expect(new Set(plan.moves.map(({ to }) => to)).size).toBe(people);
  const total = plan.moves.reduce((sum, { person, to }) => sum + statedCost(costs, person, to), 0);
  expectProven(planned, total);
  return total;
}

/** Every level is proven, the plan verifies, and the level of distances states the total recounted from the moves. */
function expectProven({ plan, report }: Awaited<ReturnType<typeof planAndVerify>>, total: number) {
  expect(report.violations).toEqual([]);
  expect(report.ok).toBe(true);
  expect(plan.termination.reason).toBe("optimal");
  expect(plan.shortfalls).toEqual([]);
  expect(levelOf(plan, "shortfall")).toMatchObject({ value: 0, dualBound: 0, reason: "optimal" });
  expect(levelOf(plan, "nearness")).toMatchObject({ value: total, dualBound: total, reason: "optimal" });
  expect(levelOf(plan, "lottery")).toMatchObject({ relativeGap: 0, reason: "optimal" });
  expect(plan.moves.reduce((sum, { distanceMetres }) => sum + (distanceMetres ?? Number.NaN), 0)).toBe(total);
}

describe.skipIf(DATA === undefined).each(EACH)("surplus teachers to schools in deficit, %s", (solver) => {
  const problems: readonly (readonly [name: string, moves: number, metres: number])[] = [
    ["tz_same", 193, 4_538_838],
    ["fl_orange_elementary", 258, 1_671_249],
  ];
  // The larger by the kernel alone, unless there is time.
  const tried = problems.slice(0, solver === "network" || isCampaign ? 2 : 1);

  test.each(tried)("%s: %i moves, %i metres", async (name, moves, metres) => {
    const problem = readTransport(`transport/${name}.json`);
    expect([problem.moves, problem.optimum_metres]).toEqual([moves, metres]);
    const planned = await planAndVerify({
      instance: transportInstance(problem),
      policy: nearestPolicy({ moves, posts: problem.schools.length }),
      solver: SOLVERS[solver],
      limits: LIMITS,
    });
    const { plan } = planned;
    expect(plan.moves.length).toBe(moves);
    expectProven(planned, metres);
    const into = arrivals(plan);
    for (const { id, teachers, target } of problem.schools) {
      expect([id, into.get(id) ?? 0]).toEqual([id, Math.max(0, target - teachers)]);
      const left = plan.moves.filter(({ from }) => from === id).length;
      expect([id, left]).toEqual([id, Math.max(0, teachers - target)]);
    }
  });
});

describe.skipIf(DATA === undefined).each(EACH)("people to posts by a matrix, %s", (solver) => {
  const problems: readonly (readonly [name: string, optimum: number])[] = [
    ["assign100", 305],
    ["assign300", 626],
    ["assign500", 991],
  ];
  // The largest by the kernel alone, unless there is time.
  const tried = problems.slice(0, solver === "network" || isCampaign ? 3 : 2);

  test.each(tried)("%s: %i", async (name, optimum) => {
    expect(await assign(readAssignment(`assign/${name}.txt`), SOLVERS[solver])).toBe(optimum);
  });
});

describe.skipIf(DATA === undefined)("parts of a matrix", () => {
  test("both backends and plain enumeration agree on cut-outs", async () => {
    const costs = readAssignment("assign/assign100.txt");
    const small = cutOut(costs, 12);
    const middle = cutOut(costs, 25);
    const jslp = createJslpSolver();
    try {
      expect(await assign(small, highs)).toBe(bestOfAll(small));
      expect(await assign(small, jslp, SEARCH_LIMITS)).toBe(bestOfAll(small));
      expect(await assign(middle, jslp, SEARCH_LIMITS)).toBe(await assign(middle, highs));
    } finally {
      await jslp.close();
    }
  });
});

describe("people to posts by a matrix, without reference data", () => {
  test("a problem solved by hand", async () => {
    const costs = [
      [4, 1, 3],
      [2, 0, 5],
      [3, 2, 2],
    ];
    expect(bestOfAll(costs)).toBe(5);
    expect(await assign(costs, highs)).toBe(5);
  });
});
