import type { LabelGroup, LabelTable, LinearProgram } from "./program.ts";

const CUT_GROUP: LabelGroup = { rule: "cut", source: "", subjectKind: "cut" };

/** Labels of a smaller program, picked when somebody asks: solvers, which make most of these programs, never do. */
export class LateLabels {
  readonly #program: LinearProgram;
  readonly #keptColumns: Int32Array;
  readonly #keptRows: Int32Array;
  #ofRows: LabelTable | undefined;
  #ofColumns: LabelTable | undefined;

  constructor(program: LinearProgram, columns: Int32Array, rows: Int32Array) {
    this.#program = program;
    this.#keptColumns = columns;
    this.#keptRows = rows;
  }

  rows(): LabelTable {
    this.#ofRows ??= rowLabels(this.#program, this.#keptRows);
    return this.#ofRows;
  }

  columns(): LabelTable {
    const { groups, groupOf, subjectOf } = this.#program.columnLabels;
    const columns = this.#keptColumns;
    this.#ofColumns ??= {
      groups,
      groupOf: Uint16Array.from(columns, (column) => groupOf[column] as number),
      subjectOf: Int32Array.from(columns, (column) => subjectOf[column] as number),
    };
    return this.#ofColumns;
  }
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
