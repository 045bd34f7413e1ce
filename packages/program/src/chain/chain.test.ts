import type { Cut, LinearProgram } from "../linear/program.ts";
import type { Solver, UnsolvedResult } from "../solver/port.ts";
import { hasIncumbent } from "../solver/port.ts";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { createJslpSolver } from "@lungang/solver-jslp/node";
import type { SmallColumn, SmallRow } from "@lungang/solver-testkit";
import { bruteForce, Draws, networkProgram, seedOf, SIDE_ROW_KINDS, smallProgram } from "@lungang/solver-testkit";
import { afterAll, describe, expect, test, vi } from "vitest";
import { elasticProgram } from "../linear/elastic.ts";
import type { Level } from "../linear/program.ts";
import { levelValue } from "../linear/program.ts";
import { checkPoint } from "../solver/point.ts";
import { blendedLevel } from "./blend.ts";
import { solveChain } from "./chain.ts";
import { cases } from "../../../../scripts/campaign-size.ts";

const highs = createHighsSolver();
const jslp = createJslpSolver();

afterAll(() => Promise.all([highs.close(), jslp.close()]));

/** HiGHS without relaxations: no column is ever fixed by reduced cost. */
const withoutRelaxations: Solver = {
  name: "highs-without-relaxations",
  version: highs.version,
  capabilities: { ...highs.capabilities, relaxation: false },
  solve: (program, options) => highs.solve(program, options),
  close: () => Promise.resolve(),
};

/** Counts the solves that a chain asks for. */
function counting(solver: Solver): Solver & { readonly asked: { count: number } } {
  const asked = { count: 0 };
  const solve: Solver["solve"] = (program, options) => {
    asked.count++;
    return solver.solve(program, options);
  };
  return {
    name: solver.name,
    version: solver.version,
    capabilities: solver.capabilities,
    close: () => solver.close(),
    solve,
    asked,
  };
}

const binary = (...costs: number[]): SmallColumn => ({ lower: 0, upper: 1, costs });

/** The sum of some columns is at least so much, and at most 9. */
const atLeast = (lower: number, ...columns: readonly number[]): SmallRow => ({
  lower,
  upper: 9,
  terms: columns.map((column) => [column, 1] as const),
});

const EXACT = { relativeGap: 0 };

async function values(program: LinearProgram, solver: Solver = highs) {
  const chain = await solveChain(program, { solver, ...EXACT });
  return chain.status === "solved" ? chain.levels.map(({ value }) => value) : chain.status;
}

/** Levels one after the other by trying every point. */
function levelByLevel(program: LinearProgram, given: readonly Cut[] = []): readonly number[] | "infeasible" {
  const found: number[] = [];
  const cuts = [...given];
  for (const [number, level] of program.levels.entries()) {
    const best = bruteForce(program, { level: number, cuts });
    if (!best.feasible) return "infeasible";
    found.push(best.value);
    const columns = Int32Array.from(level.cost.keys());
    const upper = best.value + level.tolerance - level.offset;
    cuts.push({ lower: -Infinity, upper, columns, values: level.cost });
  }
  return found;
}

