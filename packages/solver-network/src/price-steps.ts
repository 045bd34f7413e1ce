import type { Lagrangian } from "./lagrangian.ts";
import { onGrid, PRICE_GRID } from "./lagrangian.ts";
import type { SideColumn, SideRow } from "./side-rows.ts";

/** A step grows while the row asks for the same, and shrinks when the row changes its mind (RPROP). */
const GROW = 1.2;
const SHRINK = 0.5;

/** Part of the usual cost of an arc that the first step of a price is worth. */
const FIRST_STEP = 0.5;

/** How much shorter first steps are from prices that are supposed to be good. */
const NEAR = 1 / 16;

/** What a price may add to the cost of an arc: with more, sums on the grid would no longer be exact. */
const MOST_COST = 2 ** 28;

/** A slack this wide is not meant to be used up: its cost bounds the price of its row. */
const WIDE = 3;

/**
 * Moves every price by a step of its own in the direction that its row asks for.
 *
 * Plain subgradients share one step length, and rows of different size spoil it for each other; signs do not.
 */
export class PriceSteps {
  readonly #lagrangian: Lagrangian;
  readonly #step: Float64Array;
  readonly #last: Int8Array;
  readonly #least: Float64Array;
  readonly #most: Float64Array;

  /** @param mostUsual - what a cost counts at most where first steps are taken from the usual one */
  constructor(lagrangian: Lagrangian, mostUsual = Infinity) {
    const { rows, columns } = lagrangian.side;
    const { arcCost, columnCost } = lagrangian.costs;
    this.#lagrangian = lagrangian;
    this.#last = new Int8Array(rows.length);
    const cost = usualSize(arcCost, mostUsual) || usualSize(columnCost) || 1;
    this.#step = Float64Array.from(rows, (row) => firstStep(row, cost));
    const ranges = rows.map((row) => priceRange(row, columns, columnCost));
    this.#least = Float64Array.from(ranges, ([least]) => least);
    this.#most = Float64Array.from(ranges, ([, most]) => most);
  }

  /** Returns the range that a price has to keep. */
  range(place: number): readonly [number, number] {
    return [this.#least[place] as number, this.#most[place] as number];
  }

  /** Shortens all steps: prices are supposed to be good. */
  shorten(): void {
    for (let place = 0; place < this.#step.length; place++) this.#rescale(place, NEAR);
  }

  /** Makes one step after an evaluation; returns whether any price moved. */
  advance(): boolean {
    let moved = false;
    for (let place = 0; place < this.#step.length; place++) {
      const direction = this.#lagrangian.direction(place);
      if (direction === 0) continue;
      const last = this.#last[place] as number;
      if (last !== 0) this.#rescale(place, direction === last ? GROW : SHRINK);
      this.#last[place] = direction;
      const before = this.#lagrangian.prices[place] as number;
      const wanted = onGrid(before + direction * (this.#step[place] as number));
      const price = Math.min(Math.max(wanted, this.#least[place] as number), this.#most[place] as number);
      if (price !== before) moved = true;
      this.#lagrangian.setPrice(place, price);
    }
    return moved;
  }

  #rescale(place: number, by: number): void {
    this.#step[place] = Math.max((this.#step[place] as number) * by, PRICE_GRID);
  }
}

function firstStep(row: SideRow, usualCost: number): number {
  const size = usualSize(row.arcValues) || 1;
  return Math.max(PRICE_GRID, (FIRST_STEP * usualCost) / size);
}

/** Returns the mean absolute value of what is not 0, each at most `most`. */
function usualSize(values: Float64Array, most = Infinity): number {
  let sum = 0;
  let count = 0;
  for (const value of values) {
    if (value === 0) continue;
    sum += Math.min(Math.abs(value), most);
    count++;
  }
  return count === 0 ? 0 : sum / count;
}

/** A row pays for a bound that it has and may break; beyond the cost of a wide slack no price is worth paying. */
function priceRange(row: SideRow, columns: readonly SideColumn[], costs: Float64Array): readonly [number, number] {
  if (row.neverBreaks) return [0, 0];
  const limit = mostPrice(row);
  let least = Number.isFinite(row.upper) ? -limit : 0;
  let most = Number.isFinite(row.lower) ? limit : 0;
  for (const { at, value } of row.terms) {
    const column = columns[at] as SideColumn;
    const cost = costs[at] as number;
    if (column.terms.length > 1 || column.upper - column.lower < WIDE || cost < 0) continue;
    if (value > 0) most = Math.min(most, down(cost / value));
    else least = Math.max(least, -down(-cost / value));
  }
  return [least, most];
}

/** Returns the greatest price of a row with which sums on the grid stay exact. */
export function mostPrice(row: SideRow): number {
  return down(MOST_COST / largest(row));
}

function largest({ arcValues, terms }: SideRow): number {
  let size = 1;
  for (const value of arcValues) size = Math.max(size, Math.abs(value));
  for (const { value } of terms) size = Math.max(size, Math.abs(value));
  return size;
}

function down(price: number): number {
  return Math.floor(price / PRICE_GRID) * PRICE_GRID;
}
