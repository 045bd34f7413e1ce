import type { ColumnRanges, Cut, Level, LinearProgram } from "@lungang/program";
import { hasIncumbent } from "@lungang/program";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { Draws, networkProgram, seedOf } from "@lungang/solver-testkit";
import { afterAll, expect, test } from "vitest";
import { createNetworkSolver } from "./node.ts";

const SEED = Number(process.env["LUNGANG_SEED"] ?? 20261122);
/** About one program in five needs a split. */
const PROGRAMS = Number(process.env["LUNGANG_PROGRAMS"] ?? 40);
/** Columns of a program whose ranges are looked at, two programs for each. */
const MOST_COLUMNS = 4;
const EXACT = { relativeGap: 0 };

const highs = createHighsSolver();
const network = createNetworkSolver({
  finisher: createHighsSolver(),
  fewColumns: 0,
  siftFrom: 0,
  provable: 0,
  checkInvariants: true,
});

afterAll(() => Promise.all([highs.close(), network.close()]));

test.each([4, 14])(
  `splitting on counts, %i movers: optimum, ranges of all points as good (seed ${SEED})`,
  async (movers) => {
    let split = 0;
    let closed = 0;
    for (let k = 0; k < PROGRAMS; k++) {
      const program = networkProgram("counts", new Draws(seedOf(SEED, k)), movers);
      for (const [number, level] of program.levels.entries()) {
        const answer = await network.solve(program, { level: number, limits: EXACT });
        if (!answer.rawStatus.includes("parts split on counts") || !hasIncumbent(answer)) continue;
        split++;
        if (answer.rawStatus.endsWith("parts split on counts")) closed++;
        const wanted = await highs.solve(program, { level: number, limits: EXACT });
        expect([k, answer.primalBound, answer.dualBound]).toEqual([k, wanted.primalBound, wanted.primalBound]);
        const { columns, lower, upper } = answer.ranges as ColumnRanges;
        expect(columns.length).toBeGreaterThan(0);
        const draws = new Draws(seedOf(SEED, k));
        for (let look = 0; look < MOST_COLUMNS; look++) {
          const place = draws.integer(0, columns.length - 1);
          const column = columns[place] as number;
          const [least, most] = await extremes(program, column, atMost(level, answer.primalBound));
          expect([k, least >= (lower[place] as number), most <= (upper[place] as number)]).toEqual([k, true, true]);
        }
      }
    }
    expect(split).toBeGreaterThan(PROGRAMS / 20);
    // The parts alone prove most: no integer program on all columns after them.
    expect(closed).toBeGreaterThan(split / 2);
  },
);

/** The row `value of the level <= most`. */
function atMost(level: Level, most: number): Cut {
  const columns = Int32Array.from([...level.cost.keys()].filter((column) => level.cost[column] !== 0));
  const values = Float64Array.from(columns, (column) => level.cost[column] as number);
  return { lower: -Infinity, upper: most - level.offset, columns, values };
}

/** Returns the least and the greatest value of a column among the points that keep a row. */
async function extremes(program: LinearProgram, column: number, cut: Cut): Promise<readonly [number, number]> {
  const value = async (sign: number): Promise<number> => {
    const cost = new Float64Array(program.columnCount);
    cost[column] = sign;
    const level = { ...(program.levels[0] as Level), step: 1, offset: 0, cost };
    const { primalBound } = await highs.solve(
      { ...program, levels: [level] },
      { level: 0, cuts: [cut], limits: EXACT },
    );
    return sign * primalBound;
  };
  return [await value(1), await value(-1)];
}
