import { describe, expect, test } from "vitest";
import type { LinearProgram } from "./program.ts";
import { cutActivity, rowActivity } from "./activity.ts";
import { levelValue } from "./program.ts";
import { ProgramBuilder } from "./builder.ts";
import { restrictProgram } from "./restrict.ts";
import { writeLp } from "./lp.ts";
import { writeMps } from "./mps.ts";

/** min 2a - b + 3c + 1; a + b + c in [2, 4]; b - c = 0; a, b, c in 0..3, c continuous. */
function sample(): LinearProgram {
  const builder = new ProgramBuilder();
  const label = { group: builder.group({ rule: "r", source: "", subjectKind: "k" }), subject: 0 };
  builder.addLevel({ name: "l", unit: "u" });
  builder.addOffset(0, 1);
  const columns = [2, -1, 3].map((cost, k) => {
    const column = builder.addColumn({ lower: 0, upper: 3, integer: k < 2 }, label);
    builder.addCost(0, column, cost);
    return column;
  });
  const total = builder.addSideRow({ lower: 2, upper: 4 }, label);
  const pair = builder.addSideRow({ lower: 0, upper: 0 }, label);
  for (const column of columns) builder.addEntry(total, column, 1);
  builder.addEntry(pair, 1, 1);
  builder.addEntry(pair, 2, -1);
  return builder.build();
}

const cut = { lower: -Infinity, upper: 5, columns: Int32Array.from([0, 2]), values: Float64Array.from([2, 1]) };

describe("restrictProgram", () => {
  test("removes fixed columns, moves their part into bounds and offsets, and turns cuts into rows", () => {
    const program = sample();
    const columnLower = Float64Array.from([1, 0, 0]);
    const columnUpper = Float64Array.from([1, 3, 3]);
    const small = restrictProgram(program, { columnLower, columnUpper, cuts: [cut] });
    expect(small.brokenRow).toBe(-1);
    expect([...small.columns]).toEqual([1, 2]);
    expect([...small.rows]).toEqual([0, 1, 2]);
    expect([...small.program.rowLower]).toEqual([1, 0, -Infinity]);
    expect([...small.program.rowUpper]).toEqual([3, 0, 3]);
    expect([...small.program.integer]).toEqual([1, 0]);
    const values = Float64Array.from([2, 2]);
    const whole = small.expand(values);
    expect([...whole]).toEqual([1, 2, 2]);
    expect([...small.shrink(whole)]).toEqual([2, 2]);
    const [before] = program.levels;
    const [after] = small.program.levels;
    expect(after && levelValue(after, values)).toBe(before && levelValue(before, whole));
    const activity = rowActivity(small.program, values);
    expect((activity[2] as number) + 2).toBe(cutActivity(cut, whole));
    expect(() => small.expand([1])).toThrow(RangeError);
  });

  test("puts the entries of several cuts behind those of the rows, whatever order a cut has", () => {
    const cuts = [
      { lower: 1, upper: 9, columns: Int32Array.from([2, 1]), values: Float64Array.from([5, 6]) },
      { lower: 1, upper: 9, columns: Int32Array.from([0, 2]), values: Float64Array.from([7, 8]) },
    ];
    const columnLower = Float64Array.from([0, 2, 0]);
    const columnUpper = Float64Array.from([3, 2, 3]);
    const { program, rows } = restrictProgram(sample(), { columnLower, columnUpper, cuts });
    const column = (number: number): (readonly [number, number])[] => {
      const entries = [...program.rows.keys()].slice(program.starts[number], program.starts[number + 1]);
      return entries.map((entry) => [program.rows[entry] as number, program.values[entry] as number]);
    };
    expect([...rows]).toEqual([0, 1, 2, 3]);
    expect(column(0)).toEqual([
      [0, 1],
      [3, 7],
    ]);
    expect(column(1)).toEqual([
      [0, 1],
      [1, -1],
      [2, 5],
      [3, 8],
    ]);
    expect([...program.rowLower]).toEqual([0, -2, -11, 1]);
  });

  test("drops empty rows and names one that cannot hold", () => {
    const program = sample();
    const fixedAt = (values: number[]): ReturnType<typeof restrictProgram> => {
      const bounds = Float64Array.from(values);
      return restrictProgram(program, { columnLower: bounds, columnUpper: bounds, cuts: [cut] });
    };
    expect(fixedAt([1, 1, 1])).toMatchObject({ brokenRow: -1 });
    expect(fixedAt([1, 1, 1]).program.rowCount).toBe(0);
    expect(fixedAt([0, 3, 2]).brokenRow).toBe(0);
    expect(fixedAt([1, 1, 0]).brokenRow).toBe(1);
    expect(fixedAt([3, 0, 0]).brokenRow).toBe(2);
  });

  test("without a restriction keeps everything", () => {
    const program = sample();
    const { program: same } = restrictProgram(program);
    expect([...same.values]).toEqual([...program.values]);
    expect([...same.rows]).toEqual([...program.rows]);
  });
});

describe("program text", () => {
  test("writeMps writes ranges, bounds, markers and the offset", () => {
    const text = writeMps(sample(), 0);
    expect(text).toContain(" G R0\n E R1");
    expect(text).toContain(" RNG R0 2");
    expect(text).toContain(" RHS COST -1");
    expect(text).toContain("'INTORG'");
    expect(text).toContain(" LO BND C0 0\n UP BND C0 3");
    expect(() => writeMps(sample(), 1)).toThrow(RangeError);
  });

  test("writeLp writes both ends of a range and the integers", () => {
    const text = writeLp(sample(), 0);
    expect(text).toContain(" R0L: + 1 C0 + 1 C1 + 1 C2 >= 2");
    expect(text).toContain(" R0U: + 1 C0 + 1 C1 + 1 C2 <= 4");
    expect(text).toContain("General\n C0\n C1\nEnd");
    expect(() => writeLp(sample(), 1)).toThrow(RangeError);
  });
});
