import { createHighsSolver } from "@lungang/solver-highs/node";
import { createNetworkSolver } from "@lungang/solver-network/node";
import { Draws, networkProgram, seedOf } from "@lungang/solver-testkit";
import { afterAll, describe, expect, test } from "vitest";
import { cases } from "../../../../scripts/campaign-size.ts";
import type { Level, LinearProgram } from "../linear/program.ts";
import type { SolveOptions, SolveResult, Solver } from "../solver/port.ts";
import type { ChainResult } from "./chain-types.ts";
import { solveChain } from "./chain.ts";

const SEED = 131;
const PROGRAMS = cases(14);
const highs = createHighsSolver();
const network = createNetworkSolver({ finisher: highs, fewColumns: 0, siftFrom: 0 });
const EXACT = { relativeGap: 0, proveUnique: false };

afterAll(() => Promise.all([highs.close(), network.close()]));

interface Asked {
  readonly level: number;
  readonly isTrial: boolean;
  readonly isRelaxation: boolean;
  readonly nodes: number | undefined;
  readonly result: SolveResult;
}

/** Notes what a solver is asked and answers; `answer` may answer in its place. */
function noting(
  solver: Solver,
  asked: Asked[],
  answer: (options: SolveOptions, result: SolveResult) => SolveResult = (_, result) => result,
): Solver {
  const { name, version, capabilities } = solver;
  const solve: Solver["solve"] = async (program, options) => {
    const result = answer(options, await solver.solve(program, options));
    const { level, trial = false, relaxation = false, limits } = options;
    asked.push({ level, isTrial: trial, isRelaxation: relaxation, nodes: limits?.nodes, result });
    return result;
  };
  return { name, version, capabilities, solve, close: () => solver.close() };
}

/** A program of three levels, the first of few costs: where one point stands, others do too. */
function threeLevels(draws: Draws): LinearProgram {
  const program = networkProgram("counts", draws, 14);
  const level = program.levels[0] as Level;
  const levelOf = (name: string, share: number): Level => {
    const cost = level.cost.map((_, column) => (draws.chance(share) && program.integer[column] === 1 ? 1 : 0));
    return { ...level, name, offset: 0, step: 1, cost };
  };
  return { ...program, levels: [levelOf("first", 0.2), levelOf("second", 0.2), level] };
}

/** A like program: one column that a point uses rests at its lower bound. */
function withoutOne(program: LinearProgram, point: Float64Array, draws: Draws): LinearProgram {
  const used = [...point.keys()].filter(
    (column) => (point[column] as number) > (program.columnLower[column] as number),
  );
  const column = used[draws.integer(0, used.length - 1)] as number;
  return { ...program, columnUpper: program.columnUpper.with(column, program.columnLower[column] as number) };
}

const levelsOf = ({ levels }: ChainResult) => levels.map(({ name, value, dualBound }) => [name, value, dualBound]);

/** Chains of like programs whose start holds no more, with what was asked of the solver. */
async function* likeChains(solver: Solver) {
  for (let k = 0; k < PROGRAMS; k++) {
    const draws = new Draws(seedOf(SEED, k));
    const program = threeLevels(draws);
    const start = await solveChain(program, { ...EXACT, solver });
    if (start.status !== "solved") continue;
    const like = withoutOne(program, start.values, draws);
    yield { k, like, start, cold: await solveChain(like, { ...EXACT, solver }) };
  }
}

describe.each([
  ["highs", highs],
  ["network", network],
])("levels supposed to stand where a like program has them, with %s", (_, solver) => {
  test(`stand there, or are solved after all (seed ${SEED})`, async () => {
    const seen = { right: 0, wrong: 0 };
    for await (const { k, like, start, cold } of likeChains(solver)) {
      const asked: Asked[] = [];
      const told: string[] = [];
      const options = { ...EXACT, solver: noting(solver, asked), start };
      const warm = await solveChain(like, { ...options, onLevel: ({ name }) => told.push(name) });
      expect([k, warm.status, levelsOf(warm)]).toEqual([k, cold.status, levelsOf(cold)]);
      const names = like.levels.map(({ name }) => name);
      expect([k, told]).toEqual([k, warm.status === "solved" ? names : []]);
      const [first] = asked;
      if (first?.isTrial !== true || cold.status !== "solved") continue;
      seen[first.result.termination.reason === "infeasible" ? "wrong" : "right"]++;
    }
    expect(seen.right).toBeGreaterThan(0);
    expect(seen.wrong).toBeGreaterThan(0);
  });

  test(`that differ from a point leave few nodes to those after them, which still find one (seed ${SEED})`, async () => {
    let short = 0;
    for await (const { k, like, start, cold } of likeChains(solver)) {
      if (cold.status !== "solved") continue;
      const comparedWith = start.levels.map(({ value }) => value + 1);
      const asked: Asked[] = [];
      const warm = await solveChain(like, { ...EXACT, solver: noting(solver, asked), start, comparedWith });
      if (warm.status !== "solved") throw new Error(`${k}: ${warm.status}`);
      const first = asked.find(({ isRelaxation }) => !isRelaxation);
      if (first?.isTrial !== true) continue;
      expect([k, first.nodes]).toEqual([k, 100]);
      if (first.result.termination.reason !== "infeasible") short++;
      const [lead] = warm.levels;
      expect([k, lead?.value, lead?.dualBound]).toEqual([k, cold.levels[0]?.value, cold.levels[0]?.value]);
    }
    expect(short).toBeGreaterThan(0);
  });

  test(`lose no bound that every point has to keep (seed ${SEED})`, async () => {
    let other = 0;
    for await (const { k, like, start, cold } of likeChains(solver)) {
      const second = (cold.levels[1]?.value ?? 0) - 1;
      const options = { ...EXACT, solver, atMost: new Map([[1, second]]) };
      const [alone, warm] = [await solveChain(like, options), await solveChain(like, { ...options, start })];
      expect([k, warm.status, levelsOf(warm)]).toEqual([k, alone.status, levelsOf(alone)]);
      if (cold.status === "solved" && alone.status === "solved") other++;
    }
    expect(other).toBeGreaterThan(0);
  });

  test(`are solved after all where a limit leaves open whether there is a point (seed ${SEED})`, async () => {
    let open = 0;
    for await (const { k, like, start, cold } of likeChains(solver)) {
      const stopped = { reason: "noSolutionFound", limit: "node" } as const;
      const asked: Asked[] = [];
      const limited = noting(solver, asked, ({ trial }, result) => {
        if (trial !== true || result.termination.reason === "infeasible") return result;
        open++;
        const nothing = { primalBound: Infinity, dualBound: -Infinity, relativeGap: Infinity, proof: "none" } as const;
        return { ...nothing, termination: stopped, rawStatus: "", reproducible: true };
      });
      const warm = await solveChain(like, { ...EXACT, solver: limited, start });
      expect([k, warm.status, levelsOf(warm)]).toEqual([k, cold.status, levelsOf(cold)]);
    }
    expect(open).toBeGreaterThan(0);
  });
});
