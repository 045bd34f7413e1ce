import type { Cut, LabelGroup, LabelTable, Level, LinearProgram } from "./program.ts";
import { ROW_SIDE } from "./program.ts";
import { cutActivity } from "./activity.ts";

/** What {@link restrictProgram} narrows. */
export interface Restriction {
  /** Shapes: one entry a column. @defaultValue the bounds of the program */
  readonly columnLower?: Float64Array;
  readonly columnUpper?: Float64Array;
  /** Become side rows of the smaller program. @defaultValue none */
  readonly cuts?: readonly Cut[];
  /** Levels of the smaller program, in terms of the whole one. @defaultValue the levels of the program */
  readonly levels?: readonly Level[];
}

/** A smaller program and the way back. */
export interface RestrictedProgram {
  readonly program: LinearProgram;
  /** A row (or `rowCount` + number of a cut) left without columns whose bounds cannot hold; -1 if there is none. */
  readonly brokenRow: number;
  /** Shapes: one entry a kept column: its number in the whole program. */
  readonly columns: Int32Array;
  /** Shapes: one entry a kept row: its number in the whole program, or `rowCount` + number of the cut. */
  readonly rows: Int32Array;
  /** Returns a point of the whole program from one of the smaller. */
  expand(values: ArrayLike<number>): Float64Array;
  /** Returns the part of a point that the smaller program has, to start from. */
  shrink(values: ArrayLike<number>): Float64Array;
}

/** Tolerance for rows without columns where the data are not integers. */
const EMPTY_ROW_TOLERANCE = 1e-9;

const CUT_GROUP: LabelGroup = { rule: "cut", source: "", subjectKind: "cut" };

/**
 * Removes the columns whose bounds meet and the rows that are left empty, and turns cuts into side rows.
 *
 * The levels keep their values: what the removed columns cost goes into the offsets.
 *
 * Guarantees: order of rows and columns is kept; node rows stay node rows; the program given is not changed.
 * Cost: one pass over the entries, O(columns x levels).
 */
export function restrictProgram(program: LinearProgram, restriction: Restriction = {}): RestrictedProgram {
  const lower = restriction.columnLower ?? program.columnLower;
  const upper = restriction.columnUpper ?? program.columnUpper;
  const cuts = restriction.cuts ?? [];
  const fixedPoint = new Float64Array(program.columnCount);
  const columns = splitColumns(lower, upper, fixedPoint);
  const whole = countRows(program, cuts, { columns, fixedPoint });
  const kept = keepRows(program, cuts, whole);
  const matrix = buildMatrix(program, cuts, { columns, newRow: kept.newRow });
  const labels = new LateLabels(program, columns, kept.rows);
  const reduced: LinearProgram = {
    columnCount: columns.length,
    rowCount: kept.rows.length,
    columnLower: pick(lower, columns, new Float64Array(columns.length)),
    columnUpper: pick(upper, columns, new Float64Array(columns.length)),
    integer: pick(program.integer, columns, new Uint8Array(columns.length)),
    ...kept.bounds,
    ...matrix,
    levels: (restriction.levels ?? program.levels).map((level) => reduceLevel(level, columns, fixedPoint)),
    get rowLabels() {
      return labels.rows();
    },
    get columnLabels() {
      return labels.columns();
    },
  };
  return {
    program: reduced,
    brokenRow: kept.brokenRow,
    columns,
    rows: kept.rows,
    expand: (values) => expandPoint(fixedPoint, columns, values),
    shrink: (values) => pick(values, columns, new Float64Array(columns.length)),
  };
}

function splitColumns(lower: Float64Array, upper: Float64Array, fixedPoint: Float64Array): Int32Array {
  const columns = new Int32Array(lower.length);
  let count = 0;
  for (let column = 0; column < lower.length; column++) {
    const bound = lower[column] as number;
    if (bound === upper[column]) fixedPoint[column] = bound;
    else columns[count++] = column;
  }
  return columns.slice(0, count);
}

interface RowCounts {
  /** Entries of kept columns; one a row, then one a cut. */
  readonly entries: Int32Array;
  /** What the fixed columns contribute; one a row, then one a cut. */
  readonly fixed: Float64Array;
}

function countRows(
  program: LinearProgram,
  cuts: readonly Cut[],
  split: { readonly columns: Int32Array; readonly fixedPoint: Float64Array },
): RowCounts {
  const { starts, rows, values, rowCount } = program;
  const entries = new Int32Array(rowCount + cuts.length);
  const fixed = new Float64Array(rowCount + cuts.length);
  let next = 0;
  for (let column = 0; column < program.columnCount; column++) {
    const keep = split.columns[next] === column;
    if (keep) next++;
    const x = split.fixedPoint[column] as number;
    for (let entry = starts[column] as number; entry < (starts[column + 1] as number); entry++) {
      const row = rows[entry] as number;
      if (keep) entries[row] = (entries[row] as number) + 1;
      else fixed[row] = (fixed[row] as number) + (values[entry] as number) * x;
    }
  }
  if (cuts.length === 0) return { entries, fixed };
  const isKept = new Uint8Array(program.columnCount);
  for (const column of split.columns) isKept[column] = 1;
  for (const [k, cut] of cuts.entries()) {
    entries[rowCount + k] = cut.columns.reduce((sum, column) => sum + (isKept[column] as number), 0);
    fixed[rowCount + k] = cutActivity(cut, split.fixedPoint);
  }
  return { entries, fixed };
}

