import type { Cut, Level } from "../linear/program.ts";
import type { PointRules } from "./point.ts";

/** Products of multiples of this with integers, and sums of them below {@link EXACT_SIZE}, are not rounded. */
const EXACT_GRID = 2 ** -16;
const EXACT_SIZE = 2 ** 37;
/** What one operation is rounded by at most, relative to its result. */
const UNIT = 2 ** -53;

/** A sum that carries what each addition loses (Neumaier), so that only its terms are rounded. */
export class CarefulSum {
  #sum: number;
  #lost = 0;

  constructor(start: number) {
    this.#sum = start;
  }

  /** Adds a finite number. */
  add(term: number): void {
    const before = this.#sum;
    this.#sum += term;
    this.#lost += Math.abs(before) >= Math.abs(term) ? before - this.#sum + term : term - this.#sum + before;
  }

  /** Returns the sum, rounded once. */
  value(): number {
    return this.#sum + this.#lost;
  }
}

/**
 * Returns by how much a bound that prices prove may be rounded up: the products of rows and columns are rounded in
 * proportion to their size, which may be a million times that of the bound. 0 where all of them are exact.
 *
 * A column of reduced cost r may be fixed where r is more than what is left to the bound: with prices of a level of large
 * costs, what rounding adds to the bound is more than the noise of reduced costs that are 0.
 *
 * Shapes: `rowPrices` has one entry a row, then one a cut.
 */
export function roundingOf(rules: PointRules, level: Level, rowPrices: Float64Array): number {
  const size = sizeOf(rules, level, rowPrices);
  return size <= EXACT_SIZE && rowPrices.every((price) => price % EXACT_GRID === 0) ? 0 : UNIT * size;
}

/** Returns the absolute values of all terms of the bound, each as often as its operations round it. */
function sizeOf(rules: PointRules, { cost, offset }: Level, rowPrices: Float64Array): number {
  const { starts, rows, values, columnCount, rowCount, rowLower, rowUpper } = rules.program;
  const atColumn = new Float64Array(columnCount);
  let size = Math.abs(offset);
  for (let row = 0; row < rowCount; row++) {
    const price = Math.abs(rowPrices[row] as number);
    if (price !== 0) size += 2 * price * farthest(rowLower[row] as number, rowUpper[row] as number);
  }
  for (let column = 0; column < columnCount; column++) {
    const [first, end] = [starts[column] as number, starts[column + 1] as number];
    let weight = Math.abs(cost[column] as number);
    for (let entry = first; entry < end; entry++)
      weight += Math.abs((values[entry] as number) * (rowPrices[rows[entry] as number] as number));
    atColumn[column] = weight * (end - first + 2);
  }
  rules.cuts.forEach((cut, k) => (size += addCut(cut, Math.abs(rowPrices[rowCount + k] as number), atColumn)));
  const { columnLower, columnUpper } = rules;
  for (let column = 0; column < columnCount; column++)
    size += (atColumn[column] as number) * farthest(columnLower[column] as number, columnUpper[column] as number);
  return size;
}

/** Adds the entries of a cut to the weights of its columns and returns the size of its own term. */
function addCut({ columns, values, lower, upper }: Cut, price: number, atColumn: Float64Array): number {
  if (price === 0) return 0;
  columns.forEach((column, entry) => {
    atColumn[column] = (atColumn[column] as number) + 3 * price * Math.abs(values[entry] as number);
  });
  return 2 * price * farthest(lower, upper);
}

/** The absolute value of the bound that is farther from 0, infinite ones left out. */
function farthest(lower: number, upper: number): number {
  const [below, above] = [Math.abs(lower), Math.abs(upper)];
  return Math.max(Number.isFinite(below) ? below : 0, Number.isFinite(above) ? above : 0);
}
