import { expect, test } from "vitest";
import { ProgramBuilder } from "../linear/builder.ts";
import type { Level } from "../linear/program.ts";
import { attainableBound, isBoundedByColumns, pricedBound, valueRounding } from "./bounds.ts";

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

type Column = readonly [lower: number, upper: number, cost: number, isContinuous?: "continuous"];

/** Columns with costs, one row over all of them, and a level that says its step. */
function ruledBy(columns: readonly Column[], row: readonly [number, number] = [-Infinity, Infinity], step = 1) {
  const builder = new ProgramBuilder();
  const label = { group: builder.group({ rule: "r", source: "", subjectKind: "k" }), subject: 0 };
  builder.addLevel({ name: "l", unit: "u", step });
  const side = builder.addSideRow({ lower: row[0], upper: row[1] }, label);
  for (const [lower, upper, cost, isContinuous] of columns) {
    const column = builder.addColumn({ lower, upper, integer: isContinuous === undefined }, label);
    builder.addCost(0, column, cost);
    builder.addEntry(side, column, 1);
  }
  const built = builder.build();
  const { columnLower, columnUpper, levels } = built;
  const rules = { program: built, columnLower, columnUpper, cuts: [], relaxation: true };
  return { built, rules, level: levels[0] as Level };
}

test.each<readonly [string, readonly Column[], number, number]>([
  ["multiples of the step", [[0, 9, 4], [0, 9, 8], [0, 9, 0]], 4, 8], // prettier-ignore
  ["a cost that the step does not divide", [[0, 9, 4], [0, 9, 6]], 4, 6], // prettier-ignore
  ["no step said", [[0, 9, 4]], 0, 6],
  ["a step that is no integer", [[0, 9, 4]], 2.5, 6],
  ["a cost that is no integer", [[0, 9, 4], [0, 9, 0.5]], 4, 5.5], // prettier-ignore
  ["a column that is not integer", [[0, 9, 4], [0, 9, 4, "continuous"]], 4, 5.5], // prettier-ignore
  ["a continuous column that costs nothing", [[0, 9, 4], [0, 9, 0, "continuous"]], 4, 8], // prettier-ignore
])("what lies above 5.5 follows from the costs: %s", (_what, columns, step, attainable) => {
  const { built, level } = ruledBy(columns, [-Infinity, Infinity], step);
  expect(attainableBound(built, level, 5.5)).toBe(attainable);
  // Asked again it is what was found before.
  expect(attainableBound(built, level, 5.5)).toBe(attainable);
});

test("a bound that is no number of the level stays, and a level is read for the program it is asked of", () => {
  const { built, level } = ruledBy([[0, 9, 4]], undefined, 4);
  expect(attainableBound(built, level, -Infinity)).toBe(-Infinity);
  expect(attainableBound(built, level, Infinity)).toBe(Infinity);
  expect(attainableBound(built, level, -0.5)).toBe(0);
  expect(Object.is(attainableBound(built, level, -0.5), 0)).toBe(true);
  const { built: other } = ruledBy([[0, 9, 4, "continuous"]]);
  expect(attainableBound(other, level, 5.5)).toBe(5.5);
  expect(attainableBound(built, level, 5.5)).toBe(8);
});

test("values of a level without a step are told apart by a share of them, of one with a step by less than half of it", () => {
  const { built, level } = ruledBy([[0, 9, 0.5]]);
  expect(valueRounding(built, level, 1e12)).toBeCloseTo(1000, 6);
  expect(valueRounding(built, level, -1e12)).toBeCloseTo(1000, 6);
  expect(valueRounding(built, level, 0)).toBe(1e-9);
  const { built: stepped, level: whole } = ruledBy([[0, 9, 4]], undefined, 4);
  expect(valueRounding(stepped, whole, 1e12)).toBe(2);
});

test("a price whose sign points to a side that the row does not have counts for nothing", () => {
  const { rules, level } = ruledBy([[0, 9, 5], [0, 9, 3]], [2, Infinity]); // prettier-ignore
  const wrong = pricedBound(rules, level, Float64Array.of(-1));
  expect(wrong).toEqual({ bound: 0, rounding: 0, reducedCosts: Float64Array.of(5, 3), rowPrices: Float64Array.of(0) });
  const right = pricedBound(rules, level, Float64Array.of(4));
  // 4 times 2 for the row, and the second column is pushed to its upper bound of 9 for -1 each.
  expect(right).toEqual({
    bound: 8 - 9,
    rounding: 0,
    reducedCosts: Float64Array.of(1, -1),
    rowPrices: Float64Array.of(4),
  });
});

test("an upper side is what a negative price stands for", () => {
  const { rules, level } = ruledBy([[0, 9, -5]], [-Infinity, 3]);
  expect(pricedBound(rules, level, Float64Array.of(-5))).toMatchObject({ bound: -15 });
  expect(pricedBound(rules, level, Float64Array.of(0))).toMatchObject({ bound: -45 });
});

test("cuts are priced behind the rows, each over its own columns", () => {
  const { rules, level } = ruledBy([[0, 9, 5], [0, 9, 3]], [2, Infinity]); // prettier-ignore
  const cut = { lower: 4, upper: 7, columns: Int32Array.of(1), values: Float64Array.of(2) };
  const prices = Float64Array.of(0, 1.5);
  const priced = pricedBound({ ...rules, cuts: [cut] }, level, prices);
  expect(priced).toEqual({ bound: 6, rounding: 0, reducedCosts: Float64Array.of(5, 0), rowPrices: prices });
  const above = pricedBound({ ...rules, cuts: [cut] }, level, Float64Array.of(0, -0.5));
  // -0.5 times 7; the second column costs 3 + 1.
  expect(above).toMatchObject({ bound: -3.5, reducedCosts: Float64Array.of(5, 4) });
});

test.each<readonly [boolean, readonly Column[]]>([
  [true, [[0, Infinity, 5], [-Infinity, 0, -5], [-Infinity, Infinity, 0]]], // prettier-ignore
  [false, [[0, 9, 1], [-Infinity, 0, 5]]], // prettier-ignore
  [false, [[0, Infinity, -5], [0, 9, 1]]], // prettier-ignore
  [true, [[0, 9, 0], [0, 9, -1]]], // prettier-ignore
])(
  "a value cannot fall for ever where each column that costs something has the bound it is pushed to: %s",
  (is, columns) => {
    const { rules, level } = ruledBy(columns);
    expect(isBoundedByColumns(rules, level)).toBe(is);
  },
);
