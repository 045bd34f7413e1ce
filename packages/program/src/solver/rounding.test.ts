import { Draws, seedOf, smallProgram } from "@lungang/solver-testkit";
import { describe, expect, test } from "vitest";
import type { Level, LinearProgram } from "../linear/program.ts";
import { pricedBound } from "./bounds.ts";

/** What rounding adds to a bound is no bound: prices of any size, against sums in whole numbers. */

const PROGRAMS = 300;
const COLUMNS = 8;
const ROWS = 4;
/** Doubles of these tests are multiples of 2^-BITS. */
const BITS = 120n;

/** Returns a double as a multiple of 2^-BITS. */
function exact(value: number): bigint {
  let [mantissa, shift] = [value, 0n];
  while (!Number.isInteger(mantissa)) [mantissa, shift] = [mantissa * 2, shift + 1n];
  return BigInt(mantissa) << (BITS - shift);
}

function drawn(draws: Draws): LinearProgram {
  const number = (most: number) => draws.integer(-most, most);
  return smallProgram({
    columns: Array.from({ length: COLUMNS }, () => ({
      lower: 0,
      upper: draws.integer(1, 60),
      costs: [number(2 ** 20)],
    })),
    rows: Array.from({ length: ROWS }, () => {
      const side = number(2 ** 30);
      return {
        lower: side,
        upper: side + draws.integer(0, 3),
        terms: Array.from({ length: COLUMNS }, (_, column) => [column, number(2 ** 20)] as const),
      };
    }),
  });
}

/** Returns what prices prove, as a multiple of 2^-BITS. */
function exactBound(
  { columnUpper, rowLower, rowUpper, starts, rows, values, levels }: LinearProgram,
  prices: Float64Array,
) {
  const { cost } = levels[0] as Level;
  const whole = (value: number | undefined) => BigInt(value as number);
  let bound = 0n;
  for (const [row, price] of prices.entries()) bound += exact(price) * whole(price > 0 ? rowLower[row] : rowUpper[row]);
  for (let column = 0; column < COLUMNS; column++) {
    let reduced = exact(cost[column] as number);
    for (let entry = starts[column] as number; entry < (starts[column + 1] as number); entry++)
      reduced -= exact(prices[rows[entry] as number] as number) * whole(values[entry]);
    if (reduced < 0n) bound += reduced * whole(columnUpper[column]);
  }
  return bound;
}

function proven(program: LinearProgram, prices: Float64Array) {
  const { columnLower, columnUpper, levels } = program;
  return pricedBound({ program, columnLower, columnUpper, cuts: [], relaxation: true }, levels[0] as Level, prices);
}

describe("a bound that prices prove", () => {
  test("is never above what they prove exactly, and would be with what rounding adds", () => {
    let above = 0;
    for (let k = 0; k < PROGRAMS; k++) {
      const draws = new Draws(seedOf(31, k));
      const program = drawn(draws);
      const prices = Float64Array.from({ length: ROWS }, () => (draws.unit() - 0.5) * 10 ** draws.integer(-3, 6));
      const { bound, rounding } = proven(program, prices);
      const wanted = exactBound(program, prices);
      expect([k, exact(bound) <= wanted]).toEqual([k, true]);
      expect(rounding).toBeLessThan(1e-9 * Math.max(...prices.map(Math.abs)) * 2 ** 30);
      if (exact(bound + rounding) > wanted) above++;
    }
    expect(above).toBeGreaterThan(PROGRAMS / 10);
  });

  test("is exact at prices on the grid", () => {
    for (let k = 0; k < PROGRAMS; k++) {
      const draws = new Draws(seedOf(32, k));
      const program = drawn(draws);
      const prices = Float64Array.from({ length: ROWS }, () => draws.integer(-(2 ** 17), 2 ** 17) / 2 ** 16);
      const { bound, rounding } = proven(program, prices);
      expect([k, rounding, exact(bound) === exactBound(program, prices)]).toEqual([k, 0, true]);
    }
  });
});
