import { createHighsSolver } from "@lungang/solver-highs/node";
import { createNetworkSolver } from "@lungang/solver-network/node";
import { Draws, networkProgram, seedOf } from "@lungang/solver-testkit";
import { afterAll, expect, test } from "vitest";
import type { Level, LinearProgram } from "../linear/program.ts";
import { levelValue } from "../linear/program.ts";
import type { SolveOptions, Solver } from "../solver/port.ts";
import { solveChain } from "./chain.ts";

const SEED = 97;
const PROGRAMS = 16;
const highs = createHighsSolver();
/** Takes no relaxations, as some solvers do. */
const integerOnly: Solver = {
  name: highs.name,
  version: highs.version,
  capabilities: { ...highs.capabilities, relaxation: false },
  solve: (program, options) =>
    options.relaxation === true ? Promise.reject(new Error("no relaxations")) : highs.solve(program, options),
  close: () => highs.close(),
};
const networkOn = (finisher: Solver) => createNetworkSolver({ finisher, fewColumns: 0, siftFrom: 0 });

afterAll(() => highs.close());

/** Notes what is asked of a solver. */
function noting(solver: Solver, asked: SolveOptions[]): Solver {
  const { name, version, capabilities } = solver;
  const solve: Solver["solve"] = (program, options) => {
    asked.push(options);
    return solver.solve(program, options);
  };
  return { name, version, capabilities, solve, close: () => solver.close() };
}

/** A program with two more levels of random costs. */
function withMoreLevels(program: LinearProgram, draws: Draws): LinearProgram {
  const level = program.levels[0] as Level;
  const more = ["second", "third"].map((name) => {
    const cost = level.cost.map((_, column) =>
      draws.chance(0.7) && program.integer[column] === 1 ? draws.integer(0, 9) : 0,
    );
    return { ...level, name, offset: 0, step: 1, cost };
  });
  return { ...program, levels: [level, ...more] };
}

test.each([
  ["relaxations", networkOn(highs)],
  ["integer programs alone", networkOn(integerOnly)],
])(
  `levels up to the first that differs from another point are solved as ever: %s (seed ${SEED})`,
  async (_, network) => {
    const seen = { programs: 0, open: 0 };
    for (let k = 0; k < PROGRAMS; k++) {
      const draws = new Draws(seedOf(SEED, k));
      const program = withMoreLevels(networkProgram("counts", draws, 14), draws);
      const exact = await solveChain(program, { solver: network, relativeGap: 0, proveUnique: false });
      if (exact.status !== "solved") continue;
      seen.programs++;
      const values = exact.levels.map(({ value }) => value);
      const lead = draws.integer(0, values.length);
      const comparedWith = lead === values.length ? values : values.with(lead, (values[lead] as number) + 1);
      const asked: SolveOptions[] = [];
      const options = { solver: noting(network, asked), relativeGap: 0, proveUnique: false, comparedWith };
      const chain = await solveChain(program, options);
      if (chain.status !== "solved") throw new Error(chain.status);
      expect([k, chain.levels.slice(0, lead + 1)]).toEqual([k, exact.levels.slice(0, lead + 1)]);
      const integer = asked.filter(({ relaxation }) => relaxation !== true);
      expect([k, integer.filter(({ level, limits }) => level > lead !== (limits?.nodes === 100))]).toEqual([k, []]);
      const next = chain.levels[lead + 1];
      if (next === undefined) continue;
      const wanted = values[lead + 1] as number;
      expect([k, next.dualBound <= wanted, next.value >= wanted]).toEqual([k, true, true]);
      for (const [number, { value, dualBound, reason, limit }] of chain.levels.entries()) {
        expect(levelValue(program.levels[number] as Level, chain.values)).toBe(value);
        expect(dualBound).toBeLessThanOrEqual(value);
        expect(limit).toBe(reason === "optimal" ? undefined : "node");
        if (reason === "feasible") seen.open++;
      }
    }
    expect(seen.programs).toBeGreaterThan(PROGRAMS / 4);
    expect(seen.open).toBeGreaterThan(0);
  },
  60_000,
);
