import { cutActivity } from "./activity.ts";
import { lateLabels } from "./late-labels.ts";
import type { Cut, Level, LinearProgram } from "./program.ts";
import { ROW_SIDE } from "./program.ts";

/**
 * What {@link restrictProgram} narrows.
 *
 * @public
 */
export interface Restriction {
  /** Shapes: one entry a column. @defaultValue the bounds of the program */
  readonly columnLower?: Float64Array;
  readonly columnUpper?: Float64Array;
  /** Become side rows of the smaller program. @defaultValue none */
  readonly cuts?: readonly Cut[];
  /** Levels of the smaller program, in terms of the whole one. @defaultValue the levels of the program */
  readonly levels?: readonly Level[];
}

/**
 * A smaller program and the way back.
 *
 * @public
 */
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

/**
 * Removes the columns whose bounds meet and the rows that are left empty, and turns cuts into side rows.
 *
 * The levels keep their values: what the removed columns cost goes into the offsets.
 *
 * Guarantees: order of rows and columns is kept; node rows stay node rows; the program given is not changed.
 * Cost: one pass over the entries of kept columns, O(columns x levels).
 *
 * @public
 */
export function restrictProgram(program: LinearProgram, restriction: Restriction = {}): RestrictedProgram {
  const lower = restriction.columnLower ?? program.columnLower;
  const upper = restriction.columnUpper ?? program.columnUpper;
  const cuts = restriction.cuts ?? [];
  const split = splitColumns(program, lower, upper);
  const { columns, fixedPoint } = split;
  const part = keptPart(program, cuts, split);
  const kept = keepRows(program, cuts, part);
  const { starts, rows, values } = part;
  if (kept.rows.length < kept.newRow.length) {
    for (let entry = 0; entry < rows.length; entry++) rows[entry] = kept.newRow[rows[entry] as number] as number;
  }
  const labels = lateLabels(program, columns, kept.rows);
  // One literal for all: programs of other shapes would cost every loop over them another compilation.
  const reduced: LinearProgram = {
    columnCount: columns.length,
    rowCount: kept.rows.length,
    columnLower: picked(lower, columns),
    columnUpper: picked(upper, columns),
    integer: part.integer,
    rowLower: kept.bounds.rowLower,
    rowUpper: kept.bounds.rowUpper,
    rowKinds: kept.bounds.rowKinds,
    starts,
    rows,
    values,
    levels: (restriction.levels ?? program.levels).map((level) => reduceLevel(level, columns, fixedPoint)),
    rowLabels: labels.rowLabels,
    columnLabels: labels.columnLabels,
  };
  return {
    program: reduced,
    brokenRow: kept.brokenRow,
    columns,
    rows: kept.rows,
    expand: (point) => expandPoint(fixedPoint, columns, point),
    shrink: (point) => picked(point, columns),
  };
}

interface SplitColumns {
  /** Columns that are kept, by number. */
  readonly columns: Int32Array;
  /** Values of the others, 0 where a column is kept. Shapes: one entry a column of the whole program. */
  readonly fixedPoint: Float64Array;
  /** Entries of the kept columns. */
  readonly entryCount: number;
}

function splitColumns({ starts }: LinearProgram, lower: Float64Array, upper: Float64Array): SplitColumns {
  const columns = new Int32Array(lower.length);
  const fixedPoint = new Float64Array(lower.length);
  let count = 0;
  let entryCount = 0;
  for (let column = 0; column < lower.length; column++) {
    const bound = lower[column] as number;
    if (bound === upper[column]) fixedPoint[column] = bound;
    else {
      columns[count++] = column;
      entryCount += (starts[column + 1] as number) - (starts[column] as number);
    }
  }
  return { columns: columns.slice(0, count), fixedPoint, entryCount };
}

/** The entries of kept columns, still with the rows of the whole program, and what is known of each such row. */
interface KeptPart extends Pick<LinearProgram, "starts" | "rows" | "values" | "integer"> {
  /** Entries of kept columns; one a row, then one a cut. */
  readonly entries: Int32Array;
  /** What the fixed columns contribute; one a row, then one a cut. */
  readonly fixed: Float64Array;
}

