import { pricedBound } from "@lungang/program";
import { Draws, networkProgram, seedOf, SIDE_ROW_KINDS } from "@lungang/solver-testkit";
import { describe, expect, test } from "vitest";
import { flowParts } from "./flow-parts.ts";
import { Lagrangian, onGrid } from "./lagrangian.ts";
import { PriceSteps } from "./price-steps.ts";
import { tightenByRows } from "./tighten.ts";

/** Returns a Lagrangian of a drawn program whose flow is feasible, or nothing. */
function drawn(kind: (typeof SIDE_ROW_KINDS)[number], seed: number): Lagrangian | undefined {
  const program = networkProgram(kind, new Draws(seed));
  const [level] = program.levels;
  const parts = level && flowParts(program, level);
  if (level === undefined || parts === undefined) throw new Error("wanted a network with a level");
  const lagrangian = new Lagrangian(parts, level);
  return lagrangian.simplex.isFeasible ? lagrangian : undefined;
}

describe("Lagrangian", () => {
  test.each(SIDE_ROW_KINDS)("its own bound is the one that its row prices prove, at any prices: %s", (kind) => {
    let compared = 0;
    for (let k = 0; k < 40; k++) {
      const seed = seedOf(3, k);
      const lagrangian = drawn(kind, seed);
      if (lagrangian === undefined) continue;
      const draws = new Draws(seed + 1);
      const steps = new PriceSteps(lagrangian);
      for (let place = 0; place < lagrangian.prices.length; place++) {
        const [least, most] = steps.range(place);
        lagrangian.setPrice(place, onGrid(Math.min(Math.max(draws.integer(-9, 9) / 4, least), most)));
      }
      expect(lagrangian.evaluate()).toBe("optimal");
      lagrangian.simplex.assertInvariants();
      const { program, level } = lagrangian;
      const { columnLower, columnUpper } = program;
      const rules = { program, columnLower, columnUpper, cuts: [], relaxation: true };
      expect({ seed, bound: lagrangian.bound() }).toEqual({
        seed,
        bound: pricedBound(rules, level, lagrangian.rowPrices()).bound,
      });
      compared++;
    }
    expect(compared).toBeGreaterThan(10);
  });
});

describe("tightenByRows", () => {
  const program = networkProgram("share", new Draws(1));
  const { columnLower } = program;

  test("takes nothing from programs without such rows", () => {
    const { columnUpper } = program;
    expect(tightenByRows({ program, columnLower, columnUpper, cuts: [], relaxation: false }).changed).toBe(false);
  });

  test("turns a cut with one free column into a bound, less what its fixed columns bring", () => {
    const lower = columnLower.slice();
    const upper = program.columnUpper.map((bound, column) => Math.min(bound, (lower[column] as number) + 3));
    lower[1] = upper[1] as number;
    const cut = {
      lower: (lower[0] as number) + 2 + 5 * (lower[1] as number),
      upper: Infinity,
      columns: Int32Array.of(0, 1),
      values: Float64Array.of(1, 5),
    };
    const task = { program, columnLower: lower, columnUpper: upper, relaxation: false };
    const tightened = tightenByRows({ ...task, cuts: [cut] });
    expect(tightened.columnLower[0]).toBe((columnLower[0] as number) + 2);
    expect(tightened.lowerFrom[0]).toBe(program.rowCount);
    expect([tightened.changed, tightened.crossed]).toEqual([true, (upper[0] as number) < (lower[0] as number) + 2]);
    // Twice the row asks for half a unit more: an integer has to be rounded up, a relaxation may stand between.
    const half = { ...cut, lower: 2 * cut.lower - 1, values: Float64Array.of(2, 10) };
    expect(tightenByRows({ ...task, cuts: [half] }).columnLower[0]).toBe((columnLower[0] as number) + 2);
    expect(tightenByRows({ ...task, cuts: [half], relaxation: true }).changed).toBe(false);
  });

  test("goes on with what moved bounds leave of earlier rows", () => {
    const upper = program.columnUpper.map((bound, column) => Math.min(bound, (columnLower[column] as number) + 3));
    const [a, b, c] = [0, 1, 2].map((column) => columnLower[column] as number) as [number, number, number];
    const columns = Int32Array.of(0, 1);
    // The second leaves its two columns no choice; only then does the first say what the third column is.
    const first = { lower: a + c + 1, upper: Infinity, columns: Int32Array.of(0, 2), values: Float64Array.of(1, 1) };
    const forcing = { lower: -Infinity, upper: a + b, columns, values: Float64Array.of(1, 1) };
    const task = { program, columnLower, columnUpper: upper, relaxation: false, cuts: [first, forcing] };
    const { columnLower: lower, columnUpper, sources, lowerFrom } = tightenByRows(task);
    expect([columnUpper[0], columnUpper[1], lower[2]]).toEqual([a, b, c + 1]);
    expect(lowerFrom[2]).toBe(program.rowCount);
    expect(sources.map(({ row }) => row)).toEqual([program.rowCount + 1, program.rowCount]);
  });

  test("does not lose that a column has no value left", () => {
    const [a, b] = [0, 1].map((column) => columnLower[column] as number) as [number, number];
    const upper = program.columnUpper.map((bound, column) => Math.min(bound, (columnLower[column] as number) + 1));
    const least = { lower: a + 2, upper: Infinity, columns: Int32Array.of(0), values: Float64Array.of(1) };
    const ofBoth = { columns: Int32Array.of(0, 1), values: Float64Array.of(1, 1) };
    const task = { program, columnLower, columnUpper: upper, relaxation: false };
    for (const forcing of [
      { lower: -Infinity, upper: a + 2 + b, ...ofBoth },
      { lower: a + 1 + b + 1, upper: Infinity, ...ofBoth },
    ]) {
      expect(tightenByRows({ ...task, cuts: [least, forcing] }).crossed).toBe(true);
    }
  });
});
