import { expect, test } from "vitest";
import { ProgramBuilder } from "../linear/builder.ts";
import type { Level } from "../linear/program.ts";
import { attainableBound, pricedBound, valueRounding } from "./bounds.ts";

/** min 1000 a + 3 b, a + b >= 2; a in 0..9, b >= 0 without an upper bound. */
function program() {
  const builder = new ProgramBuilder();
  const label = { group: builder.group({ rule: "r", source: "", subjectKind: "k" }), subject: 0 };
  builder.addLevel({ name: "l", unit: "u" });
  const row = builder.addSideRow({ lower: 2, upper: Infinity }, label);
  for (const [upper, cost] of [
    [9, 1000],
    [Infinity, 3],
  ] as const) {
    const column = builder.addColumn({ lower: 0, upper }, label);
    builder.addCost(0, column, cost);
    builder.addEntry(row, column, 1);
  }
  return builder.build();
}

function boundAt(price: number): number {
  const whole = program();
  const { columnLower, columnUpper, levels } = whole;
  const rules = { program: whole, columnLower, columnUpper, cuts: [], relaxation: true };
  return pricedBound(rules, levels[0] as Level, Float64Array.of(price)).bound;
}

test("prices prove what they prove, and nothing where they push a column to a bound that it does not have", () => {
  expect(boundAt(3)).toBe(6);
  expect(boundAt(2)).toBe(4);
  expect(boundAt(4)).toBe(-Infinity);
});

test("what a solver rounds, measured by the greatest cost, pushes nothing", () => {
  expect(boundAt(3 + 0.5e-4)).toBeCloseTo(6, 3);
  expect(boundAt(3 + 2e-4)).toBe(-Infinity);
});

/** One integer column of a cost, and a constant. */
function levelOf(cost: number, offset: number) {
  const builder = new ProgramBuilder();
  const label = { group: builder.group({ rule: "r", source: "", subjectKind: "k" }), subject: 0 };
  builder.addLevel({ name: "l", unit: "u" });
  builder.addOffset(0, offset);
  builder.addCost(0, builder.addColumn({ lower: 0, upper: 9 }, label), cost);
  const built = builder.build();
  return { built, level: built.levels[0] as Level };
}

test.each([7, 1e9 + 7, 2 ** 31 * 1000 + 1, 2 ** 52 - 5])(
  "a value that is attainable is its own bound: %d",
  (offset) => {
    const { built, level } = levelOf(1, offset);
    for (const value of [offset, offset + 1]) {
      expect(attainableBound(built, level, value)).toBe(value);
      expect(attainableBound(built, level, attainableBound(built, level, value))).toBe(value);
    }
    expect(attainableBound(built, level, offset + 0.75)).toBe(offset + 1);
  },
);

test("a bound is taken up to the next value, and rounding that lies just above one to that one", () => {
  const { built, level } = levelOf(10, 3);
  expect(attainableBound(built, level, 14)).toBe(23);
  expect(attainableBound(built, level, 13 + 1e-7)).toBe(13);
  const { built: large, level: costly } = levelOf(1000, 5e8);
  expect(attainableBound(large, costly, 5e8 + 1000.4)).toBe(5e8 + 1000);
});

test("no two values of a level of integers are taken for one, however large", () => {
  const { built, level } = levelOf(1, 0);
  for (const value of [1, 1e9, 1e12, 2 ** 53]) expect(valueRounding(built, level, value)).toBeLessThanOrEqual(0.5);
  expect(valueRounding(built, level, 1)).toBe(1e-9);
});
