import type { Cut, Level, LinearProgram } from "@lungang/program";
import { hasIncumbent, pricedBound } from "@lungang/program";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { Draws, networkProgram, seedOf } from "@lungang/solver-testkit";
import { afterAll, expect, test } from "vitest";
import { createNetworkSolver } from "./node.ts";

/**
 * A level of large costs is held by a row whose price is far smaller than the grid of prices: the kernel knows nothing of
 * it, and takes the prices of the finisher for what they prove.
 */

const PROGRAMS = 8;
/** Entries stay below 2^24, and a price of a thousandth of a head a metre is far below the grid. */
const STEEP = 4096;
const EXACT = { relativeGap: 0 };

const highs = createHighsSolver();
const network = createNetworkSolver({ finisher: createHighsSolver(), fewColumns: 0, siftFrom: 0, provable: 0 });

afterAll(() => Promise.all([highs.close(), network.close()]));

/** The row `STEEP * metres <= STEEP * most`. */
function held({ cost, offset }: Level, most: number): Cut {
  const columns = Int32Array.from([...cost.keys()].filter((column) => cost[column] !== 0));
  const values = Float64Array.from(columns, (column) => STEEP * (cost[column] as number));
  return { lower: -Infinity, upper: STEEP * (most - offset), columns, values };
}

/** The least metres, and those of a point with the fewest heads short or over. */
async function metresOf(program: LinearProgram): Promise<readonly [number, number] | undefined> {
  const least = await highs.solve(program, { level: 1, limits: EXACT });
  const fewest = await highs.solve(program, { level: 0, limits: EXACT });
  if (!hasIncumbent(least) || !hasIncumbent(fewest)) return undefined;
  const { cost, offset } = program.levels[1] as Level;
  return [least.primalBound, fewest.values.reduce((sum, x, column) => sum + x * (cost[column] as number), offset)];
}

test("a bound is that of the relaxation, however large the entries of a held level", async () => {
  let proven = 0;
  for (let k = 0; k < PROGRAMS; k++) {
    const program = networkProgram("share", new Draws(seedOf(23, k)), 8);
    const [least, most] = (await metresOf(program)) ?? [0, 0];
    const cuts = [held(program.levels[1] as Level, Math.floor(least + (most - least) / 4))];
    const free = await highs.solve(program, { level: 0, relaxation: true });
    const wanted = await highs.solve(program, { level: 0, relaxation: true, cuts });
    const answer = await network.solve(program, { level: 0, limits: EXACT, cuts });
    if (!hasIncumbent(answer) || answer.rowPrices === undefined || !answer.rawStatus.includes("sifted")) continue;
    const { columnLower, columnUpper } = program;
    const rules = { program, columnLower, columnUpper, cuts, relaxation: true };
    const { bound } = pricedBound(rules, program.levels[0] as Level, answer.rowPrices);
    expect([k, bound]).toEqual([k, expect.closeTo(wanted.dualBound, 5) as number]);
    if (wanted.dualBound > free.dualBound + 1e-3) proven++;
  }
  expect(proven).toBeGreaterThan(PROGRAMS / 4);
});