/** Takes what is kept of the columns in one pass: passes over all columns are most of the time that a small solve takes. */
function keptPart(program: LinearProgram, cuts: readonly Cut[], split: SplitColumns): KeptPart {
  const { columns, fixedPoint } = split;
  const { starts: allStarts, rows: allRows, values: allValues, integer: allInteger, rowCount } = program;
  const ofCuts = cutEntries(program, cuts, columns);
  const entryCount = split.entryCount + ofCuts.count;
  const starts = new Int32Array(columns.length + 1);
  const rows = new Int32Array(entryCount);
  const values = new Float64Array(entryCount);
  const integer = new Uint8Array(columns.length);
  const entries = new Int32Array(rowCount + cuts.length);
  const fixed = new Float64Array(rowCount + cuts.length);
  let at = 0;
  let k = 0;
  let next = columns.length > 0 ? (columns[0] as number) : -1;
  for (let column = 0; column < fixedPoint.length; column++) {
    const x = fixedPoint[column] as number;
    const end = allStarts[column + 1] as number;
    if (column === next) {
      for (let entry = allStarts[column] as number; entry < end; entry++) {
        const row = allRows[entry] as number;
        entries[row] = (entries[row] as number) + 1;
        rows[at] = row;
        values[at++] = allValues[entry] as number;
      }
      integer[k] = allInteger[column] as number;
      at += ofCuts.each[k] as number;
      starts[++k] = at;
      next = k < columns.length ? (columns[k] as number) : -1;
    } else if (x !== 0) {
      for (let entry = allStarts[column] as number; entry < end; entry++) {
        const row = allRows[entry] as number;
        fixed[row] = (fixed[row] as number) + (allValues[entry] as number) * x;
      }
    }
  }
  const part = { starts, rows, values, integer, entries, fixed };
  addCuts(part, cuts, { ...ofCuts, fixedPoint, rowCount });
  return part;
}

interface CutEntries {
  /** Number of a column in the smaller program or -1. Shapes: one entry a column; none where there are no cuts. */
  readonly newColumn: Int32Array;
  /** Entries of cuts. Shapes: one entry a kept column. */
  readonly each: Int32Array;
  readonly count: number;
}

/** Counts the entries that cuts bring to kept columns. */
function cutEntries(program: LinearProgram, cuts: readonly Cut[], columns: Int32Array): CutEntries {
  const each = new Int32Array(columns.length);
  if (cuts.length === 0) return { newColumn: new Int32Array(0), each, count: 0 };
  const newColumn = new Int32Array(program.columnCount).fill(-1);
  for (let k = 0; k < columns.length; k++) newColumn[columns[k] as number] = k;
  let count = 0;
  for (const { columns: ofCut } of cuts) {
    for (let entry = 0; entry < ofCut.length; entry++) {
      const k = newColumn[ofCut[entry] as number] as number;
      if (k < 0) continue;
      each[k] = (each[k] as number) + 1;
      count++;
    }
  }
  return { newColumn, each, count };
}

/** Fills in the entries of cuts; they are the last ones of their columns. */
function addCuts(
  { starts, rows, values, entries, fixed }: KeptPart,
  cuts: readonly Cut[],
  whole: CutEntries & { readonly fixedPoint: Float64Array; readonly rowCount: number },
): void {
  const { newColumn, each, rowCount } = whole;
  for (const [number, cut] of cuts.entries()) {
    const row = rowCount + number;
    for (let entry = 0; entry < cut.columns.length; entry++) {
      const k = newColumn[cut.columns[entry] as number] as number;
      if (k < 0) continue;
      const left = each[k] as number;
      const at = (starts[k + 1] as number) - left;
      rows[at] = row;
      values[at] = cut.values[entry] as number;
      each[k] = left - 1;
      entries[row] = (entries[row] as number) + 1;
    }
    fixed[row] = cutActivity(cut, whole.fixedPoint);
  }
}

interface KeptRows {
  readonly rows: Int32Array;
  /** Number in the smaller program or -1; one a row, then one a cut. */
  readonly newRow: Int32Array;
  readonly bounds: Pick<LinearProgram, "rowLower" | "rowUpper" | "rowKinds">;
  readonly brokenRow: number;
}

function keepRows(program: LinearProgram, cuts: readonly Cut[], part: KeptPart): KeptRows {
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
    const fixed = part.fixed[row] as number;
    const lower = (cut === undefined ? (program.rowLower[row] as number) : cut.lower) - fixed;
    const upper = (cut === undefined ? (program.rowUpper[row] as number) : cut.upper) - fixed;
    if (part.entries[row] === 0) {
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

function reduceLevel(level: Level, columns: Int32Array, fixedPoint: Float64Array): Level {
  let { offset } = level;
  for (let column = 0; column < fixedPoint.length; column++) {
    const x = fixedPoint[column] as number;
    if (x !== 0) offset += x * (level.cost[column] as number);
  }
  return { ...level, offset, cost: picked(level.cost, columns) };
}

/** Copies the entries of some columns. */
function picked(values: ArrayLike<number>, columns: Int32Array): Float64Array {
  const chosen = new Float64Array(columns.length);
  for (let k = 0; k < chosen.length; k++) chosen[k] = values[columns[k] as number] as number;
  return chosen;
}

function expandPoint(fixedPoint: Float64Array, columns: Int32Array, values: ArrayLike<number>): Float64Array {
  if (values.length !== columns.length) {
    throw new RangeError(`Cannot expand a point: wanted ${columns.length} entries, got ${values.length}`);
  }
  const point = fixedPoint.slice();
  for (let k = 0; k < columns.length; k++) point[columns[k] as number] = values[k] as number;
  return point;
}