describe.each([
  ["highs", highs],
  ["highs without relaxations", withoutRelaxations],
  ["jslp", jslp],
])("solveChain with %s", (_name, solver) => {
  test("an earlier level wins over any gain of a later one", async () => {
    const program = smallProgram({
      columns: [binary(1, 0), binary(2, -100)],
      rows: [
        {
          lower: 1,
          upper: 1,
          terms: [
            [0, 1],
            [1, 1],
          ],
        },
      ],
      levels: [{}, {}],
    });
    expect(await values(program, solver)).toEqual([1, 0]);
  });

  test("a tolerance lets a later level gain, to the unit", async () => {
    const columns = [0, 1, 2, 3].map((k) => binary(k, -k));
    const rows = [{ lower: 1, upper: 1, terms: columns.map((_, k) => [k, 1] as const) }];
    for (const [tolerance, later] of [
      [0, 0],
      [1, -1],
      [2, -2],
      [9, -3],
    ] as const) {
      const program = smallProgram({ columns, rows, levels: [{ tolerance }, {}] });
      const chain = await solveChain(program, { solver, ...EXACT });
      expect(chain.levels.at(-1)?.value).toBe(later);
    }
  });

  test("offsets are part of the values", async () => {
    const program = smallProgram({
      columns: [binary(3, 1), binary(1, 1)],
      rows: [
        {
          lower: 1,
          upper: 2,
          terms: [
            [0, 1],
            [1, 1],
          ],
        },
      ],
      levels: [{ offset: 10 }, { offset: -4 }],
    });
    expect(await values(program, solver)).toEqual([11, -3]);
  });

  test("an infeasible program is infeasible at the first level", async () => {
    const program = smallProgram({
      columns: [binary(1), binary(1)],
      rows: [
        {
          lower: 3,
          upper: 4,
          terms: [
            [0, 1],
            [1, 1],
          ],
        },
      ],
    });
    const chain = await solveChain(program, { solver, ...EXACT });
    expect(chain).toMatchObject({ status: "infeasible", levels: [] });
  });

  test("a program without columns and without rows has an optimum", async () => {
    expect(await values(smallProgram({ columns: [], rows: [], levels: [{ offset: 2 }, {}] }), solver)).toEqual([2, 0]);
    const impossible = smallProgram({ columns: [], rows: [{ lower: 1, upper: 1, terms: [] }] });
    expect(await values(impossible, solver)).toBe("infeasible");
  });

  test("a fixed column stays where it is", async () => {
    const program = smallProgram({
      columns: [{ lower: 1, upper: 1, costs: [5] }, binary(1), binary(2)],
      rows: [
        {
          lower: 2,
          upper: 3,
          terms: [
            [0, 1],
            [1, 1],
            [2, 1],
          ],
        },
      ],
    });
    expect(await values(program, solver)).toEqual([6]);
  });

  test("a level that is usually trivial and is so costs nothing; one that is not is solved after all", async () => {
    for (const [need, expected] of [
      [1, [0, 4]],
      [2, [7, 4]],
    ] as const) {
      const program = smallProgram({
        columns: [binary(0, 4), { lower: 0, upper: 9, costs: [7] }],
        rows: [atLeast(need, 0, 1)],
        levels: [{ usuallyTrivial: true }, {}],
      });
      expect(await values(program, solver)).toEqual(expected);
    }
  });

  test("several levels may be supposed trivial and be wrong about it", async () => {
    const program = smallProgram({
      columns: [binary(0, 0, 4), { lower: 0, upper: 9, costs: [7, 0] }, { lower: 0, upper: 9, costs: [0, 2] }],
      rows: [atLeast(1, 0, 1), atLeast(3, 0, 2)],
      levels: [{ usuallyTrivial: true }, { usuallyTrivial: true }, {}],
    });
    expect(await values(program, solver)).toEqual(levelByLevel(program));
  });

  test("supposing does not hide that nothing is feasible", async () => {
    const program = smallProgram({
      columns: [binary(0, 1), { lower: 0, upper: 1, costs: [1] }],
      rows: [atLeast(3, 0, 1)],
      levels: [{ usuallyTrivial: true }, {}],
    });
    expect(await values(program, solver)).toBe("infeasible");
  });
});

test("only what stands on a supposition is a trial", async () => {
  const trials: (readonly [number, boolean | undefined])[] = [];
  const watched: Solver = {
    ...counting(highs),
    solve: (program, options) => {
      trials.push([options.level, options.trial]);
      return highs.solve(program, options);
    },
  };
  const program = smallProgram({
    columns: [
      { lower: 0, upper: 9, costs: [4, 0] },
      { lower: 0, upper: 1, costs: [0, 2] },
    ],
    rows: [atLeast(3, 0, 1)],
    levels: [{ usuallyTrivial: true }, {}],
  });
  expect(await values(program, watched)).toEqual([8, 2]);
  // The second level is tried where the first stands at 0, then both are asked in earnest.
  expect(trials[0]).toEqual([1, true]);
  expect(trials.slice(1).every(([, trial]) => trial === false || trial === undefined)).toBe(true);
  expect(trials.some(([level]) => level === 0)).toBe(true);
});

test("a level at its trivial bound is not solved again", async () => {
  const solver = counting(highs);
  const program = smallProgram({
    columns: [binary(1, 0, 0, 0), binary(2, 1, 1, 1)],
    rows: [
      {
        lower: 1,
        upper: 2,
        terms: [
          [0, 1],
          [1, 1],
        ],
      },
    ],
    levels: [{}, {}, {}, {}],
  });
  const chain = await solveChain(program, { solver, ...EXACT });
  expect(chain.levels.map(({ value, dualBound }) => [value, dualBound])).toEqual([
    [1, 1],
    [0, 0],
    [0, 0],
    [0, 0],
  ]);
  expect(solver.asked.count).toBeLessThanOrEqual(2);
});

