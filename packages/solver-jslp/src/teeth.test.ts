import type { LinearProgram, SolvedResult, SolveOptions, Solver, SolveResult } from "@lungang/program";
import { hasIncumbent } from "@lungang/program";
import { createJslpSolver } from "./node.ts";
import jslpModule from "javascript-lp-solver";
import { describe, expect, test } from "vitest";
import { conformanceTests } from "@lungang/solver-testkit";

/** A solver that answers wrong; nothing checks it but the kit. */
type Spoil = (result: SolveResult, program: LinearProgram, options: SolveOptions) => SolveResult;

const honest = createJslpSolver();

function spoiled(spoil: Spoil): () => Solver {
  return () => ({
    ...honest,
    solve: async (program, options) => spoil(await honest.solve(program, options), program, options),
  });
}

/** Returns the names of the failing cases; cases about limits take seconds and are left out. */
async function failures(createSolver: () => Solver, programs = 3): Promise<string[]> {
  const failed: string[] = [];
  for (const { name, run } of conformanceTests(createSolver, { programs })) {
    if (name.startsWith("limits: ")) continue;
    await run().catch(() => failed.push(name));
  }
  return failed;
}

function without(options: SolveOptions, key: "columnUpper" | "signal"): SolveOptions {
  const rest = { ...options };
  delete rest[key];
  return rest;
}

function onSolved(change: (result: SolvedResult, options: SolveOptions) => Partial<SolvedResult>): Spoil {
  return (result, _, options) => (hasIncumbent(result) ? { ...result, ...change(result, options) } : result);
}

const INFEASIBLE: SolveResult = {
  termination: { reason: "infeasible" },
  primalBound: Infinity,
  dualBound: Infinity,
  relativeGap: Infinity,
  rawStatus: "Infeasible",
  proof: "bound",
  reproducible: true,
};

let turn = 0;

const BROKEN: readonly (readonly [string, Spoil])[] = [
  [
    "says feasible where it proved the optimum",
    onSolved(() => ({ termination: { reason: "feasible", limit: "node" } })),
  ],
  [
    "says optimal where nothing is feasible",
    (result) =>
      result.termination.reason === "infeasible" ? { ...result, termination: { reason: "unbounded" } } : result,
  ],
  ["says infeasible every seventh time", (result) => (turn++ % 7 === 6 ? INFEASIBLE : result)],
  ["returns halves", onSolved(({ values }) => ({ values: values.map((x) => x + 0.5) }))],
  ["returns values that are nearly integers", onSolved(({ values }) => ({ values: values.map((x) => x + 1e-7) }))],
  [
    "returns the lower bounds as the optimum",
    (result, program) => (hasIncumbent(result) ? { ...result, values: program.columnLower.slice() } : result),
  ],
  [
    "reports a value one too small",
    onSolved(({ primalBound, dualBound }) => ({ primalBound: primalBound - 1, dualBound: dualBound - 1 })),
  ],
  ["reports a bound above its value", onSolved(({ primalBound }) => ({ dualBound: primalBound + 1 }))],
  ["reports another gap", onSolved(() => ({ relativeGap: 0.5 }))],
  ["says that nothing is reproducible", onSolved(() => ({ reproducible: false }))],
];

const IGNORING: readonly (readonly [string, (options: SolveOptions) => SolveOptions])[] = [
  ["cuts", (options) => ({ ...options, cuts: [] })],
  ["column bounds", (options) => without(options, "columnUpper")],
  ["the level", (options) => ({ ...options, level: 0 })],
  ["a relaxation that it cannot do", (options) => ({ ...options, relaxation: false })],
  [
    "a node limit that it does not have",
    ({ limits, ...options }) => ({ ...options, limits: { ...limits, nodes: Infinity } }),
  ],
];

