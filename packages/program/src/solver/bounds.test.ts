import { expect, test } from "vitest";
import { ProgramBuilder } from "../linear/builder.ts";
import type { Level } from "../linear/program.ts";
import { pricedBound } from "./bounds.ts";

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