test("many columns without an integer point end after a few solves", async () => {
  const solver = counting(highs);
  const columns = Array.from({ length: 6500 }, (_, k) => ({ lower: 0, upper: 3, costs: [(k % 50) + 1] }));
  const odd: SmallRow = { lower: 5, upper: 5, terms: columns.slice(0, 8).map((_, k) => [k, 2] as const) };
  const chain = await solveChain(smallProgram({ columns, rows: [odd] }), { solver, ...EXACT });
  expect(chain.status).toBe("infeasible");
  expect(solver.asked.count).toBeLessThan(12);
});

/** Assignments with side rows and several levels in which many points are equal. */
function layeredProgram(draws: Draws): LinearProgram {
  const people = draws.integer(2, 4);
  const posts = draws.integer(2, 3);
  const levels = draws.integer(2, 4);
  const sizes = Array.from({ length: levels }, () => (draws.chance(0.5) ? 2 : 30));
  const costs = () => sizes.map((size) => (draws.chance(0.3) ? 0 : draws.integer(-size, size)));
  const columns: SmallColumn[] = Array.from({ length: people * posts }, () => ({
    lower: 0,
    upper: draws.chance(0.1) ? 0 : 1,
    costs: costs(),
  }));
  columns.push({ lower: 0, upper: 3, costs: [1, ...costs().slice(1)] });
  const rows: SmallRow[] = [];
  for (let person = 0; person < people; person++) {
    const terms = Array.from({ length: posts }, (_, post) => [person * posts + post, 1] as const);
    rows.push({ lower: draws.integer(0, 1), upper: 1, terms });
  }
  for (let row = draws.integer(1, 3); row > 0; row--) {
    const terms = columns.map((_, column) => [column, draws.chance(0.6) ? draws.integer(-3, 4) : 0] as const);
    const side = draws.integer(-2, 5);
    rows.push(draws.chance(0.5) ? { lower: side, upper: Infinity, terms } : { lower: -Infinity, upper: side, terms });
  }
  const tolerance = () => (draws.chance(0.25) ? draws.integer(1, 3) : 0);
  return smallProgram({
    columns,
    rows,
    levels: sizes.map((_, k) => ({
      tolerance: tolerance(),
      offset: draws.integer(-2, 2),
      usuallyTrivial: k === 0 && draws.chance(0.5),
    })),
  });
}

const SEED = Number(process.env["LUNGANG_SEED"] ?? 7);
const PROGRAMS = cases(60);

describe("holding what a level has decided cuts off no optimum of a later level", () => {
  test("on programs with many equal points", { timeout: 600_000 }, async () => {
    let feasible = 0;
    for (let k = 0; k < PROGRAMS; k++) {
      const seed = seedOf(SEED, k);
      const program = layeredProgram(new Draws(seed));
      const expected = levelByLevel(program);
      if (expected !== "infeasible") feasible++;
      const ways = [{ solver: highs }, { solver: withoutRelaxations }, { solver: highs, blend: true, interior: true }];
      for (const { solver, ...way } of ways) {
        const chain = await solveChain(program, { solver, ...way, ...EXACT });
        const found = chain.status === "solved" ? chain.levels.map(({ value }) => value) : chain.status;
        expect([seed, solver.name, found]).toEqual([seed, solver.name, expected]);
        if (chain.status !== "solved") continue;
        const rules = { program, columnLower: program.columnLower, columnUpper: program.columnUpper, cuts: [] };
        expect([seed, checkPoint({ ...rules, relaxation: false }, chain.values).holds]).toEqual([seed, true]);
        for (const [number, level] of program.levels.entries()) {
          const value = levelValue(level, chain.values);
          expect(value).toBeLessThanOrEqual((expected[number] as number) + level.tolerance);
        }
      }
    }
    expect(feasible).toBeGreaterThan(PROGRAMS / 3);
  });

  test.each(SIDE_ROW_KINDS)("on networks with side rows: %s", async (kind) => {
    for (let k = 0; k < PROGRAMS / 15; k++) {
      const seed = seedOf(SEED + 1, k);
      const program = networkProgram(kind, new Draws(seed));
      expect([seed, await values(program)]).toEqual([seed, levelByLevel(program)]);
    }
  });
});

