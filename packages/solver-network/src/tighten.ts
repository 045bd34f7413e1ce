import type { Cut, EngineTask, LinearProgram } from "@lungang/program";
import type { RowEntries } from "./side-entries.ts";
import { entriesOf, sideRowsOf } from "./side-entries.ts";

/** A bound that moves may let rows before it say more: they are looked through so often at most. */
const PASSES = 4;

/**
 * Column bounds that side rows and cuts imply, and where they come from.
 *
 * Shapes: one entry a column. Rows from `rowCount` on are cuts.
 */
export interface Tightened {
  readonly columnLower: Float64Array;
  readonly columnUpper: Float64Array;
  /** Row that a bound comes from, -1 if it is the column's own. */
  readonly lowerFrom: Int32Array;
  readonly upperFrom: Int32Array;
  /** Rows that bounds were taken from, in the order in which they were. */
  readonly sources: readonly Source[];
  readonly changed: boolean;
  /** Whether a column is left without a value. */
  readonly crossed: boolean;
}

/** One side of a row, and the columns whose bounds follow from it. */
interface Source {
  readonly row: number;
  readonly side: "lower" | "upper";
  readonly columns: readonly number[];
  readonly values: readonly number[];
}

/** What a task restricts its program to. */
export type Restricted = Pick<EngineTask, "program" | "columnLower" | "columnUpper" | "cuts" | "relaxation">;

/**
 * Turns side rows into column bounds where they say no more than that: rows with one free column, such as a recruit who
 * has to be placed, and rows that can be kept in one way only, such as a post that has no room once others are back.
 *
 * A relaxation has points that rounding would cut off; there only bounds that need none are taken.
 */
export function tightenByRows(task: Restricted): Tightened {
  const bounds = new Bounds(task);
  for (let pass = 0; pass < PASSES; pass++) if (!bounds.tighten()) break;
  const { columnLower, columnUpper, lowerFrom, upperFrom, sources, crossed } = bounds;
  return { columnLower, columnUpper, lowerFrom, upperFrom, sources, changed: sources.length > 0, crossed };
}

/** The bounds of all columns while rows tighten them. */
class Bounds {
  readonly #task: Restricted;
  readonly #side: SideEntries;
  /** Side rows with a column whose bounds moved since they were looked at. Shapes: one entry a side row. */
  readonly #isDue: Uint8Array;
  readonly columnLower: Float64Array;
  readonly columnUpper: Float64Array;
  readonly lowerFrom: Int32Array;
  readonly upperFrom: Int32Array;
  readonly sources: Source[] = [];
  /** A column is left without a value: nothing more is looked at. */
  crossed = false;

  constructor(task: Restricted) {
    this.#task = task;
    this.#side = sideEntries(task.program);
    this.#isDue = new Uint8Array(this.#side.rows.length).fill(1);
    this.columnLower = task.columnLower.slice();
    this.columnUpper = task.columnUpper.slice();
    this.lowerFrom = new Int32Array(task.program.columnCount).fill(-1);
    this.upperFrom = new Int32Array(task.program.columnCount).fill(-1);
  }

  /** Looks through the rows that are due, and all cuts; returns whether a bound moved. */
  tighten(): boolean {
    const before = this.sources.length;
    const { program, cuts } = this.#task;
    const { rows } = this.#side;
    for (let number = 0; number < rows.length; number++) {
      if (this.#isDue[number] === 0) continue;
      this.#isDue[number] = 0;
      this.#look(entriesOfRow(this.#task, this.#side, rows[number] as number));
    }
    for (let cut = 0; cut < cuts.length; cut++) {
      this.#look(entriesOfRow(this.#task, this.#side, program.rowCount + cut));
    }
    return this.sources.length > before && !this.crossed;
  }

  #look(row: Entries): void {
    if (this.crossed) return;
    const { columns, values, from, to } = row;
    const { columnLower, columnUpper } = this;
    let free = 0;
    let last = -1;
    let rest = 0;
    let least = 0;
    let greatest = 0;
    for (let entry = from; entry < to; entry++) {
      const column = columns[entry] as number;
      const value = values[entry] as number;
      const lower = columnLower[column] as number;
      const upper = columnUpper[column] as number;
      if (lower === upper) {
        rest += value * lower;
        continue;
      }
      free++;
      last = entry;
      least += value * (value > 0 ? lower : upper);
      greatest += value * (value > 0 ? upper : lower);
    }
    if (free === 1) this.#takeSingle(row, last, rest);
    if (free < 2) return;
    if (least + rest === row.upper) this.#takeForcing(row, "upper");
    else if (greatest + rest === row.lower) this.#takeForcing(row, "lower");
  }

