import type { Cut, EngineTask } from "@lungang/program";
import { ROW_SIDE } from "@lungang/program";

/**
 * Column bounds that side rows and cuts with one free column imply, and where they come from.
 *
 * Shapes: one entry a column. Rows from `rowCount` on are cuts.
 */
export interface Tightened {
  readonly columnLower: Float64Array;
  readonly columnUpper: Float64Array;
  /** Row that a bound comes from, -1 if it is the column's own. */
  readonly lowerFrom: Int32Array;
  readonly upperFrom: Int32Array;
  readonly changed: boolean;
  /** Whether a column is left without a value. */
  readonly crossed: boolean;
}

/** What a task restricts its program to. */
export type Restricted = Pick<EngineTask, "program" | "columnLower" | "columnUpper" | "cuts" | "relaxation">;

/**
 * Turns side rows with one free column, such as a recruit who has to be placed, into bounds of that column. A relaxation
 * has points that rounding would cut off; there only bounds that need none are taken.
 */
export function tightenBySingleRows(task: Restricted): Tightened {
  const { program } = task;
  const columnLower = task.columnLower.slice();
  const columnUpper = task.columnUpper.slice();
  const lowerFrom = new Int32Array(program.columnCount).fill(-1);
  const upperFrom = new Int32Array(program.columnCount).fill(-1);
  let changed = false;
  let crossed = false;
  for (const single of singleRows(task)) {
    const { row, column } = single;
    const implied = impliedBounds(task, single);
    if (implied === undefined) continue;
    const { lower, upper } = implied;
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

/** Returns the bounds that a row with one free column implies for it, nothing where they would have to be rounded and may not. */
function impliedBounds(
  { program, cuts, relaxation }: Restricted,
  { row, column, value, rest }: SingleRow,
): { readonly lower: number; readonly upper: number } | undefined {
  if (program.integer[column] !== 1 || !Number.isInteger(value)) return undefined;
  const cut = row < program.rowCount ? undefined : cuts[row - program.rowCount];
  const a = ((cut === undefined ? (program.rowLower[row] as number) : cut.lower) - rest) / value;
  const b = ((cut === undefined ? (program.rowUpper[row] as number) : cut.upper) - rest) / value;
  const [least, most] = [Math.min(a, b), Math.max(a, b)];
  const lower = Math.ceil(least) + 0;
  const upper = Math.floor(most) + 0;
  return relaxation && (lower > least || upper < most) ? undefined : { lower, upper };
}

interface SingleRow {
  readonly row: number;
  readonly column: number;
  readonly value: number;
  /** What the other columns of the row, which are fixed, bring to it. */
  readonly rest: number;
}

/** What is known of rows and cuts while columns are looked through. Shapes: one entry a row, then one a cut. */
interface RowCounts {
  readonly free: Int32Array;
  /** The last free column and its coefficient: the only one where there is one. */
  readonly column: Int32Array;
  readonly value: Float64Array;
  readonly rest: Float64Array;
}

/** Returns the side rows and cuts with one free column. */
function singleRows(task: Restricted): readonly SingleRow[] {
  const { rowKinds, rowCount } = task.program;
  const { free, column, value, rest } = countFree(task);
  const found: SingleRow[] = [];
  for (let row = 0; row < free.length; row++) {
    if (free[row] !== 1 || (row < rowCount && rowKinds[row] !== ROW_SIDE)) continue;
    found.push({ row, column: column[row] as number, value: value[row] as number, rest: rest[row] as number });
  }
  return found;
}

function countFree({ program, cuts, columnLower, columnUpper }: Restricted): RowCounts {
  const { starts, rows, values, rowCount, columnCount } = program;
  const total = rowCount + cuts.length;
  const free = new Int32Array(total);
  const columnOf = new Int32Array(total);
  const valueOf = new Float64Array(total);
  const rest = new Float64Array(total);
  for (let column = 0; column < columnCount; column++) {
    const lower = columnLower[column] as number;
    const isFree = lower !== columnUpper[column];
    if (!isFree && lower === 0) continue;
    const end = starts[column + 1] as number;
    for (let entry = starts[column] as number; entry < end; entry++) {
      const row = rows[entry] as number;
      const value = values[entry] as number;
      if (isFree) {
        free[row] = (free[row] as number) + 1;
        columnOf[row] = column;
        valueOf[row] = value;
      } else rest[row] = (rest[row] as number) + value * lower;
    }
  }
  for (let cut = 0; cut < cuts.length; cut++) {
    const { columns, values: ofCut } = cuts[cut] as Cut;
    const row = rowCount + cut;
    for (let k = 0; k < columns.length; k++) {
      const column = columns[k] as number;
      const lower = columnLower[column] as number;
      const value = ofCut[k] as number;
      if (lower === columnUpper[column]) rest[row] = (rest[row] as number) + value * lower;
      else {
        free[row] = (free[row] as number) + 1;
        columnOf[row] = column;
        valueOf[row] = value;
      }
    }
  }
  return { free, column: columnOf, value: valueOf, rest };
}

/**
 * Gives the rows that bounds were taken from the prices that the bounds have, so that the prices alone prove the bound.
 *
 * Shapes: `cost` one entry a column, `rowPrices` one a row, then one a cut; changes `rowPrices`.
 */
export function priceSingleRows(
  { program, cuts }: Pick<EngineTask, "program" | "cuts">,
  { lowerFrom, upperFrom }: Tightened,
  { cost, rowPrices }: { readonly cost: Float64Array; readonly rowPrices: Float64Array },
): void {
  const reduced = new Map<number, number>();
  for (let column = 0; column < program.columnCount; column++) {
    if (Math.max(lowerFrom[column] as number, upperFrom[column] as number) < 0) continue;
    let rest = cost[column] as number;
    for (let entry = program.starts[column] as number; entry < (program.starts[column + 1] as number); entry++) {
      rest -= (program.values[entry] as number) * (rowPrices[program.rows[entry] as number] as number);
    }
    reduced.set(column, rest);
  }
  const ofCut: { readonly row: number; readonly column: number; readonly value: number }[] = [];
  cuts.forEach(({ columns, values }, cut) => {
    columns.forEach((column, k) => {
      const rest = reduced.get(column);
      if (rest === undefined) return;
      const value = values[k] as number;
      const row = program.rowCount + cut;
      ofCut.push({ row, column, value });
      reduced.set(column, rest - value * (rowPrices[row] as number));
    });
  });
  const give = (row: number, column: number, value: number): void => {
    const rest = reduced.get(column) as number;
    const from = rest > 0 ? lowerFrom[column] : upperFrom[column];
    if (rest !== 0 && from === row) rowPrices[row] = rest / value;
  };
  for (const column of reduced.keys()) {
    for (let entry = program.starts[column] as number; entry < (program.starts[column + 1] as number); entry++) {
      give(program.rows[entry] as number, column, program.values[entry] as number);
    }
  }
  for (const { row, column, value } of ofCut) give(row, column, value);
}