/** A solver that stops in the integer solves of one level: it answers with some feasible point and without a bound. */
function stalling(inner: Solver, stalled: number, limit: "time" | "node" | "iteration" = "time"): Solver {
  const solve: Solver["solve"] = async (program, options) => {
    if (options.level !== stalled || options.relaxation === true) return inner.solve(program, options);
    // The point of another level is feasible, and as a rule not the best here.
    const result = await inner.solve(program, { ...options, level: stalled + 1 });
    if (result.termination.reason !== "optimal") return result;
    const { values } = result as Extract<typeof result, { values: Float64Array }>;
    const primalBound = levelValue(program.levels[stalled] as Level, values);
    const open = { dualBound: -Infinity, relativeGap: Infinity, proof: "none", reproducible: false } as const;
    return { ...result, ...open, values, primalBound, termination: { reason: "feasible", limit } };
  };
  return { ...counting(inner), solve };
}

/** The least value of a level when those before it are at most as in a plan. */
function leastGiven(program: LinearProgram, number: number, before: readonly number[]): number | undefined {
  const cuts = before.map((value, k) => {
    const { cost, offset } = program.levels[k] as Level;
    return { lower: -Infinity, upper: value - offset, columns: Int32Array.from(cost.keys()), values: cost };
  });
  const best = bruteForce(program, { level: number, cuts });
  return best.feasible ? best.value : undefined;
}

test("levels that may be at most so much are bounded from the first level on", async () => {
  let bounded = 0;
  for (let k = 0; k < PROGRAMS / 3; k++) {
    const seed = seedOf(SEED + 6, k);
    const drawn = layeredProgram(new Draws(seed));
    const program = { ...drawn, levels: drawn.levels.map((level) => ({ ...level, tolerance: 0 })) };
    const free = await solveChain(program, { solver: highs, ...EXACT });
    const last = program.levels.length - 1;
    if (free.status !== "solved") continue;
    const { value } = free.levels.at(-1) as { value: number };
    const { cost, offset, step } = program.levels[last] as Level;
    const cut = { lower: -Infinity, upper: value - step - offset, columns: Int32Array.from(cost.keys()), values: cost };
    const wanted = levelByLevel(program, [cut]);
    const start = { values: free.values, prices: free.prices };
    for (const solver of [highs, withoutRelaxations]) {
      for (const more of [{}, { start }]) {
        const chain = await solveChain(program, { solver, atMost: new Map([[last, value - step]]), ...more, ...EXACT });
        const got = chain.status === "solved" ? chain.levels.map((level) => level.value) : chain.status;
        expect([seed, got]).toEqual([seed, wanted]);
      }
    }
    if (wanted !== "infeasible") bounded++;
  }
  expect(bounded).toBeGreaterThan(0);
});

describe("a blend of the levels", () => {
  test("is bounded, and its point is where the levels start", async () => {
    let solved = 0;
    for (let k = 0; k < PROGRAMS / 3; k++) {
      const seed = seedOf(SEED + 4, k);
      const drawn = layeredProgram(new Draws(seed));
      const program = { ...drawn, levels: drawn.levels.map((level) => ({ ...level, usuallyTrivial: false })) };
      const solver = counting(highs);
      const chain = await solveChain(program, { solver, blend: true, ...EXACT });
      if (chain.status !== "solved") continue;
      const blend = blendedLevel(program.levels);
      const least = bruteForce({ ...program, levels: [blend] });
      solved++;
      expect([seed, chain.blend?.value]).toEqual([seed, levelValue(blend, chain.values)]);
      expect([seed, least.feasible && least.value, chain.blend?.dualBound]).toEqual([
        seed,
        least.feasible && chain.blend?.dualBound,
        least.feasible && least.value,
      ]);
    }
    expect(solved).toBeGreaterThan(PROGRAMS / 12);
  });

  test("weighs a usual step of a level three times as much as one of the next", () => {
    const columns = [binary(1, 100, 0, 7), binary(0, 300, 0, 7), binary(-1, 200, 0, 0), binary(9, 0, 0, 0)];
    const { levels } = smallProgram({ columns, rows: [], levels: [{ offset: 1 }, { offset: -400 }, {}, {}] });
    const { cost, offset } = blendedLevel(levels);
    expect([...cost]).toEqual([2700 + 450 + 100, 1350 + 100, -2700 + 900, 24_300]);
    expect(offset).toBe(2700 - 1800);
    expect(() => blendedLevel([])).toThrow(RangeError);
  });
});

