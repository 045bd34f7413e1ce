import type { LinearProgram } from "@lungang/core";
import { ROW_SIDE } from "@lungang/core";

/** Column bounds that side rows with one column imply, and the rows that they come from. */
export interface Tightened {
  readonly columnLower: Float64Array;
  readonly columnUpper: Float64Array;
  /** Row that a bound comes from, -1 if it is the column's own. Shapes: one entry a column. */
  readonly lowerFrom: Int32Array;
  readonly upperFrom: Int32Array;
  readonly changed: boolean;
  /** Whether a column is left without a value. */
  readonly crossed: boolean;
}

/** Turns side rows with one column, such as a recruit who has to be placed, into bounds of that column. */
export function tightenBySingleRows(program: LinearProgram): Tightened {
  const columnLower = program.columnLower.slice();
  const columnUpper = program.columnUpper.slice();
  const lowerFrom = new Int32Array(program.columnCount).fill(-1);
  const upperFrom = new Int32Array(program.columnCount).fill(-1);
  let changed = false;
  let crossed = false;
  for (const { row, column, value } of singleRows(program)) {
    if (program.integer[column] !== 1 || !Number.isInteger(value)) continue;
    const a = (program.rowLower[row] as number) / value;
    const b = (program.rowUpper[row] as number) / value;
    const lower = Math.ceil(Math.min(a, b)) + 0;
    const upper = Math.floor(Math.max(a, b)) + 0;
    if (lower > (columnLower[column] as number)) {
      columnLower[column] = lower;
      lowerFrom[column] = row;
      changed = true;
    }
    if (upper < (columnUpper[column] as number)) {
      columnUpper[column] = upper;
      upperFrom[column] = row;
      changed = true;
    }
    if ((columnLower[column] as number) > (columnUpper[column] as number)) crossed = true;
  }
  return { columnLower, columnUpper, lowerFrom, upperFrom, changed, crossed };
}

interface SingleRow {
  readonly row: number;
  readonly column: number;
  readonly value: number;
}

function singleRows(program: LinearProgram): readonly SingleRow[] {
  const { starts, rows, values, rowKinds, rowCount, columnCount } = program;
  const count = new Int32Array(rowCount);
  for (const row of rows) count[row] = (count[row] as number) + 1;
  const found: SingleRow[] = [];
  for (let column = 0; column < columnCount; column++) {
    for (let entry = starts[column] as number; entry < (starts[column + 1] as number); entry++) {
      const row = rows[entry] as number;
      if (count[row] === 1 && rowKinds[row] === ROW_SIDE) found.push({ row, column, value: values[entry] as number });
    }
  }
  return found;
}

/**
 * Gives the rows that bounds were taken from the prices that the bounds have, so that the prices alone prove the bound.
 *
 * Shapes: `reducedCosts` one entry a column, `rowPrices` one a row; changes `rowPrices`.
 */
export function priceSingleRows(
  program: LinearProgram,
  tightened: Tightened,
  priced: { readonly reducedCosts: Float64Array; readonly rowPrices: Float64Array },
): void {
  for (let column = 0; column < program.columnCount; column++) {
    const reduced = priced.reducedCosts[column] as number;
    const row = (reduced > 0 ? tightened.lowerFrom[column] : tightened.upperFrom[column]) as number;
    if (reduced === 0 || row < 0) continue;
    for (let entry = program.starts[column] as number; entry < (program.starts[column + 1] as number); entry++) {
      if (program.rows[entry] === row) priced.rowPrices[row] = reduced / (program.values[entry] as number);
    }
  }
}
