import { expect, test } from "vitest";
import { ProgramBuilder } from "../linear/builder.ts";
import type { Cut } from "../linear/program.ts";
import { checkPoint } from "./point.ts";

/** Points on the edge of bounds, rows and cuts, of columns that need not be integers. */

type Column = readonly [lower: number, upper: number, kind: "integer" | "continuous"];

function verdict(
  columns: readonly Column[],
  point: readonly number[],
  given: { cuts?: Cut[]; relaxation?: boolean } = {},
) {
  const builder = new ProgramBuilder();
  const label = { group: builder.group({ rule: "r", source: "", subjectKind: "k" }), subject: 0 };
  builder.addLevel({ name: "l", unit: "u" });
  const row = builder.addSideRow({ lower: -Infinity, upper: Infinity }, label);
  for (const [lower, upper, kind] of columns) {
    builder.addEntry(row, builder.addColumn({ lower, upper, integer: kind === "integer" }, label), 1);
  }
  const program = builder.build();
  const { columnLower, columnUpper } = program;
  const { cuts = [], relaxation = false } = given;
  const found = checkPoint({ program, columnLower, columnUpper, cuts, relaxation }, point);
  return found.holds ? [...found.values] : found.why;
}

const WHOLE: Column = [2, 5, "integer"];
const ANY: Column = [2, 5, "continuous"];

test("an integer on a bound holds, one beyond it does not", () => {
  expect([verdict([WHOLE], [2]), verdict([WHOLE], [5])]).toEqual([[2], [5]]);
  expect(verdict([WHOLE], [1])).toBe("column 0 must be an integer in [2, 5], got 1");
  expect(verdict([WHOLE], [6])).toBe("column 0 must be an integer in [2, 5], got 6");
  // Rounded down it would lie below the bound.
  expect(verdict([[2.000001, 5, "integer"]], [2.000001])).toMatch(/must be an integer/u);
});

test("a continuous value within the tolerance of a bound is moved onto it, one beyond does not hold", () => {
  expect(verdict([ANY], [2 - 1e-7])).toEqual([2]);
  expect(verdict([ANY], [5 + 1e-7])).toEqual([5]);
  expect(verdict([ANY], [3.25])).toEqual([3.25]);
  expect(verdict([ANY], [2 - 1e-3])).toBe("column 0 must be a number in [2, 5], got 1.999");
  expect(verdict([ANY], [5 + 1e-3])).toBe("column 0 must be a number in [2, 5], got 5.001");
});

test("the tolerance grows with the bound, and not below one", () => {
  expect(verdict([[0, 1e6, "continuous"]], [1e6 + 0.1])).toEqual([1e6]);
  expect(verdict([[0, 1e6, "continuous"]], [-1e-3])).toMatch(/must be a number/u);
  expect(verdict([[0.001, 1, "continuous"]], [0.001 - 5e-7])).toEqual([0.001]);
});

test("no number is no value, of whatever column", () => {
  for (const value of [Number.NaN, Infinity, -Infinity]) {
    expect(verdict([[-Infinity, Infinity, "continuous"]], [value])).toMatch(/must be a number/u);
    expect(verdict([[-Infinity, Infinity, "integer"]], [value])).toMatch(/must be an integer/u);
  }
});

test("in a relaxation an integer column may have any value within its bounds, and is called a number", () => {
  expect(verdict([WHOLE], [2.5], { relaxation: true })).toEqual([2.5]);
  expect(verdict([WHOLE], [5.5], { relaxation: true })).toBe("column 0 must be a number in [2, 5], got 5.5");
});

test("a cut is exact only where every column and coefficient is an integer, and never in a relaxation", () => {
  const cut = (...values: readonly number[]): Cut => ({
    lower: -Infinity,
    upper: 5,
    columns: Int32Array.from(values.keys()),
    values: Float64Array.from(values),
  });
  const near = [2, 3 + 2e-6];
  expect(verdict([WHOLE, ANY], near, { cuts: [cut(1, 1)] })).toEqual(near);
  expect(verdict([WHOLE, ANY], [2, 3.1], { cuts: [cut(1, 1)] })).toBe("cut 0 must be in [-Infinity, 5], got 5.1");
  expect(verdict([WHOLE, WHOLE], [2, 4], { cuts: [cut(1, 1)] })).toBe("cut 0 must be in [-Infinity, 5], got 6");
  expect(verdict([WHOLE, WHOLE], [2, 3], { cuts: [cut(1, 1 + 1e-7)] })).toEqual([2, 3]);
  expect(verdict([WHOLE, WHOLE], near, { cuts: [cut(1, 1)], relaxation: true })).toEqual(near);
});