describe("a level that a limit stops", () => {
  test.each(["time", "node", "iteration"] as const)(
    "is held, and the levels after it are solved: %s",
    async (limit) => {
      let open = 0;
      let improved = 0;
      for (let k = 0; k < PROGRAMS / 3; k++) {
        const seed = seedOf(SEED + 3, k);
        const drawn = layeredProgram(new Draws(seed));
        const levels = drawn.levels.map((level) => ({ ...level, tolerance: 0, usuallyTrivial: false }));
        const program = { ...drawn, levels: [...levels, { ...(levels[0] as Level), name: "again" }] };
        const chain = await solveChain(program, { solver: stalling(withoutRelaxations, 0, limit), ...EXACT });
        const best = bruteForce(program);
        expect([seed, chain.status]).toEqual([seed, best.feasible ? "solved" : "infeasible"]);
        if (chain.status !== "solved" || !best.feasible) continue;
        const found = chain.levels.map(({ value }) => value);
        expect([seed, found]).toEqual([seed, program.levels.map((level) => levelValue(level, chain.values))]);
        const [first, ...rest] = chain.levels;
        expect(first?.dualBound).toBeLessThanOrEqual(best.value);
        expect([undefined, limit]).toContain(first?.limit);
        if (first?.limit === limit) open++;
        if (found[0] === found.at(-1) && found[0] === best.value && first?.reason === "feasible") improved++;
        for (const [at, { reason, value, dualBound }] of rest.entries()) {
          const least = leastGiven(program, at + 1, found.slice(0, at + 1));
          expect([seed, at, reason, value, dualBound]).toEqual([seed, at, "optimal", least, least]);
        }
      }
      expect([open > PROGRAMS / 12, improved > 0]).toEqual([true, true]);
    },
  );

  const LAYERED = smallProgram({
    columns: [binary(2, 0, 1), binary(3, 1, 0), binary(1, 1, 1)],
    rows: [
      {
        lower: 2,
        upper: 3,
        terms: [
          [0, 1],
          [1, 1],
          [2, 1],
        ],
      },
    ],
    levels: [{}, {}, {}],
  });

  /** Notes the seconds that every solve may take, by level. */
  function timed(answer: Solver["solve"]) {
    const seconds: [number, number][] = [];
    const solve: Solver["solve"] = (program, options) => {
      seconds.push([options.level, options.limits?.timeSeconds ?? Infinity]);
      return answer(program, options);
    };
    return { seconds, solver: { ...withoutRelaxations, solve } };
  }

  test("uses at most its share of the time that is left; the last level may use all of it", async () => {
    const { seconds, solver } = timed((program, options) => highs.solve(program, options));
    await solveChain(LAYERED, { solver, ...EXACT, timeSeconds: 1e6, levelShare: 1 / 4 });
    const most = new Map(seconds);
    expect(most.get(0)).toBeLessThanOrEqual(250_000);
    expect(most.get(0)).toBeGreaterThan(200_000);
    expect(most.get(2)).toBeGreaterThan(900_000);
  });

  test("without a point in its share goes on in all the time that is left", async () => {
    const { seconds, solver } = timed(async (program, options) => {
      const result = await highs.solve(program, options);
      const patient = (options.limits?.timeSeconds ?? 0) > 600_000;
      if (patient || options.level > 0) return result;
      return { ...result, termination: { reason: "noSolutionFound", limit: "time" } } as UnsolvedResult;
    });
    const chain = await solveChain(LAYERED, { solver, ...EXACT, timeSeconds: 1e6 });
    expect(chain.levels.map(({ value }) => value)).toEqual(levelByLevel(LAYERED));
    expect(seconds.filter(([level]) => level === 0)).toHaveLength(2);
  });

  /** Counts 60 iterations of every integer solve, and notes how many each may use. */
  function working() {
    const most: number[] = [];
    const solve: Solver["solve"] = async (program, options) => {
      const { iterations, ...limits } = options.limits ?? {};
      most.push(iterations ?? Infinity);
      const result = await highs.solve(program, { ...options, limits });
      return hasIncumbent(result) ? { ...result, iterations: 60 } : result;
    };
    return { most, solver: { ...withoutRelaxations, solve } };
  }

  test("uses at most its share of the iterations that are left, and the levels after them keep the point", async () => {
    const { most, solver } = working();
    const all = await solveChain(LAYERED, { solver, ...EXACT, iterations: 1000 });
    expect(most).toEqual([500, 470, 880, 820]);
    expect(all).toMatchObject({ status: "solved", reproducible: true });
    expect(all.levels.map(({ value }) => value)).toEqual(levelByLevel(LAYERED));
    most.length = 0;
    const short = await solveChain(LAYERED, { solver, ...EXACT, iterations: 100, levelShare: 1 });
    expect(most).toEqual([100, 40]);
    expect(short).toMatchObject({ status: "solved", reproducible: true, unique: false });
    expect(short.levels.map(({ reason, limit }) => [reason, limit])).toEqual([
      ["optimal", undefined],
      ["optimal", undefined],
      ["feasible", "iteration"],
    ]);
    most.length = 0;
    await solveChain(LAYERED, { solver, ...EXACT, iterations: 60, levelShare: 1, blend: true });
    expect(most).toEqual([60]);
  });

  test("without a point in its share of the iterations goes on with all that are left", async () => {
    const { most, solver } = working();
    const impatient: Solver["solve"] = async (program, options) => {
      const result = await solver.solve(program, options);
      const patient = (options.limits?.iterations ?? 0) > 600;
      if (patient || options.level > 0) return result;
      const none = { termination: { reason: "noSolutionFound", limit: "iteration" }, iterations: 60 };
      return { ...result, ...none } as UnsolvedResult;
    };
    const chain = await solveChain(LAYERED, { solver: { ...solver, solve: impatient }, ...EXACT, iterations: 1000 });
    expect(chain.levels.map(({ value }) => value)).toEqual(levelByLevel(LAYERED));
    expect(most.slice(0, 2)).toEqual([500, 940]);
  });

  test("passes over the levels left when the time of all is over", async () => {
    let now = 0;
    const clock = vi.spyOn(performance, "now").mockImplementation(() => now);
    const { seconds, solver } = timed(async (program, options) => {
      const result = await stalling(highs, 0).solve(program, options);
      now += 90_000;
      return result;
    });
    const chain = await solveChain(LAYERED, { solver, ...EXACT, timeSeconds: 60 });
    clock.mockRestore();
    expect(seconds).toHaveLength(1);
    expect(chain).toMatchObject({ status: "solved", reproducible: false, unique: false });
    expect(chain.levels.map(({ reason, limit }) => [reason, limit])).toEqual([
      ["feasible", "time"],
      ["feasible", "time"],
      ["feasible", "time"],
    ]);
    const nothing = await solveChain(LAYERED, { solver, ...EXACT, timeSeconds: 0 });
    expect(nothing).toMatchObject({ status: "stopped", limit: "time", levels: [] });
  });
});