describe("the kit catches a backend that", () => {
  test.each(BROKEN)("%s", async (_, spoil) => {
    expect((await failures(spoiled(spoil))).length).toBeGreaterThan(0);
  });

  test.each(IGNORING)("ignores %s", async (_, drop) => {
    const createSolver = (): Solver => ({
      ...honest,
      solve: (program, options) => honest.solve(program, drop(options)),
    });
    expect((await failures(createSolver)).length).toBeGreaterThan(0);
  });

  test("ignores the clock and a cancel", async () => {
    const createSolver = (): Solver => ({
      ...honest,
      solve: async (program, options) => {
        const { limits } = options;
        const timeSeconds = Math.min(limits?.timeSeconds ?? 0, 1) + 2.5;
        return honest.solve(program, { ...without(options, "signal"), limits: { ...limits, timeSeconds } });
      },
    });
    const cases = conformanceTests(createSolver).filter(({ name }) => /clock ends|a cancel ends/.test(name));
    expect(cases).toHaveLength(2);
    for (const { run } of cases) await expect(run()).rejects.toThrow(/must be|wanted/);
  });

  test("is javascript-lp-solver without guards", async () => {
    const failed = await failures(unguarded, 8);
    expect(failed).toContain("random: infinite bounds");
    expect(failed.length).toBeGreaterThan(3);
  });

  test("but nothing in an honest one", async () => {
    expect(await failures(() => honest)).toEqual([]);
  });
});

describe("skips", () => {
  test("that name no test are refused", () => {
    expect(() => conformanceTests(() => honest, { skips: [{ test: "no such test", reason: "none" }] })).toThrow(
      RangeError,
    );
  });

  test("fail if the test passes", async () => {
    const skips = [{ test: "answer: knapsack", reason: "thought to fail" }];
    const skipped = conformanceTests(() => honest, { skips }).find(({ name }) => name.includes("knapsack"));
    await expect(skipped?.run()).rejects.toThrow("remove the skip");
  });
});

/** The library as its readme shows it: columns as they are, presolve on, every answer believed. */
function unguarded(): Solver {
  const jslp = jslpModule as unknown as typeof jslpModule.default;
  return {
    ...honest,
    solve: async (program, options) => {
      const answer = jslp.Solve(naiveModel(program, options)) as unknown as Record<string, number | boolean>;
      if (answer["feasible"] !== true) return INFEASIBLE;
      if (answer["bounded"] === false) return { ...INFEASIBLE, termination: { reason: "unbounded" } };
      const values = Float64Array.from(program.columnLower, (_, column) => Number(answer[`c${column}`] ?? 0));
      const value = Number(answer["result"]) + (program.levels[options.level]?.offset ?? 0);
      const bounds = { primalBound: value, dualBound: value, relativeGap: 0 };
      const said = { rawStatus: "feasible", proof: "search", reproducible: true } as const;
      return { termination: { reason: "optimal" }, ...bounds, ...said, values };
    },
  };
}

function naiveModel(program: LinearProgram, options: SolveOptions): Parameters<typeof jslpModule.default.Solve>[0] {
  const constraints: Record<string, { min?: number; max?: number }> = {};
  const variables: Record<string, Record<string, number>> = {};
  const bound = (name: string, lower: number, upper: number): void => {
    constraints[name] = {
      ...(lower === -Infinity ? {} : { min: lower }),
      ...(upper === Infinity ? {} : { max: upper }),
    };
  };
  const lower = options.columnLower ?? program.columnLower;
  const upper = options.columnUpper ?? program.columnUpper;
  for (let row = 0; row < program.rowCount; row++) {
    bound(`r${row}`, program.rowLower[row] as number, program.rowUpper[row] as number);
  }
  for (let column = 0; column < program.columnCount; column++) {
    bound(`b${column}`, lower[column] as number, upper[column] as number);
    const entries: Record<string, number> = {
      cost: program.levels[options.level]?.cost[column] ?? 0,
      [`b${column}`]: 1,
    };
    for (let entry = program.starts[column] as number; entry < (program.starts[column + 1] as number); entry++) {
      entries[`r${program.rows[entry]}`] = program.values[entry] as number;
    }
    variables[`c${column}`] = entries;
  }
  for (const [k, cut] of (options.cuts ?? []).entries()) {
    bound(`k${k}`, cut.lower, cut.upper);
    for (const [entry, column] of cut.columns.entries()) {
      (variables[`c${column}`] as Record<string, number>)[`k${k}`] = cut.values[entry] as number;
    }
  }
  const names = Object.keys(variables);
  const ints = Object.fromEntries(
    names.filter((_, column) => program.integer[column] === 1).map((name) => [name, 1 as const]),
  );
  const unrestricted = Object.fromEntries(
    names.filter((_, column) => (lower[column] as number) < 0).map((name) => [name, 1 as const]),
  );
  // A time limit so that the test ends; the answers it spoils are counted as wrong too.
  return { optimize: "cost", opType: "min", constraints, variables, ints, unrestricted, options: { timeout: 500 } };
}
