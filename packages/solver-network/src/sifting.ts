import type { RestrictedProgram } from "@lungang/core";
import { hasIncumbent, restrictProgram } from "@lungang/core";
import type { GapState } from "./gap-state.ts";
import type { PriceLoop } from "./price-loop.ts";
import { markUsed } from "./price-loop.ts";

/** Columns near enough to take part in a relaxation, beyond those without reduced cost. */
const SIFTED = 4000;
const SIFTING_ROUNDS = 8;
/** Rounds after which more columns are taken in at a time: where prices are not unique, rounds can go on for long. */
const PATIENT_ROUNDS = 2;
/** With more columns without reduced cost than this, only those that flows have used start sifting. */
const MANY_FREE = 8000;
/** Relative distance of a bound from the value of the relaxation on near columns at which sifting ends. */
const SIFTED_ENOUGH = 1e-6;
/** Reduced costs up to this count as none. */
export const MINIMAL_ROOM = 1e-3;

/** Better prices from relaxations on near columns: each gives prices, and those say which columns were missing. */
export class Sifting {
  readonly #state: GapState;
  readonly #loop: PriceLoop;
  /** Columns that have to take part in relaxations. Shapes: one entry a column. */
  readonly #wanted: Uint8Array;
  /** At the prices of the last relaxation, if there was one. Shapes: one entry a column. */
  #reducedCosts: Float64Array | undefined;
  /** Columns of the last relaxation. */
  #sifted = 0;
  /** Another relaxation would have the same columns. */
  #isSettled = false;
  /** The relaxation over all columns has no point. */
  isEmpty = false;

  constructor(state: GapState, loop: PriceLoop) {
    this.#state = state;
    this.#loop = loop;
    this.#wanted = new Uint8Array(state.program.columnCount);
  }