describe("elasticProgram", () => {
  test("has the least total violation of chosen rows", async () => {
    for (let k = 0; k < PROGRAMS / 3; k++) {
      const seed = seedOf(SEED + 2, k);
      const draws = new Draws(seed);
      const columns = Array.from({ length: 4 }, () => binary(draws.integer(0, 3)));
      const rows = Array.from({ length: draws.integer(2, 4) }, (): SmallRow => {
        const side = draws.integer(-2, 6);
        const terms = columns.map((_, column) => [column, draws.integer(-2, 3)] as const);
        return draws.chance(0.5) ? { lower: side, upper: side + 1, terms } : { lower: side, upper: Infinity, terms };
      });
      const { program, slacks } = elasticProgram(smallProgram({ columns, rows }), () => 1);
      const chain = await solveChain(program, { solver: highs, ...EXACT });
      expect(slacks.length).toBeGreaterThan(0);
      expect([seed, chain.levels[0]?.value]).toEqual([seed, leastViolation(columns.length, rows)]);
    }
  });

  test("asks nothing of rows that are free, and holds their slack", () => {
    const given = smallProgram({
      columns: [binary(), { lower: 0, upper: 1e7 }],
      rows: [{ lower: 3, upper: Infinity, terms: [[0, 1], [1, 10]] }], // prettier-ignore
    });
    const { program, slacks } = elasticProgram(given, () => 1, { free: new Set([0]) });
    expect([program.rowLower[0], program.rowUpper[0]]).toEqual([-Infinity, Infinity]);
    expect(program.columnUpper.slice(0, 2)).toEqual(Float64Array.of(0, 0));
    expect(slacks.every(({ column }) => column >= 2)).toBe(true);
    expect(elasticProgram(given, () => 1).program.columnUpper[1]).toBe(1e7);
  });

  test("lets bounds give and never the rows that stay", async () => {
    const program = smallProgram({
      columns: [{ lower: 1, upper: 1 }, binary()],
      rows: [
        {
          lower: 0,
          upper: 0,
          terms: [
            [0, 1],
            [1, 1],
          ],
        },
      ],
    });
    const free = elasticProgram(program, () => 1);
    expect(await values(free.program)).toEqual([1]);
    const { program: stiff, slacks } = elasticProgram(program, () => 0);
    expect(slacks).toEqual([]);
    expect(await values(stiff)).toBe("infeasible");
  });
});

