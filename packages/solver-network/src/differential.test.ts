import type { Cut, LinearProgram, SolveOptions, SolveResult } from "@lungang/program";
import { elasticProgram, hasIncumbent } from "@lungang/program";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { Draws, networkProgram, seedOf, SIDE_ROW_KINDS } from "@lungang/solver-testkit";
import { afterAll, describe, expect, test } from "vitest";
import { createNetworkSolver } from "./node.ts";

const SEED = Number(process.env["LUNGANG_SEED"] ?? 20261122);
/** Programs of each kind of side row. */
const PROGRAMS = Number(process.env["LUNGANG_PROGRAMS"] ?? 12);

const highs = createHighsSolver();
const network = createNetworkSolver({
  finisher: createHighsSolver(),
  fewColumns: 0,
  siftFrom: 0,
  provable: 0,
  near: 8,
  checkInvariants: true,
});

afterAll(() => Promise.all([highs.close(), network.close()]));

/** Cuts that share columns and hold them at their lower bounds: one by its upper side, one by its lower. */
function forcingCuts({ columnLower, columnUpper }: LinearProgram, draws: Draws): readonly Cut[] {
  const all = [...columnLower.keys()].filter((column) => Number.isFinite(columnLower[column]));
  const loose = all.filter((column) => columnLower[column] !== columnUpper[column]);
  const free = Array.from({ length: 5 }, () => loose.splice(draws.integer(0, loose.length - 1), 1)[0] as number);
  const cut = (columns: readonly number[], sign: 1 | -1): Cut => {
    const values = columns.map((_, k) => sign * (k + 1));
    const activity = columns.reduce(
      (sum, column, k) => sum + (values[k] as number) * (columnLower[column] as number),
      0,
    );
    const [lower, upper] = sign === 1 ? [-Infinity, activity] : [activity, Infinity];
    return { lower, upper, columns: Int32Array.from(columns), values: Float64Array.from(values) };
  };
  return [cut(free.slice(0, 3), 1), cut(free.slice(1), -1)];
}

/**
 * Value and bound are those of highs, up to what two solvers in floating point differ by. Returns whether the kernel found
 * them, and not its finisher alone.
 */
async function expectNear(program: LinearProgram, options: SolveOptions, seed: number): Promise<boolean> {
  const answer = await network.solve(program, options);
  expect(answer.rawStatus).not.toContain("second opinion");
  const wanted = await highs.solve(program, options);
  expect([seed, hasIncumbent(answer)]).toEqual([seed, hasIncumbent(wanted)]);
  if (!hasIncumbent(answer) || answer.rawStatus.includes("alone")) return false;
  const near = 1e-5 * Math.max(1, Math.abs(wanted.primalBound));
  expect(Math.abs(answer.primalBound - wanted.primalBound)).toBeLessThanOrEqual(near);
  expect(Math.abs(answer.dualBound - wanted.dualBound)).toBeLessThanOrEqual(near);
  return true;
}

function told(result: SolveResult): readonly (number | string)[] {
  return hasIncumbent(result) ? [result.primalBound, result.dualBound] : [result.termination.reason];
}

describe(`highs and network agree at gap 0 (seed ${SEED})`, () => {
  test.each(SIDE_ROW_KINDS)(`on ${PROGRAMS} programs with side rows: %s`, async (kind) => {
    for (let k = 0; k < PROGRAMS; k++) {
      const seed = seedOf(SEED, k);
      const program = networkProgram(kind, new Draws(seed));
      for (const level of program.levels.keys()) {
        const options = { level, limits: { relativeGap: 0 } };
        const answer = await network.solve(program, options);
        // A kernel that breaks is saved by the finisher, and nobody would notice.
        expect(answer.rawStatus).not.toContain("second opinion");
        const got = told(answer);
        const wanted = told(await highs.solve(program, options));
        expect({ seed, level, got }).toEqual({ seed, level, got: wanted });
      }
    }
  });

  test.each(SIDE_ROW_KINDS)("where cuts leave a column a bound that has to be rounded: %s", async (kind) => {
    let solved = 0;
    for (let k = 0; k < PROGRAMS; k++) {
      const seed = seedOf(SEED + 2, k);
      const program = networkProgram(kind, new Draws(seed));
      // 2 x >= 2 lower + 1: a whole unit more, and no prices of rows alone prove the half that rounding adds.
      const column = k % program.columnCount;
      const lower = 2 * (program.columnLower[column] as number) + 1;
      const cut = { lower, upper: Infinity, columns: Int32Array.of(column), values: Float64Array.of(2) };
      const options = { level: 0, cuts: [cut], limits: { relativeGap: 0 } };
      const answer = await network.solve(program, options);
      expect(answer.rawStatus).not.toContain("second opinion");
      expect({ seed, got: told(answer) }).toEqual({ seed, got: told(await highs.solve(program, options)) });
      if (hasIncumbent(answer) && !answer.rawStatus.includes("alone")) solved++;
    }
    expect(solved).toBeGreaterThan(0);
  });

  test.each(SIDE_ROW_KINDS)("where rows can be kept in one way only: %s", async (kind) => {
    let solved = 0;
    for (let k = 0; k < PROGRAMS; k++) {
      const seed = seedOf(SEED + 3, k);
      const draws = new Draws(seed);
      const program = networkProgram(kind, draws);
      const cuts = forcingCuts(program, draws);
      for (const relaxation of [true, false]) {
        const options = { level: 0, cuts, relaxation, limits: { relativeGap: 0 } };
        // Of a relaxation the bound is what the prices of all rows prove, also those that became bounds.
        if (await expectNear(program, options, seed)) solved++;
      }
    }
    expect(solved).toBeGreaterThan(0);
  });

  test.each(SIDE_ROW_KINDS)(
    "on what has to give where columns are forced, and the kernel solves it: %s",
    async (kind) => {
      const seen = { gives: 0, alone: 0 };
      for (let k = 0; k < PROGRAMS; k++) {
        const seed = seedOf(SEED + 4, k);
        const draws = new Draws(seed);
        const program = networkProgram(kind, draws);
        const columnLower = program.columnLower.slice();
        for (let n = 0; n < 12; n++) {
          const column = draws.integer(0, program.columnCount - 1);
          if (program.columnUpper[column] === 1) columnLower[column] = 1;
        }
        const elastic = elasticProgram({ ...program, columnLower }, () => 1);
        const options = { level: 0, limits: { relativeGap: 0 } };
        const answer = await network.solve(elastic.program, options);
        expect({ seed, got: told(answer) }).toEqual({ seed, got: told(await highs.solve(elastic.program, options)) });
        if (hasIncumbent(answer) && answer.primalBound > 0) seen.gives++;
        if (answer.rawStatus.includes("no network")) seen.alone++;
      }
      expect(seen.gives).toBeGreaterThan(0);
      expect(seen.alone).toBe(0);
    },
  );

  test.each(SIDE_ROW_KINDS)("on relaxations that are sifted, with side rows: %s", async (kind) => {
    let sifted = 0;
    for (let k = 0; k < PROGRAMS / 2; k++) {
      const seed = seedOf(SEED + 1, k);
      const program = networkProgram(kind, new Draws(seed));
      const options = { level: 0, relaxation: true };
      if (await expectNear(program, options, seed)) sifted++;
    }
    expect(sifted).toBeGreaterThan(0);
  });
});