  /**
   * Solves the relaxation: on near columns, until what is left out cannot improve it. Returns its point; nothing where
   * the rounds are not enough.
   */
  async relax(): Promise<Float64Array | undefined> {
    let near = SIFTED;
    for (let round = 0; round < 2 * SIFTING_ROUNDS; round++) {
      const found = await this.#relaxNear(near);
      if (found === "limit" || this.isEmpty) return undefined;
      if (found !== "infeasible") {
        if (this.#isSifted(found.value)) return found.point;
        if (this.#isSettled) return undefined;
      }
      near *= growth(round, found);
    }
    return undefined;
  }

  /**
   * Takes prices from a relaxation on near columns until the bound is that of the whole relaxation.
   */
  async run(): Promise<void> {
    const state = this.#state;
    let near = SIFTED;
    for (let round = 0; round < SIFTING_ROUNDS; round++) {
      const found = await this.#relaxNear(near);
      if (found === "limit" || state.isDone() || this.isEmpty) return;
      near *= growth(round, found);
      if (found === "infeasible") continue;
      if (await state.afterEvaluation(this.#loop)) return;
      if (this.#isSettled || this.#isSifted(found.value) || this.#isCertain(found.value)) return;
    }
  }

  /** Returns whether the bound over all columns is the value over near ones. */
  #isSifted(value: number): boolean {
    const missed = value - this.#state.priceBound;
    return missed <= SIFTED_ENOUGH * Math.max(1, Math.abs(value));
  }

  /** Returns whether the bound stands where a relaxation of this value rounds up to. */
  #isCertain(value: number): boolean {
    const { step, priceBound } = this.#state;
    return step > 0 && Math.ceil(priceBound / step) >= Math.ceil(value / step);
  }

  /** Solves the relaxation on near columns and evaluates at its prices; returns its value and its point. */
  async #relaxNear(near: number): Promise<Relaxed | "infeasible" | "limit"> {
    const state = this.#state;
    const { program } = state;
    const small = this.#nearColumns(near);
    const { columnCount } = small.program;
    this.#isSettled = columnCount === program.columnCount || columnCount === this.#sifted;
    this.#sifted = columnCount;
    const result = await state.settings.finisher.solve(small.program, {
      level: 0,
      relaxation: true,
      ...state.solveLimits(),
    });
    state.said.push(`sifted ${small.program.columnCount} columns`);
    if (hasIncumbent(result) && result.rowPrices !== undefined) {
      small.columns.forEach((column, k) => {
        if (result.values[k] !== program.columnLower[column]) this.#loop.used[column] = 1;
      });
      this.#evaluateAt(small, result.rowPrices);
      return { value: result.primalBound, point: small.expand(result.values) };
    }
    if (result.termination.reason === "infeasible") {
      this.isEmpty = columnCount === program.columnCount;
      return "infeasible";
    }
    state.noteLimit(result);
    return "limit";
  }

  #evaluateAt(small: RestrictedProgram, rowPrices: Float64Array): void {
    const prices = new Float64Array(this.#state.program.rowCount);
    small.rows.forEach((row, k) => (prices[row] = rowPrices[k] as number));
    this.#reducedCosts = this.#state.priceOut(prices);
    this.#takeIn(this.#reducedCosts);
    this.#loop.lagrangian.takePrices(prices, (place) => this.#loop.steps.range(place));
    if (this.#loop.evaluate()) this.#state.prove(this.#loop.lagrangian);
  }

  /** Columns that would improve the relaxation take part in the next, and in all later ones, or rounds would go in circles. */
  #takeIn(reducedCosts: Float64Array): void {
    reducedCosts.forEach((reduced, column) => {
      if (reduced < 0) this.#wanted[column] = 1;
    });
  }

  /**
   * Keeps what carries flow and what is cheapest to use; the rest rests at its lower bound. Where very many columns cost
   * nothing, what flows have used is enough to begin with: what is missing comes in by its reduced cost.
   */
  #nearColumns(near: number): RestrictedProgram {
    const state = this.#state;
    const { program, incumbent } = state;
    const reducedCosts = this.#reducedCosts ?? state.reducedCosts;
    const isNarrow = near === SIFTED && within(reducedCosts, MINIMAL_ROOM) > MANY_FREE;
    const room = isNarrow ? -Infinity : smallestRoom(reducedCosts, near);
    markUsed(this.#loop.lagrangian, this.#wanted);
    const isKept = (column: number): boolean =>
      (reducedCosts[column] as number) <= room || this.#wanted[column] === 1 || (isNarrow && this.#loop.isUsed(column));
    const columnUpper = program.columnUpper.slice();
    for (let column = 0; column < program.columnCount; column++) {
      const lower = program.columnLower[column] as number;
      if (isKept(column) || !Number.isFinite(lower)) continue;
      if (incumbent === undefined || incumbent[column] === lower) columnUpper[column] = lower;
    }
    return restrictProgram(program, { columnUpper });
  }
}

interface Relaxed {
  readonly value: number;
  /** Shapes: one entry a column. */
  readonly point: Float64Array;
}

/** Returns how many times more near columns the next round takes. */
function growth(round: number, found: Relaxed | "infeasible"): number {
  if (found === "infeasible") return 4;
  return round < PATIENT_ROUNDS ? 1 : 2;
}

/** Returns how many columns have a reduced cost within a room. */
export function within(reducedCosts: Float64Array, room: number): number {
  let count = 0;
  for (const reduced of reducedCosts) if (Math.abs(reduced) <= room) count++;
  return count;
}

/** Returns the reduced cost within which `count` columns lie beyond those that have hardly any. */
export function smallestRoom(reducedCosts: Float64Array, count: number): number {
  const sorted = reducedCosts.map(Math.abs).sort();
  const free = sorted.findIndex((cost) => cost > MINIMAL_ROOM);
  if (free < 0 || free + count >= sorted.length) return Infinity;
  return sorted[free + count] as number;
}