/** Tries columns beyond their upper bound of 1 as well: what rows lack or have too much of, and what columns exceed. */
function leastViolation(count: number, rows: readonly SmallRow[]): number {
  const most = 7;
  let least = Infinity;
  for (let code = 0; code < (most + 1) ** count; code++) {
    const point = Array.from({ length: count }, (_, k) => Math.floor(code / (most + 1) ** k) % (most + 1));
    let missed = point.reduce((sum, value) => sum + Math.max(0, value - 1), 0);
    for (const { lower, upper, terms } of rows) {
      const sum = terms.reduce((total, [column, value]) => total + value * (point[column] ?? 0), 0);
      missed += Math.max(0, lower - sum, sum - upper);
    }
    least = Math.min(least, missed);
  }
  return least;
}

/** Counts the 0-1 points of one level that have a value. */
function tiedPoints(program: LinearProgram, value: number): number {
  const { columnCount, columnLower, columnUpper } = program;
  const rules = { program, columnLower, columnUpper, cuts: [], relaxation: false };
  const points = Array.from({ length: 2 ** columnCount }, (_, bits) =>
    Float64Array.from({ length: columnCount }, (_unused, column) => (bits >> column) & 1),
  );
  const [level] = program.levels as readonly [LinearProgram["levels"][number]];
  return points.filter((point) => levelValue(level, point) === value && checkPoint(rules, point).holds).length;
}

describe("the only point", () => {
  const oneOf = (...costs: number[]) => ({
    columns: costs.map((cost) => binary(0, cost)),
    rows: [{ lower: 1, upper: 1, terms: costs.map((_, column) => [column, 1] as const) }],
    levels: [{}, {}],
  });
  const uniqueOf = async (program: LinearProgram) => {
    const chain = await solveChain(program, { solver: highs, ...EXACT });
    return chain.status === "solved" && chain.unique;
  };

  test("is the only one if the runner-up is worse, and not if it is as good", async () => {
    expect(await uniqueOf(smallProgram(oneOf(3, 4, 5)))).toBe(true);
    expect(await uniqueOf(smallProgram(oneOf(3, 3, 5)))).toBe(false);
  });

  test("is not claimed where a counted column has more than two values", async () => {
    // (1, 1) and (2, 0) both cost 2.
    const wide = { lower: 0, upper: 2, costs: [1] };
    const sum = {
      lower: 2,
      upper: 2,
      terms: [
        [0, 1],
        [1, 1],
      ] as const,
    };
    expect(await uniqueOf(smallProgram({ columns: [wide, wide], rows: [sum] }))).toBe(false);
  });

  test("agrees with trying every point of random programs", async () => {
    const seen = { one: 0, more: 0 };
    for (let k = 0; k < 60; k++) {
      const seed = seedOf(SEED + 3, k);
      const draws = new Draws(seed);
      const costs = Array.from({ length: 7 }, () => draws.integer(1, 6));
      const pairs = Array.from({ length: 3 }, () => {
        const first = draws.integer(0, 6);
        return { lower: 1, upper: 2, terms: [0, 1, 2].map((step) => [(first + step) % 7, 1] as const) };
      });
      const program = smallProgram({ columns: costs.map((cost) => binary(cost)), rows: pairs });
      const chain = await solveChain(program, { solver: highs, ...EXACT });
      if (chain.status !== "solved") continue;
      const points = tiedPoints(program, chain.levels[0]?.value ?? 0);
      expect(chain.unique, `seed ${seed}`).toBe(points === 1);
      seen[points === 1 ? "one" : "more"]++;
    }
    expect(Math.min(seen.one, seen.more)).toBeGreaterThan(5);
  });
});
