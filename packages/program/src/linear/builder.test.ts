import { describe, expect, test } from "vitest";
import { labelOf, levelValue, ROW_NODE, ROW_SIDE } from "./program.ts";
import { NO_NODE, ProgramBuilder } from "./builder.ts";

function newBuilder(): { builder: ProgramBuilder; label: { group: number; subject: number } } {
  const builder = new ProgramBuilder();
  return { builder, label: { group: builder.group({ rule: "r", source: "s", subjectKind: "k" }), subject: 7 } };
}

describe("ProgramBuilder", () => {
  test("addArc writes -1 at the origin and +1 at the destination", () => {
    const { builder, label } = newBuilder();
    const from = builder.addNode(-1, label);
    const to = builder.addNode(2, label);
    builder.addArc({ from: to, to: from }, { lower: 0, upper: 1 }, label);
    builder.addArc({ from: NO_NODE, to }, { lower: 0, upper: 1 }, label);
    const program = builder.build();
    expect([...program.starts]).toEqual([0, 2, 3]);
    expect([...program.rows]).toEqual([from, to, to]);
    expect([...program.values]).toEqual([1, -1, 1]);
    expect([...program.rowKinds]).toEqual([ROW_NODE, ROW_NODE]);
    expect([...program.rowLower]).toEqual([...program.rowUpper]);
  });

  test("a slack goes as far as its row can miss its bounds, whatever is bounded later", () => {
    const { builder, label } = newBuilder();
    const row = builder.addSideRow({ lower: 7, upper: 7 }, label);
    const [lacks, exceeds] = [builder.addSlack(row, 2, label), builder.addSlack(row, -2, label)];
    const column = builder.addColumn({ lower: 0, upper: 90 }, label);
    builder.addEntry(row, column, 3);
    builder.tighten(column, 1, 5);
    const open = builder.addSideRow({ lower: -Infinity, upper: 4 }, label);
    const endless = builder.addSlack(open, -1, label);
    builder.addEntry(open, builder.addColumn({ lower: 0, upper: Infinity }, label), 1);
    const never = builder.addSideRow({ lower: 3, upper: Infinity }, label);
    const idle = builder.addSlack(never, 1, label);
    builder.addEntry(never, column, 4);
    const { columnUpper } = builder.build();
    // 7 less 3 is missed by two units of 2, 15 less 7 by four.
    expect([lacks, exceeds, endless, idle].map((at) => columnUpper[at])).toEqual([2, 4, 1e7, 0]);
  });

  test("build sorts entries by row, sums repeated ones and drops zeros", () => {
    const { builder, label } = newBuilder();
    const rows = [0, 1, 2].map(() => builder.addSideRow({ lower: 0, upper: 9 }, label));
    const column = builder.addColumn({ lower: 0, upper: 1 }, label);
    const other = builder.addColumn({ lower: 0, upper: 1, integer: false }, label);
    builder.addEntry(rows[2] as number, column, 4);
    builder.addEntry(rows[1] as number, other, 3);
    builder.addEntry(rows[0] as number, column, 5);
    builder.addEntry(rows[2] as number, column, -1);
    builder.addEntry(rows[1] as number, column, 2);
    builder.addEntry(rows[1] as number, column, -2);
    const program = builder.build();
    expect([...program.starts]).toEqual([0, 2, 3]);
    expect([...program.rows]).toEqual([0, 2, 1]);
    expect([...program.values]).toEqual([5, 3, 3]);
    expect([...program.integer]).toEqual([1, 0]);
    expect([...program.rowKinds]).toEqual([ROW_SIDE, ROW_SIDE, ROW_SIDE]);
  });

  test("levels sum costs and offsets", () => {
    const { builder, label } = newBuilder();
    const level = builder.addLevel({ name: "heads", unit: "heads", step: 2 });
    const column = builder.addColumn({ lower: 0, upper: 9 }, label);
    builder.addCost(level, column, 4);
    builder.addCost(level, column, 2);
    builder.addOffset(level, -5);
    const [built] = builder.build().levels;
    expect(built).toMatchObject({ step: 2, tolerance: 0, offset: -5 });
    expect(built && levelValue(built, [3])).toBe(13);
  });

  test("tighten narrows, shiftNode moves, labels are kept", () => {
    const { builder, label } = newBuilder();
    const node = builder.addNode(1, label);
    const column = builder.addArc({ from: node, to: NO_NODE }, { lower: 0, upper: 5 }, label);
    builder.shiftNode(node, 2);
    builder.tighten(column, -1, 3);
    const program = builder.build();
    expect([program.rowLower[0], program.rowUpper[0]]).toEqual([3, 3]);
    expect([program.columnLower[0], program.columnUpper[0]]).toEqual([0, 3]);
    expect(labelOf(program.rowLabels, 0).rule).toBe("r");
    expect(program.columnLabels.subjectOf[0]).toBe(7);
    expect(() => labelOf(program.rowLabels, 9)).toThrow(RangeError);
  });

  test("refuses entries of node rows and costs of unknown levels", () => {
    const { builder, label } = newBuilder();
    const node = builder.addNode(0, label);
    const column = builder.addColumn({ lower: 0, upper: 1 }, label);
    expect(() => builder.addEntry(node, column, 1)).toThrow(RangeError);
    expect(() => builder.addCost(0, column, 1)).toThrow(RangeError);
  });
});