interface KeptRows {
  readonly rows: Int32Array;
  /** Number in the smaller program or -1; one a row, then one a cut. */
  readonly newRow: Int32Array;
  readonly bounds: Pick<LinearProgram, "rowLower" | "rowUpper" | "rowKinds">;
  readonly brokenRow: number;
}

function keepRows(program: LinearProgram, cuts: readonly Cut[], whole: RowCounts): KeptRows {
  const total = program.rowCount + cuts.length;
  const newRow = new Int32Array(total).fill(-1);
  const rows = new Int32Array(total);
  const rowLower = new Float64Array(total);
  const rowUpper = new Float64Array(total);
  const rowKinds = new Uint8Array(total);
  let count = 0;
  let brokenRow = -1;
  for (let row = 0; row < total; row++) {
    // Not `cuts[row - rowCount]`: an index below 0 is looked up as a name, which is slow.
    const cut = row < program.rowCount ? undefined : (cuts[row - program.rowCount] as Cut);
    const fixed = whole.fixed[row] as number;
    const lower = (cut === undefined ? (program.rowLower[row] as number) : cut.lower) - fixed;
    const upper = (cut === undefined ? (program.rowUpper[row] as number) : cut.upper) - fixed;
    if (whole.entries[row] === 0) {
      if (brokenRow < 0 && (lower > EMPTY_ROW_TOLERANCE || upper < -EMPTY_ROW_TOLERANCE)) brokenRow = row;
      continue;
    }
    newRow[row] = count;
    rows[count] = row;
    rowLower[count] = lower;
    rowUpper[count] = upper;
    rowKinds[count] = cut === undefined ? (program.rowKinds[row] as number) : ROW_SIDE;
    count++;
  }
  const bounds = {
    rowLower: rowLower.slice(0, count),
    rowUpper: rowUpper.slice(0, count),
    rowKinds: rowKinds.slice(0, count),
  };
  return { rows: rows.slice(0, count), newRow, bounds, brokenRow };
}

function buildMatrix(
  program: LinearProgram,
  cuts: readonly Cut[],
  kept: { readonly columns: Int32Array; readonly newRow: Int32Array },
): Pick<LinearProgram, "starts" | "rows" | "values"> {
  const { columns, newRow } = kept;
  const newColumn = new Int32Array(program.columnCount).fill(-1);
  const starts = new Int32Array(columns.length + 1);
  for (let k = 0; k < columns.length; k++) {
    const column = columns[k] as number;
    newColumn[column] = k;
    starts[k + 1] = (program.starts[column + 1] as number) - (program.starts[column] as number);
  }
  eachCutEntry(cuts, newColumn, (column) => (starts[column + 1] = (starts[column + 1] as number) + 1));
  for (let k = 0; k < columns.length; k++) starts[k + 1] = (starts[k + 1] as number) + (starts[k] as number);
  const rows = new Int32Array(starts[columns.length] as number);
  const values = new Float64Array(rows.length);
  const next = starts.slice();
  for (let k = 0; k < columns.length; k++) {
    const column = columns[k] as number;
    const end = program.starts[column + 1] as number;
    let at = next[k] as number;
    for (let entry = program.starts[column] as number; entry < end; entry++, at++) {
      rows[at] = newRow[program.rows[entry] as number] as number;
      values[at] = program.values[entry] as number;
    }
    next[k] = at;
  }
  eachCutEntry(cuts, newColumn, (column, cut, value) => {
    const at = next[column] as number;
    rows[at] = newRow[program.rowCount + cut] as number;
    values[at] = value;
    next[column] = at + 1;
  });
  return { starts, rows, values };
}

/** Visits the entries of cuts in kept columns, cut by cut. */
function eachCutEntry(
  cuts: readonly Cut[],
  newColumn: Int32Array,
  visit: (column: number, cut: number, value: number) => void,
): void {
  for (let cut = 0; cut < cuts.length; cut++) {
    const { columns, values } = cuts[cut] as Cut;
    for (let k = 0; k < columns.length; k++) {
      const column = newColumn[columns[k] as number] as number;
      if (column >= 0) visit(column, cut, values[k] as number);
    }
  }
}

function reduceLevel(level: Level, columns: Int32Array, fixedPoint: Float64Array): Level {
  let offset = level.offset;
  for (let column = 0; column < fixedPoint.length; column++) {
    const x = fixedPoint[column] as number;
    if (x !== 0) offset += x * (level.cost[column] as number);
  }
  return { ...level, offset, cost: pick(level.cost, columns, new Float64Array(columns.length)) };
}

/** Labels of a smaller program, picked when somebody asks: solvers, which make most of these programs, never do. */
class LateLabels {
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
      groupOf: pick(groupOf, columns, new Uint16Array(columns.length)),
      subjectOf: pick(subjectOf, columns, new Int32Array(columns.length)),
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

/** Copies the entries of some columns into an array of their number. */
function pick<T extends Float64Array | Int32Array | Uint16Array | Uint8Array>(
  values: ArrayLike<number>,
  columns: Int32Array,
  into: T,
): T {
  for (let k = 0; k < columns.length; k++) into[k] = values[columns[k] as number] as number;
  return into;
}

function expandPoint(fixedPoint: Float64Array, columns: Int32Array, values: ArrayLike<number>): Float64Array {
  if (values.length !== columns.length) {
    throw new RangeError(`Cannot expand a point: wanted ${columns.length} entries, got ${values.length}`);
  }
  const point = fixedPoint.slice();
  for (let k = 0; k < columns.length; k++) point[columns[k] as number] = values[k] as number;
  return point;
}
