import type { LabelGroup, LabelTable, LinearProgram } from "./program.ts";

const CUT_GROUP: LabelGroup = { rule: "cut", source: "", subjectKind: "cut" };

/** Labels picked when somebody asks: solvers, which make most of the smaller programs, never do. */
class LateTable implements LabelTable {
  readonly #pick: () => LabelTable;
  #picked: LabelTable | undefined;

  constructor(pick: () => LabelTable) {
    this.#pick = pick;
  }

  get groups(): readonly LabelGroup[] {
    return this.#table().groups;
  }

  get groupOf(): Uint16Array {
    return this.#table().groupOf;
  }

  get subjectOf(): Int32Array {
    return this.#table().subjectOf;
  }

  #table(): LabelTable {
    this.#picked ??= this.#pick();
    return this.#picked;
  }
}

/**
 * Returns the labels of a smaller program.
 *
 * Fields with getters of their own would give every program another hidden class, and all loops over programs would be
 * compiled again and again.
 */
export function lateLabels(
  program: LinearProgram,
  columns: Int32Array,
  rows: Int32Array,
): Pick<LinearProgram, "rowLabels" | "columnLabels"> {
  return {
    rowLabels: new LateTable(() => rowLabels(program, rows)),
    columnLabels: new LateTable(() => columnLabels(program, columns)),
  };
}

function columnLabels(
  { columnLabels: { groups, groupOf, subjectOf } }: LinearProgram,
  columns: Int32Array,
): LabelTable {
  return {
    groups,
    groupOf: Uint16Array.from(columns, (column) => groupOf[column] as number),
    subjectOf: Int32Array.from(columns, (column) => subjectOf[column] as number),
  };
}

function rowLabels(program: LinearProgram, rows: Int32Array): LabelTable {
  const { groups, groupOf, subjectOf } = program.rowLabels;
  const { rowCount } = program;
  return {
    groups: [...groups, CUT_GROUP],
    groupOf: Uint16Array.from(rows, (row) => (row < rowCount ? (groupOf[row] as number) : groups.length)),
    subjectOf: Int32Array.from(rows, (row) => (row < rowCount ? (subjectOf[row] as number) : row - rowCount)),
  };
}
