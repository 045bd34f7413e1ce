import type { Cut, LinearProgram } from "@lungang/program";

/**
 * What an exhaustive search found.
 *
 * @public
 */
export type BruteForceResult =
  { readonly feasible: true; readonly value: number; readonly values: Float64Array } | { readonly feasible: false };

/**
 * What {@link bruteForce} searches.
 *
 * @public
 */
export interface BruteForceOptions {
  /** @defaultValue 0 */
  readonly level?: number;
  /** @defaultValue none */
  readonly cuts?: readonly Cut[];
  /** @defaultValue the bounds of the program */
  readonly columnLower?: Float64Array;
  readonly columnUpper?: Float64Array;
}

/** Rows hold within this; integer data give exact sums, decimal data need it. */
const TOLERANCE = 1e-9;

interface DenseRow {
  readonly lower: number;
  readonly upper: number;
  /** Shapes: one entry a column. */
  readonly values: Float64Array;
  /** Least and greatest that columns `j` and later can still add. Shapes: one entry a column and a 0. */
  readonly least: Float64Array;
  readonly most: Float64Array;
}

/**
 * Solves a small program by trying every integer point, in the order of the columns, and leaving out branches that a row
 * or the best value so far rules out.
 *
 * Continuous columns are tried at integers too, so it is right about programs whose continuous part has integer
 * corners once the integer columns are fixed; the families of this kit are of that kind.
 *
 * Cost: the product of the ranges of the columns; meant for at most some millions of points.
 *
 * @throws {RangeError} if a column has an infinite bound
 * @public
 */
export function bruteForce(program: LinearProgram, options: BruteForceOptions = {}): BruteForceResult {
  const lower = options.columnLower ?? program.columnLower;
  const upper = options.columnUpper ?? program.columnUpper;
  const width = lower.findIndex((bound, column) => !Number.isFinite((upper[column] as number) - bound));
  if (width >= 0) throw new RangeError(`Cannot try every point: column ${width} has an infinite bound`);
  const level = program.levels[options.level ?? 0];
  if (level === undefined) throw new RangeError(`Cannot try every point: no level ${options.level}`);
  const bounds = { lower, upper };
  const objective = denseRow(level.cost, { lower: -Infinity, upper: Infinity }, bounds);
  const search = new Search(objective, denseRows(program, options.cuts ?? [], bounds), bounds);
  search.visit(0, 0);
  if (search.best === undefined) return { feasible: false };
  return { feasible: true, value: search.bestValue + level.offset, values: search.best };
}

interface Bounds {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

class Search {
  best: Float64Array | undefined;
  bestValue = Infinity;
  readonly #objective: DenseRow;
  readonly #rows: readonly DenseRow[];
  readonly #bounds: Bounds;
  readonly #point: Float64Array;
  readonly #sums: Float64Array;

  constructor(objective: DenseRow, rows: readonly DenseRow[], bounds: Bounds) {
    this.#objective = objective;
    this.#rows = rows;
    this.#bounds = bounds;
    this.#point = new Float64Array(bounds.lower.length);
    this.#sums = new Float64Array(rows.length);
  }

  visit(column: number, value: number): void {
    if (this.best !== undefined && value + (this.#objective.least[column] as number) >= this.bestValue) return;
    if (!this.#rows.every((row, k) => canHold(row, column, this.#sums[k] as number))) return;
    if (column === this.#point.length) {
      this.best = this.#point.slice();
      this.bestValue = value;
      return;
    }
    const cost = this.#objective.values[column] as number;
    const from = Math.ceil(this.#bounds.lower[column] as number);
    const to = Math.floor(this.#bounds.upper[column] as number);
    for (let x = from; x <= to; x++) {
      this.#add(column, x);
      this.#point[column] = x;
      this.visit(column + 1, value + cost * x);
      this.#add(column, -x);
    }
  }

  #add(column: number, x: number): void {
    for (const [k, row] of this.#rows.entries()) {
      this.#sums[k] = (this.#sums[k] as number) + (row.values[column] as number) * x;
    }
  }
}

function canHold(row: DenseRow, column: number, sum: number): boolean {
  const least = sum + (row.least[column] as number);
  const most = sum + (row.most[column] as number);
  return least <= row.upper + TOLERANCE && most >= row.lower - TOLERANCE;
}

function denseRows(program: LinearProgram, cuts: readonly Cut[], bounds: Bounds): DenseRow[] {
  const dense = Array.from({ length: program.rowCount }, () => new Float64Array(program.columnCount));
  for (let column = 0; column < program.columnCount; column++) {
    for (let entry = program.starts[column] as number; entry < (program.starts[column + 1] as number); entry++) {
      (dense[program.rows[entry] as number] as Float64Array)[column] = program.values[entry] as number;
    }
  }
  const rows = dense.map((values, row) =>
    denseRow(values, { lower: program.rowLower[row] as number, upper: program.rowUpper[row] as number }, bounds),
  );
  for (const cut of cuts) {
    const values = new Float64Array(program.columnCount);
    for (const [k, column] of cut.columns.entries()) values[column] = cut.values[k] as number;
    rows.push(denseRow(values, cut, bounds));
  }
  return rows;
}

function denseRow(values: Float64Array, range: { lower: number; upper: number }, bounds: Bounds): DenseRow {
  const least = new Float64Array(values.length + 1);
  const most = new Float64Array(values.length + 1);
  for (let column = values.length - 1; column >= 0; column--) {
    const atLower = (values[column] as number) * Math.ceil(bounds.lower[column] as number);
    const atUpper = (values[column] as number) * Math.floor(bounds.upper[column] as number);
    least[column] = (least[column + 1] as number) + Math.min(atLower, atUpper);
    most[column] = (most[column + 1] as number) + Math.max(atLower, atUpper);
  }
  return { lower: range.lower, upper: range.upper, values, least, most };
}
