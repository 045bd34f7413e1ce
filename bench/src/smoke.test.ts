import { describe, expect, test, vi } from "vitest";
import { measureFiles } from "./files.ts";
import { measurePlan } from "./measure.ts";
import type { Measured, RunChoice } from "./run.ts";
import { UnfinishedError } from "./run.ts";
import { SCENARIOS, scenarioOf } from "./scenarios.ts";
import { measureSingle } from "./single.ts";
import type { Task } from "./scenario.ts";
import { missingSolvers } from "./solvers.ts";
import { measureQuestions } from "./questions.ts";
import { measureWhatIf } from "./what-if.ts";

const choice = { schools: 6, seed: "smoke", timeSeconds: 100, relativeGap: 1e-4 };

/** Has no plan. */
const INFEASIBLE = "infeasible-by-one";

describe("every scenario with 6 schools", () => {
  test.each(SCENARIOS.filter(({ name, sizes }) => sizes !== undefined && name !== INFEASIBLE))(
    "$name",
    async (scenario) => {
      const task = await scenario.build(choice);
      const measured = await measurePlan(task, { ...choice, kind: "plan", scenario: scenario.name, solver: "network" });
      expect(measured.size.people).toBe(240);
      const names = measured.laps.map(({ name }) => name);
      expect(names.slice(0, 4)).toEqual(["load", "eligibility", "moves", "formulation"]);
      expect(measured.moves).toBeGreaterThan(0);
      expect(names.slice(-3)).toEqual(["decode", "figures", "verify"]);
      expect(measured.levels.length).toBeGreaterThanOrEqual(9);
    },
  );
});

test("the infeasible scenario misses one unit", async () => {
  const task = await scenarioOf(INFEASIBLE).build(choice);
  const measured = await measurePlan(task, { ...choice, kind: "plan", scenario: INFEASIBLE, solver: "network" });
  expect(measured.levels).toEqual([{ name: "least violation", value: 1, dualBound: 1 }]);
  expect(measured.laps.map(({ name }) => name)).not.toContain("decode");
});

describe("one level of 6 schools", () => {
  const solvers = ["network", "highs", "cbc", "glpsol", "lp_solve", "highs-native", "glpk.js"];
  const missing = missingSolvers(solvers);
  const small = { ...choice, schools: 6, kind: "single", scenario: "county-wide" } as const;

  let wanting: Promise<Measured> | undefined;

  test.each(solvers.filter((name) => !missing.includes(name)))(
    "%s finds the value that highs finds",
    async (solver) => {
      const task = await scenarioOf("county-wide").build(small);
      const theirs = await measureSingle(task, { ...small, solver });
      const wanted = await (wanting ??= measureSingle(task, { ...small, solver: "highs" }));
      expect(theirs.levels[0]?.value).toBe(wanted.levels[0]?.value);
      expect(theirs.size).toEqual(wanted.size);
      expect(theirs.solveSeconds).toBeGreaterThan(0);
      expect(theirs.ownSeconds).toBeLessThanOrEqual(theirs.solveSeconds);
    },
  );

  test.runIf(missing.length > 0)(`skips ${missing.join(", ")}: not installed`, () => {
    expect(solvers).toEqual(expect.arrayContaining([...missing]));
  });

  test.each([
    ["one level", measureSingle, "single", "javascript-lp-solver"],
    ["all levels", measurePlan, "plan", "highs"],
  ] as const)(
    "of %s a limit that is too short is no answer and says what was used",
    async (_, measure, kind, solver) => {
      const task = await scenarioOf("county-wide").build(small);
      const error: unknown = await measure(task, { ...small, kind, solver, timeSeconds: 0.01 }).catch(
        (thrown) => thrown,
      );
      expect(error).toBeInstanceOf(UnfinishedError);
      const { message, spent } = error as UnfinishedError;
      expect(message).toMatch(/^not finished within 0\.01 s: found no (point$|plan; ended at level \d of \d+, \w+$)/u);
      expect(spent.solveSeconds).toBeGreaterThan(0);
      expect(spent.ownSeconds).toBeLessThanOrEqual(spent.solveSeconds);
    },
  );

  test("after another county it is the same county", async () => {
    const task = await scenarioOf("county-wide").build(small);
    const cold = await measureSingle(task, { ...small, solver: "network" });
    const build = vi.spyOn(scenarioOf("county-wide"), "build");
    const warm = await measureSingle(task, { ...small, solver: "network", warmUp: 1 });
    expect(build.mock.calls).toEqual([[{ schools: 6, seed: "a" }]]);
    build.mockRestore();
    expect(warm.levels).toEqual(cold.levels);
    expect(warm.size).toEqual(cold.size);
  });
});

test.each([
  ["whatIf", measureWhatIf, "after quota"],
  ["questions", (task: Task, small: RunChoice) => measureQuestions(task, small, 2), "check"],
  ["files", measureFiles, "read county"],
] as const)("%s of 6 schools", async (kind, measure, phase) => {
  const small = { ...choice, schools: 6, kind, scenario: "county-wide", solver: "highs" } as const;
  const measured = await measure(await scenarioOf("county-wide").build(small), small);
  expect(measured.laps.map(({ name }) => name)).toContain(phase);
  expect(measured.moves).toBeGreaterThan(0);
  expect(measured.solveSeconds).toBeGreaterThan(0);
});
