import type { LinearProgram } from "../linear/program.ts";
import type { Solver } from "../solver/port.ts";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { createNetworkSolver } from "@lungang/solver-network/node";
import { Draws, networkProgram, seedOf, SIDE_ROW_KINDS } from "@lungang/solver-testkit";
import { afterAll, describe, expect, test } from "vitest";
import type { ChainResult } from "./chain-types.ts";
import { solveChain } from "./chain.ts";

const highs = createHighsSolver();
const network = createNetworkSolver({
  finisher: createHighsSolver(),
  fewColumns: 0,
  siftFrom: 0,
  checkInvariants: true,
});

afterAll(() => Promise.all([highs.close(), network.close()]));

const SEED = 71;

type Solved = Extract<ChainResult, { status: "solved" }>;

const levelsOf = (chain: ChainResult) => chain.levels.map(({ value, dualBound }) => [value, dualBound]);

/** Counts what is asked of a solver. */
function counting(solver: Solver): Solver & { asked: number } {
  const counted = {
    name: solver.name,
    version: solver.version,
    capabilities: solver.capabilities,
    close: () => solver.close(),
    asked: 0,
    solve: ((program, options) => {
      counted.asked++;
      return solver.solve(program, options);
    }) as Solver["solve"],
  };
  return counted;
}

/** A like program: every side row may be a unit farther from what it was. */
function widened(program: LinearProgram, draws: Draws): LinearProgram {
  const shift = (bounds: Float64Array, by: number) =>
    bounds.map((bound, row) => (program.rowKinds[row] === 1 && draws.chance(0.5) ? bound + by : bound));
  return { ...program, rowLower: shift(program.rowLower, -1), rowUpper: shift(program.rowUpper, 1) };
}

describe.each([
  ["highs", highs],
  ["network", network],
])("a chain with %s that starts from a like program", (_name, solver) => {
  test("has the values and bounds that it has without, whatever it starts from", async () => {
    let solved = 0;
    for (const [k, kind] of SIDE_ROW_KINDS.entries()) {
      const draws = new Draws(seedOf(SEED, k));
      const program = networkProgram(kind, draws);
      const first = await solveChain(program, { solver, relativeGap: 0 });
      if (first.status !== "solved") continue;
      const like = widened(program, draws);
      const cold = await solveChain(like, { solver, relativeGap: 0 });
      const warm = await solveChain(like, { solver, relativeGap: 0, start: first });
      expect([kind, levelsOf(warm)]).toEqual([kind, levelsOf(cold)]);
      const { prices } = first;
      const rubbish = {
        values: first.values.map(() => draws.integer(-2, 2)),
        prices: prices.map((level) => level && { ...level, rows: level.rows.map(() => draws.integer(-50, 50)) }),
      };
      const misled = await solveChain(like, { solver, relativeGap: 0, start: rubbish });
      expect([kind, levelsOf(misled)]).toEqual([kind, levelsOf(cold)]);
      solved++;
    }
    expect(solved).toBeGreaterThan(SIDE_ROW_KINDS.length / 2);
  });

  test("solves only the levels that its prices do not prove", async () => {
    let fewer = 0;
    for (const [k, kind] of SIDE_ROW_KINDS.entries()) {
      const program = networkProgram(kind, new Draws(seedOf(SEED + 1, k)));
      const counted = counting(solver);
      const first = await solveChain(program, { solver: counted, relativeGap: 0, proveUnique: false });
      if (first.status !== "solved") continue;
      const cold = counted.asked;
      counted.asked = 0;
      const again = (await solveChain(program, {
        solver: counted,
        relativeGap: 0,
        proveUnique: false,
        start: first,
      })) as Solved;
      expect([kind, again.values]).toEqual([kind, first.values]);
      expect(counted.asked).toBeLessThanOrEqual(cold);
      if (counted.asked < cold) fewer++;
    }
    expect(fewer).toBeGreaterThan(SIDE_ROW_KINDS.length / 2);
  });
});