  /** Bounds the one free column of a row, to which the others bring `rest`. */
  #takeSingle({ row, lower: asked, upper: allowed, columns, values }: Entries, entry: number, rest: number): void {
    const column = columns[entry] as number;
    const value = values[entry] as number;
    const { program, relaxation } = this.#task;
    if (program.integer[column] !== 1 || !Number.isInteger(value)) return;
    const a = (asked - rest) / value;
    const b = (allowed - rest) / value;
    const [least, most] = [Math.min(a, b), Math.max(a, b)];
    const lower = Math.ceil(least) + 0;
    const upper = Math.floor(most) + 0;
    if (relaxation && (lower > least || upper < most)) return;
    const only = { row, columns: [column], values: [value] };
    if (lower > (this.columnLower[column] as number)) {
      this.#raiseLower(column, lower, row);
      this.sources.push({ ...only, side: value > 0 ? "lower" : "upper" });
    }
    if (upper < (this.columnUpper[column] as number)) {
      this.#cutUpper(column, upper, row);
      this.sources.push({ ...only, side: value > 0 ? "upper" : "lower" });
    }
  }

  /** Fixes the columns of a row whose least activity is all that the upper side allows, or whose greatest the lower asks for. */
  #takeForcing({ row, columns, values, from, to }: Entries, side: Source["side"]): void {
    const forced = { row, side, columns: [] as number[], values: [] as number[] };
    for (let entry = from; entry < to; entry++) {
      const column = columns[entry] as number;
      const value = values[entry] as number;
      const lower = this.columnLower[column] as number;
      const upper = this.columnUpper[column] as number;
      if (lower === upper) continue;
      if ((side === "upper") === value > 0) this.#cutUpper(column, lower, row);
      else this.#raiseLower(column, upper, row);
      forced.columns.push(column);
      forced.values.push(value);
    }
    this.sources.push(forced);
  }

  #raiseLower(column: number, to: number, row: number): void {
    this.columnLower[column] = to;
    this.lowerFrom[column] = row;
    this.#follow(column);
  }

  #cutUpper(column: number, to: number, row: number): void {
    this.columnUpper[column] = to;
    this.upperFrom[column] = row;
    this.#follow(column);
  }

  /** Notes what follows from a bound that moved. */
  #follow(column: number): void {
    if ((this.columnLower[column] as number) > (this.columnUpper[column] as number)) this.crossed = true;
    const { starts, rows } = this.#task.program;
    for (let entry = starts[column] as number; entry < (starts[column + 1] as number); entry++) {
      const number = this.#side.numberOf[rows[entry] as number] as number;
      if (number >= 0) this.#isDue[number] = 1;
    }
  }
}

/** A row with its entries, from one place to before another. */
interface Entries {
  readonly row: number;
  readonly lower: number;
  readonly upper: number;
  readonly columns: Int32Array;
  readonly values: Float64Array;
  readonly from: number;
  readonly to: number;
}

/** The side rows of a program with their entries. Shapes: `numberOf` one entry a row, -1 where it is no side row. */
interface SideEntries extends RowEntries {
  readonly rows: Int32Array;
  readonly numberOf: Int32Array;
}

/** Returns a side row of a program, or from `rowCount` on a cut, with its entries. */
function entriesOfRow(
  { program, cuts }: Pick<Restricted, "program" | "cuts">,
  side: SideEntries,
  row: number,
): Entries {
  if (row >= program.rowCount) {
    const { lower, upper, columns, values } = cuts[row - program.rowCount] as Cut;
    return { row, lower, upper, columns, values, from: 0, to: columns.length };
  }
  const number = side.numberOf[row] as number;
  return {
    row,
    lower: program.rowLower[row] as number,
    upper: program.rowUpper[row] as number,
    columns: side.column,
    values: side.value,
    from: side.first[number] as number,
    to: side.first[number + 1] as number,
  };
}

const entriesOfProgram = new WeakMap<LinearProgram, SideEntries>();

/** Returns the entries of side rows; all levels of a program ask for them. */
function sideEntries(program: LinearProgram): SideEntries {
  const known = entriesOfProgram.get(program);
  if (known !== undefined) return known;
  const rows = sideRowsOf(program);
  const numberOf = new Int32Array(program.rowCount).fill(-1);
  for (let number = 0; number < rows.length; number++) numberOf[rows[number] as number] = number;
  const side = { rows, numberOf, ...entriesOf(program, rows) };
  entriesOfProgram.set(program, side);
  return side;
}

/**
 * Gives the rows that bounds were taken from the prices that the bounds have, so that the prices alone prove the bound.
 *
 * The last rows come first: what they are worth changes what the earlier ones have to hold. A price is the least that
 * keeps every column at the bound that its row holds it at.
 *
 * Shapes: `reducedCosts` one entry a column, `rowPrices` one a row, then one a cut; changes both.
 */
export function priceTightened(
  { program, cuts }: Pick<EngineTask, "program" | "cuts">,
  { lowerFrom, upperFrom, sources }: Tightened,
  { reducedCosts, rowPrices }: { readonly reducedCosts: Float64Array; readonly rowPrices: Float64Array },
): void {
  const side = sideEntries(program);
  const isHeld = (row: number, column: number) => lowerFrom[column] === row || upperFrom[column] === row;
  for (const { row, side: ofRow, columns, values } of sources.toReversed()) {
    // A bound that another row has moved since is not where this one holds its column.
    if (columns.length === 1 && !isHeld(row, columns[0] as number)) continue;
    const worths = columns.map((column, k) => (reducedCosts[column] as number) / (values[k] as number));
    const price = worths.reduce(
      (most, worth) => (ofRow === "upper" ? Math.min(most, worth) : Math.max(most, worth)),
      0,
    );
    if (price === 0) continue;
    rowPrices[row] = (rowPrices[row] as number) + price;
    const whole = entriesOfRow({ program, cuts }, side, row);
    for (let entry = whole.from; entry < whole.to; entry++) {
      const column = whole.columns[entry] as number;
      reducedCosts[column] = (reducedCosts[column] as number) - (whole.values[entry] as number) * price;
    }
  }
}
