import { createHighsSolver } from "@lungang/solver-highs/node";
import { smallProgram } from "@lungang/solver-testkit";
import { afterAll, describe, expect, test } from "vitest";
import type { LinearProgram } from "../linear/program.ts";
import { restrictProgram } from "../linear/restrict.ts";
import type { SolveOptions, Solver } from "../solver/port.ts";
import { hasIncumbent } from "../solver/port.ts";
import { solveChain } from "./chain.ts";

/** Bounds that a backend finds for the points of one level narrow the levels after it, where that level is held. */

const highs = createHighsSolver();

afterAll(() => highs.close());

/** HiGHS on whole levels, which says of the first level that its best points have nothing in the first column. */
function rangingSolver(): Solver & { readonly asked: SolveOptions[] } {
  const asked: SolveOptions[] = [];
  return {
    name: "highs-with-ranges",
    version: highs.version,
    capabilities: { ...highs.capabilities, wholeLevels: true },
    close: () => Promise.resolve(),
    asked,
    solve: async (program, options) => {
      asked.push(options);
      const {
        columnLower = program.columnLower,
        columnUpper = program.columnUpper,
        cuts = [],
        start,
        ...rest
      } = options;
      const { rowPrices: _prices, ...from } = start ?? {};
      const small = restrictProgram(program, { columnLower, columnUpper, cuts });
      const result = await highs.solve(small.program, {
        ...rest,
        start: from.values === undefined ? {} : { values: small.shrink(from.values) },
      });
      if (!hasIncumbent(result)) return result;
      const ranges = { columns: Int32Array.of(0), lower: Float64Array.of(0), upper: Float64Array.of(0) };
      const whole = { ...result, values: small.expand(result.values) };
      return options.level === 0 ? { ...whole, ranges } : whole;
    },
  };
}

/** One of two columns is 1: the first level is for the second column, the second level for the first. */
function twoLevels(tolerance: number): LinearProgram {
  const columns = [[1, 0] as const, [0, 1] as const].map((costs) => ({ lower: 0, upper: 1, costs }));
  const terms = columns.map((_, column) => [column, 1] as const);
  return smallProgram({ columns, rows: [{ lower: 1, upper: 2, terms }], levels: [{ tolerance }, {}] });
}

describe("ranges of columns", () => {
  const solved = async (tolerance: number) => {
    const solver = rangingSolver();
    const chain = await solveChain(twoLevels(tolerance), { solver, relativeGap: 0, proveUnique: false });
    const after = solver.asked.filter(({ level }) => level === 1);
    return { values: chain.levels.map(({ value }) => value), upper: after.map(({ columnUpper }) => columnUpper?.[0]) };
  };

  test("bound the columns of later levels", async () => {
    expect(await solved(0)).toEqual({ values: [0, 1], upper: [0] });
  });

  test("bound nothing where a tolerance lets a level be worse", async () => {
    expect(await solved(1)).toEqual({ values: [0, 0], upper: [1] });
  });
});
