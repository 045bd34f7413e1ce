import type { LinearProgram } from "@lungang/program";
import type { Box } from "./proof.ts";

/** Rows with more columns say little of each. */
const MOST_COLUMNS = 8;
/** Passes over the rows; each count follows from few others. */
const MOST_PASSES = 4;
/** What sums of products may miss by. */
const ROUNDING = 1e-6;

/** A row of few columns, written by the row. */
interface CountRow {
  readonly lower: number;
  readonly upper: number;
  readonly columns: readonly number[];
  readonly values: readonly number[];
}

/**
 * What bounds of some counts say of others, by the rows that have few columns beside them: with 10 B >= 3 T and T at least
 * 237, B is at least 72. A relaxation leaves it at 71.1.
 */
export class ImpliedCounts {
  readonly #program: LinearProgram;
  readonly #rows: readonly CountRow[];
  /** Counts that a row binds to another one. */
  readonly #bound: ReadonlySet<number>;

  /** @param counts - columns whose rows are looked at */
  constructor(program: LinearProgram, counts: readonly number[]) {
    this.#program = program;
    this.#rows = rowsOf(program, counts);
    const all = new Set(counts);
    const beside = this.#rows.map(({ columns }) => columns.filter((column) => all.has(column)));
    this.#bound = new Set(beside.filter(({ length }) => length > 1).flat());
  }

  /** Returns whether a row binds a count to another one, as a share does; others only count for a cost or a limit. */
  isBound(count: number): boolean {
    return this.#bound.has(count);
  }

  /** Returns the bounds narrowed by what the rows and integers imply; nothing where they leave no point. */
  within({ columnLower, columnUpper }: Box): Box | undefined {
    const box = { columnLower: columnLower.slice(), columnUpper: columnUpper.slice() };
    for (let pass = 0; pass < MOST_PASSES; pass++) {
      let moved = false;
      for (const row of this.#rows) {
        const found = this.#narrow(box, row);
        if (found === undefined) return undefined;
        moved ||= found;
      }
      if (!moved) break;
    }
    return box;
  }

  /** Narrows the columns of a row; returns whether any bound moved, and nothing where two have crossed. */
  #narrow({ columnLower, columnUpper }: Box, row: CountRow): boolean | undefined {
    const { columns } = row;
    let moved = false;
    for (const [place, column] of columns.entries()) {
      if (this.#program.integer[column] !== 1) continue;
      const [least, most] = impliedRange({ columnLower, columnUpper }, row, place);
      if (least > (columnLower[column] as number)) columnLower[column] = least;
      else if (most >= (columnUpper[column] as number)) continue;
      if (most < (columnUpper[column] as number)) columnUpper[column] = most;
      if ((columnLower[column] as number) > (columnUpper[column] as number)) return undefined;
      moved = true;
    }
    return moved;
  }
}

/** Returns the integers that a row leaves to the column at a place, whatever the others are within their bounds. */
function impliedRange({ columnLower, columnUpper }: Box, row: CountRow, place: number): readonly [number, number] {
  let least = 0;
  let most = 0;
  for (const [other, column] of row.columns.entries()) {
    if (other === place) continue;
    const value = row.values[other] as number;
    least += value * ((value > 0 ? columnLower : columnUpper)[column] as number);
    most += value * ((value > 0 ? columnUpper : columnLower)[column] as number);
  }
  const value = row.values[place] as number;
  const [from, to] = [(row.lower - most) / value, (row.upper - least) / value];
  return [Math.ceil(Math.min(from, to) - ROUNDING), Math.floor(Math.max(from, to) + ROUNDING)];
}

/** Returns the rows of few columns in which counts stand. */
function rowsOf(program: LinearProgram, counts: readonly number[]): readonly CountRow[] {
  const { starts, rows, values, rowLower, rowUpper, columnCount } = program;
  const found = new Map<number, { columns: number[]; values: number[] }>();
  for (const column of counts) {
    for (let entry = starts[column] as number; entry < (starts[column + 1] as number); entry++) {
      found.set(rows[entry] as number, { columns: [], values: [] });
    }
  }
  for (let column = 0; column < columnCount; column++) {
    for (let entry = starts[column] as number; entry < (starts[column + 1] as number); entry++) {
      const row = found.get(rows[entry] as number);
      if (row === undefined || row.columns.length > MOST_COLUMNS) continue;
      row.columns.push(column);
      row.values.push(values[entry] as number);
    }
  }
  return [...found]
    .filter(([, { columns }]) => columns.length <= MOST_COLUMNS)
    .map(([row, terms]) => ({ ...terms, lower: rowLower[row] as number, upper: rowUpper[row] as number }));
}
