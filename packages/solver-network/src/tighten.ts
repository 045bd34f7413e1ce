import type { Cut, EngineTask, LinearProgram } from "@lungang/program";
import { ROW_SIDE } from "@lungang/program";

/** Rows that force columns may leave rows with one free column, and the other way round: looked through so often at most. */
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
  const { columnLower, columnUpper, lowerFrom, upperFrom, sources } = bounds;
  const crossed = columnLower.some((lower, column) => lower > (columnUpper[column] as number));
  return { columnLower, columnUpper, lowerFrom, upperFrom, sources, changed: sources.length > 0, crossed };
}

/** The bounds of all columns while rows tighten them. */
class Bounds {
  readonly #task: Restricted;
  readonly columnLower: Float64Array;
  readonly columnUpper: Float64Array;
  readonly lowerFrom: Int32Array;
  readonly upperFrom: Int32Array;
  readonly sources: Source[] = [];

  constructor(task: Restricted) {
    this.#task = task;
    this.columnLower = task.columnLower.slice();
    this.columnUpper = task.columnUpper.slice();
    this.lowerFrom = new Int32Array(task.program.columnCount).fill(-1);
    this.upperFrom = new Int32Array(task.program.columnCount).fill(-1);
  }

  /** Looks through all rows once; returns whether a bound moved. */
  tighten(): boolean {
    const before = this.sources.length;
    const { program } = this.#task;
    const counts = new RowCounts(this.#task, this);
    for (let row = 0; row < counts.free.length; row++) {
      if (row < program.rowCount && program.rowKinds[row] !== ROW_SIDE) continue;
      if (counts.free[row] === 1) this.#takeSingle(row, counts);
    }
    this.#takeForcing(counts);
    return this.sources.length > before;
  }

  /** Bounds the one free column of a row. */
  #takeSingle(row: number, { column: columnOf, value: valueOf, rest }: RowCounts): void {
    const column = columnOf[row] as number;
    const value = valueOf[row] as number;
    const { program, relaxation } = this.#task;
    if (program.integer[column] !== 1 || !Number.isInteger(value)) return;
    const a = (rowBound(this.#task, row, "lower") - (rest[row] as number)) / value;
    const b = (rowBound(this.#task, row, "upper") - (rest[row] as number)) / value;
    const [least, most] = [Math.min(a, b), Math.max(a, b)];
    const lower = Math.ceil(least) + 0;
    const upper = Math.floor(most) + 0;
    if (relaxation && (lower > least || upper < most)) return;
    const only = { row, columns: [column], values: [value] };
    if (lower > (this.columnLower[column] as number)) {
      this.columnLower[column] = lower;
      this.lowerFrom[column] = row;
      this.sources.push({ ...only, side: value > 0 ? "lower" : "upper" });
    }
    if (upper < (this.columnUpper[column] as number)) {
      this.columnUpper[column] = upper;
      this.upperFrom[column] = row;
      this.sources.push({ ...only, side: value > 0 ? "upper" : "lower" });
    }
  }

  /** Fixes the columns of rows whose least activity is all that the upper side allows, or whose greatest the lower asks for. */
  #takeForcing(counts: RowCounts): void {
    const found = this.#forcingRows(counts);
    if (found.size === 0) return;
    eachEntry(this.#task, (row, column, value) => {
      const forced = found.get(row);
      if (forced === undefined || counts.isFree[column] !== 1) return;
      forced.columns.push(column);
      forced.values.push(value);
    });
    for (const [row, { side, columns, values }] of found) {
      columns.forEach((column, k) => {
        if ((side === "upper") === (values[k] as number) > 0) {
          this.columnUpper[column] = Math.min(this.columnUpper[column] as number, counts.lower[column] as number);
          this.upperFrom[column] = row;
        } else {
          this.columnLower[column] = Math.max(this.columnLower[column] as number, counts.upper[column] as number);
          this.lowerFrom[column] = row;
        }
      });
      this.sources.push({ row, side, columns, values });
    }
  }

  #forcingRows({ free, least, greatest }: RowCounts): Map<number, Forced> {
    const { program } = this.#task;
    const found = new Map<number, Forced>();
    for (let row = 0; row < free.length; row++) {
      if ((free[row] as number) < 2 || (row < program.rowCount && program.rowKinds[row] !== ROW_SIDE)) continue;
      if (least[row] === rowBound(this.#task, row, "upper")) found.set(row, { side: "upper", columns: [], values: [] });
      else if (greatest[row] === rowBound(this.#task, row, "lower")) {
        found.set(row, { side: "lower", columns: [], values: [] });
      }
    }
    return found;
  }
}

interface Forced {
  readonly side: Source["side"];
  readonly columns: number[];
  readonly values: number[];
}

function rowBound({ program, cuts }: Restricted, row: number, side: Source["side"]): number {
  if (row >= program.rowCount) return (cuts[row - program.rowCount] as Cut)[side];
  return (side === "lower" ? program.rowLower : program.rowUpper)[row] as number;
}

/** What is known of rows and cuts at the bounds that columns have. Shapes: one entry a row, then one a cut. */
class RowCounts {
  readonly free: Int32Array;
  /** The last free column and its coefficient: the only one where there is one. */
  readonly column: Int32Array;
  readonly value: Float64Array;
  /** What fixed columns bring to the row. */
  readonly rest: Float64Array;
  /** Least and greatest activity. */
  readonly least: Float64Array;
  readonly greatest: Float64Array;
  /** Shapes: one entry a column. */
  readonly isFree: Uint8Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;

  constructor(task: Restricted, { columnLower, columnUpper }: Pick<Tightened, "columnLower" | "columnUpper">) {
    const total = task.program.rowCount + task.cuts.length;
    this.free = new Int32Array(total);
    this.column = new Int32Array(total);
    this.value = new Float64Array(total);
    this.rest = new Float64Array(total);
    this.least = new Float64Array(total);
    this.greatest = new Float64Array(total);
    this.lower = columnLower.slice();
    this.upper = columnUpper.slice();
    this.isFree = Uint8Array.from(columnLower, (lower, column) => (lower === columnUpper[column] ? 0 : 1));
    eachEntry(task, (row, column, value) => this.#add(row, column, value));
  }

  #add(row: number, column: number, value: number): void {
    const { free, rest, least, greatest } = this;
    const lower = this.lower[column] as number;
    const atLower = value * lower;
    if (this.isFree[column] === 1) {
      const atUpper = value * (this.upper[column] as number);
      free[row] = (free[row] as number) + 1;
      this.column[row] = column;
      this.value[row] = value;
      least[row] = (least[row] as number) + (value > 0 ? atLower : atUpper);
      greatest[row] = (greatest[row] as number) + (value > 0 ? atUpper : atLower);
    } else if (lower !== 0) {
      rest[row] = (rest[row] as number) + atLower;
      least[row] = (least[row] as number) + atLower;
      greatest[row] = (greatest[row] as number) + atLower;
    }
  }
}

/** Visits every entry of the program and of its cuts. */
function eachEntry(
  { program, cuts }: { readonly program: LinearProgram; readonly cuts: readonly Cut[] },
  visit: (row: number, column: number, value: number) => void,
): void {
  const { starts, rows, values, columnCount, rowCount } = program;
  for (let column = 0; column < columnCount; column++) {
    const end = starts[column + 1] as number;
    for (let entry = starts[column] as number; entry < end; entry++) {
      visit(rows[entry] as number, column, values[entry] as number);
    }
  }
  for (let cut = 0; cut < cuts.length; cut++) {
    const { columns, values: ofCut } = cuts[cut] as Cut;
    for (let k = 0; k < columns.length; k++) visit(rowCount + cut, columns[k] as number, ofCut[k] as number);
  }
}

/**
 * Gives the rows that bounds were taken from the prices that the bounds have, so that the prices alone prove the bound.
 *
 * The last rows come first: what they are worth changes what the earlier ones have to hold. A price is the least that
 * keeps every column at the bound that its row holds it at.
 *
 * Shapes: `cost` one entry a column, `rowPrices` one a row, then one a cut; changes `rowPrices`.
 */
export function priceTightened(
  { program, cuts }: Pick<EngineTask, "program" | "cuts">,
  { lowerFrom, upperFrom, sources }: Tightened,
  { cost, rowPrices }: { readonly cost: Float64Array; readonly rowPrices: Float64Array },
): void {
  const reduced = cost.slice();
  const entries = new Map(sources.map(({ row }) => [row, { columns: [] as number[], values: [] as number[] }]));
  eachEntry({ program, cuts }, (row, column, value) => {
    reduced[column] = (reduced[column] as number) - value * (rowPrices[row] as number);
    const found = entries.get(row);
    found?.columns.push(column);
    found?.values.push(value);
  });
  const isHeld = (row: number, column: number) => lowerFrom[column] === row || upperFrom[column] === row;
  for (const { row, side, columns, values } of sources.toReversed()) {
    // A bound that another row has moved since is not where this one holds its column.
    if (columns.length === 1 && !isHeld(row, columns[0] as number)) continue;
    const worths = columns.map((column, k) => (reduced[column] as number) / (values[k] as number));
    const price = worths.reduce((most, worth) => (side === "upper" ? Math.min(most, worth) : Math.max(most, worth)), 0);
    if (price === 0) continue;
    rowPrices[row] = (rowPrices[row] as number) + price;
    const whole = entries.get(row) as { readonly columns: readonly number[]; readonly values: readonly number[] };
    whole.columns.forEach((column, k) => {
      reduced[column] = (reduced[column] as number) - (whole.values[k] as number) * price;
    });
  }
}
