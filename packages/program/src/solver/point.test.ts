import { describe, expect, test } from "vitest";
import { ProgramBuilder } from "../linear/builder.ts";
import type { Cut, LinearProgram } from "../linear/program.ts";
import { checkPoint } from "./point.ts";

interface Made {
  readonly upper?: number;
  readonly integer?: boolean;
  readonly row: { readonly lower: number; readonly upper: number; readonly values: readonly number[] };
}

/** Columns from 0, all alike, and one row. */
function made({ upper = 2 ** 53, integer = true, row }: Made): LinearProgram {
  const builder = new ProgramBuilder();
  const label = { group: builder.group({ rule: "r", source: "", subjectKind: "k" }), subject: 0 };
  builder.addLevel({ name: "l", unit: "u" });
  const number = builder.addSideRow(row, label);
  for (const value of row.values)
    builder.addEntry(number, builder.addColumn({ lower: 0, upper, integer }, label), value);
  return builder.build();
}

function verdictOf(program: LinearProgram, point: readonly number[], cuts: readonly Cut[] = [], relaxation = false) {
  const { columnLower, columnUpper } = program;
  const verdict = checkPoint({ program, columnLower, columnUpper, cuts, relaxation }, point);
  return verdict.holds ? [...verdict.values] : verdict.why;
}

const FREE = { lower: -Infinity, upper: Infinity };

describe("checkPoint", () => {
  test("takes for an integer what is at most 1e-5 from one", () => {
    const program = made({ row: { ...FREE, values: [1] } });
    expect(verdictOf(program, [3 + 0.9e-5])).toEqual([3]);
    expect(verdictOf(program, [3 - 0.9e-5])).toEqual([3]);
    expect(verdictOf(program, [3 + 1.1e-5])).toMatch(/must be an integer/u);
    expect(verdictOf(program, [3 - 1.1e-5])).toMatch(/must be an integer/u);
    expect(verdictOf(program, [3.4])).toMatch(/must be an integer/u);
  });

  test("an integer column does not round across its bound", () => {
    const program = made({ upper: 2.999999, row: { ...FREE, values: [1] } });
    expect(verdictOf(program, [2.999999])).toMatch(/must be an integer/u);
  });

  test.each([
    ["a row", (most: number) => ({ row: { lower: -Infinity, upper: most }, cuts: [] })],
    [
      "a cut",
      (most: number) => ({
        row: FREE,
        cuts: [{ lower: -Infinity, upper: most, columns: Int32Array.of(0, 1), values: Float64Array.of(1, 1) }],
      }),
    ],
  ])("%s of integers is compared to the unit, however large: a million metres give no metre", (_, of) => {
    for (const most of [10, 1e6, 1e9, 2 ** 53 - 2]) {
      const { row, cuts } = of(most);
      const program = made({ row: { ...row, values: [1, 1] } });
      expect(verdictOf(program, [most - 1, 1], cuts)).toEqual([most - 1, 1]);
      expect(verdictOf(program, [most, 1], cuts), `one above ${most}`).toMatch(/must be in/u);
    }
  });

  test("the lower end of a cut is compared to the unit too", () => {
    const program = made({ row: { ...FREE, values: [1] } });
    const cut = { lower: 1e6, upper: Infinity, columns: Int32Array.of(0), values: Float64Array.of(1) };
    expect(verdictOf(program, [1e6 - 1], [cut])).toMatch(/cut 0 must be in/u);
    expect(verdictOf(program, [1e6], [cut])).toEqual([1e6]);
  });

  test("sums that doubles would round are made in longer integers, for rows and for cuts", () => {
    const large = 2 ** 53 - 1;
    // 3 large + 1 - 3 large is 1; the doubles on the way round the 1 away.
    const values = [3, 1, -3];
    const point = [large, 1, large];
    expect(3 * large + 1 - 3 * large).not.toBe(1);
    const row = made({ row: { lower: 1, upper: 1, values } });
    expect(verdictOf(row, point)).toEqual(point);
    expect(verdictOf(row, [large, 0, large])).toMatch(/row 0 must be in \[1, 1\], got 0/u);
    const cut = { lower: 1, upper: 1, columns: Int32Array.of(0, 1, 2), values: Float64Array.from(values) };
    const free = made({ row: { ...FREE, values } });
    expect(verdictOf(free, point, [cut])).toEqual(point);
    expect(verdictOf(free, [large, 2, large], [cut])).toMatch(/cut 0 must be in \[1, 1\], got 2/u);
  });

  test("rows with decimal numbers or continuous columns hold within a millionth", () => {
    const decimal = made({ row: { lower: -Infinity, upper: 0.3, values: [0.1] } });
    expect(verdictOf(decimal, [3])).toEqual([3]);
    expect(verdictOf(decimal, [4])).toMatch(/row 0/u);
    const continuous = made({ integer: false, row: { lower: -Infinity, upper: 1, values: [1] } });
    expect(verdictOf(continuous, [1 + 0.9e-6])).toEqual([1 + 0.9e-6]);
    expect(verdictOf(continuous, [1 + 1.1e-6])).toMatch(/row 0/u);
  });

  test("a relaxation needs no integers, and its rows hold within the tolerance", () => {
    const program = made({ row: { lower: 1, upper: 1, values: [2] } });
    expect(verdictOf(program, [0.5], [], true)).toEqual([0.5]);
    expect(verdictOf(program, [0.5 + 1e-8], [], true)).toEqual([0.5 + 1e-8]);
    expect(verdictOf(program, [0.6], [], true)).toMatch(/row 0/u);
  });

  test("what is no number is no point", () => {
    const program = made({ row: { ...FREE, values: [1] } });
    for (const x of [NaN, Infinity, -Infinity]) expect(verdictOf(program, [x])).toMatch(/must be an integer/u);
    expect(verdictOf(program, [1, 1])).toBe("wanted 1 values, got 2");
  });
});
