import { describe, expect, test } from "vitest";
import { ProgramBuilder } from "../linear/builder.ts";
import type { LinearProgram } from "../linear/program.ts";
import { wideRanges } from "./ranges.ts";
import type { SolveRequest } from "./engine.ts";

type Column = readonly [lower: number, upper: number, cost?: number];
type Row = readonly [lower: number, upper: number, ...terms: (readonly [column: number, value: number])[]];

function requestOf(
  columns: readonly Column[],
  rows: readonly Row[],
  changes: Partial<SolveRequest> = {},
): SolveRequest {
  const builder = new ProgramBuilder();
  const label = { group: builder.group({ rule: "r", source: "", subjectKind: "k" }), subject: 0 };
  builder.addLevel({ name: "l", unit: "u" });
  for (const [lower, upper, cost = 0] of columns) builder.addCost(0, builder.addColumn({ lower, upper }, label), cost);
  for (const [lower, upper, ...terms] of rows) {
    const row = builder.addSideRow({ lower, upper }, label);
    for (const [column, value] of terms) builder.addEntry(row, column, value);
  }
  const program: LinearProgram = builder.build();
  const { columnLower, columnUpper, levels } = program;
  const limits = { timeSeconds: 1, nodes: 1, iterations: 1, relativeGap: 0, absoluteGap: 0 };
  const level = levels[0] as SolveRequest["level"];
  const options = { cuts: [], relaxation: false, interior: false, limits, seed: 0 };
  return { program, level, columnLower, columnUpper, ...options, ...changes };
}

describe("wideRanges", () => {
  test("knows nothing of columns that range over a thousand values, and counts those that range further", () => {
    expect(wideRanges(requestOf([[-500, 500]], []))).toBeUndefined();
    expect(wideRanges(requestOf([[-500, 501], [0, 5000], [0, 1]], []))).toEqual({ column: 1, range: 5000, count: 2 }); // prettier-ignore
    expect(wideRanges(requestOf([[0, Infinity]], []))).toEqual({ column: 0, range: Infinity, count: 1 });
  });

  test("a count of others is no choice, wherever it ranges to", () => {
    const counted: Row = [0, 0, [0, 1], [1, 3], [2, -1]];
    expect(wideRanges(requestOf([[0, 9], [0, 9], [0, 1e6]], [counted]))).toBeUndefined(); // prettier-ignore
    // Twice a count is a choice among even and odd where another row has it, and two wide columns are no count.
    const other: Row = [0, 9e9, [1, 1], [2, 1]];
    const twice: Row = [0, 0, [0, 500], [1, 900], [2, -2]];
    expect(wideRanges(requestOf([[0, 9], [0, 900], [0, 1e6]], [twice, other]))).toMatchObject({ column: 2, count: 1 }); // prettier-ignore
    const two: Row = [0, 0, [0, 1], [1, 1], [2, -1]];
    expect(wideRanges(requestOf([[0, 9], [0, 1e6], [0, 1e6]], [two, other]))).toMatchObject({ count: 2 }); // prettier-ignore
  });

  test("a slack takes what its row leaves, unless a cut counts it", () => {
    const pair: Row = [3, 3, [0, 1], [1, 1], [2, -1]];
    const columns: Column[] = [[0, 9], [0, 1e7], [0, 1e7]]; // prettier-ignore
    expect(wideRanges(requestOf(columns, [pair]))).toBeUndefined();
    // Two coefficients in one row: which of the two takes what is a choice.
    expect(wideRanges(requestOf(columns, [[3, 3, [0, 1], [1, 2], [2, -1]]]))).toMatchObject({ count: 2 });
    expect(wideRanges(requestOf([[0, 9], [0, 2e7]], [[3, 9, [0, 1], [1, 5]]]))).toBeUndefined(); // prettier-ignore
    expect(wideRanges(requestOf([[0, 9], [0, 2e7]], [[3, Infinity, [0, 1], [1, 5]]]))).toMatchObject({ column: 1 }); // prettier-ignore
    expect(wideRanges(requestOf(columns, [pair, [0, 9e9, [1, 1], [2, 1]]]))).toMatchObject({ count: 2 });
    expect(wideRanges(requestOf(columns, [[0.5, 3, [0, 1], [1, 1], [2, -1]]]))).toMatchObject({ count: 2 });
    const cut = { lower: -Infinity, upper: 9e9, columns: Int32Array.of(1), values: Float64Array.of(1) };
    expect(wideRanges(requestOf(columns, [pair], { cuts: [cut] }))).toMatchObject({ column: 1, count: 1 });
  });

  test("rows and cuts say how far a column can go", () => {
    expect(wideRanges(requestOf([[0, 1e7], [0, 5]], [[-Infinity, 90, [0, 1], [1, 1]]]))).toBeUndefined(); // prettier-ignore
    expect(wideRanges(requestOf([[-1e7, 0]], [[-90, Infinity, [0, 1]]]))).toBeUndefined();
    expect(wideRanges(requestOf([[0, 1e8]], [[90, Infinity, [0, 1]]]))).toMatchObject({ column: 0, range: 1e8 - 90 });
    const cut = { lower: -Infinity, upper: 90, columns: Int32Array.of(0), values: Float64Array.of(1) };
    expect(wideRanges(requestOf([[0, 1e7]], [], { cuts: [cut] }))).toBeUndefined();
    // Another column without an end takes what the row leaves.
    expect(wideRanges(requestOf([[0, 1e8], [-Infinity, 0]], [[-Infinity, 90, [0, 1], [1, 1]]]))).toMatchObject({ count: 2 }); // prettier-ignore
  });

  test("a slack that costs something goes as far as the value in hand lets it", () => {
    const slack = requestOf([[0, 1e8, 50], [0, 1, -7]], [[10, Infinity, [0, 3], [1, 1]]]); // prettier-ignore
    expect(wideRanges(slack)).toMatchObject({ column: 0, count: 1 });
    expect(wideRanges(slack, 150)).toBeUndefined();
    expect(wideRanges(slack, 50 * 1001 - 7)).toMatchObject({ column: 0, range: 1001 });
  });

  test("bounds of the solve count, not those of the program", () => {
    const columnUpper = Float64Array.of(10);
    expect(wideRanges(requestOf([[0, 1e7]], [], { columnUpper }))).toBeUndefined();
  });
});
