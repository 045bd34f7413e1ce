import type { RestrictedProgram, SolveStart } from "@lungang/program";
import { hasIncumbent, levelValue, restrictProgram } from "@lungang/program";
import type { GapState } from "./gap-state.ts";
import type { PriceLoop } from "./price-loop.ts";
import { markUsed } from "./price-loop.ts";
import type { Box, Proof, Relaxation } from "./proof.ts";

const SIFTING_ROUNDS = 8;
/** Rounds after which more columns are taken in at a time: where prices are not unique, rounds can go on for long. */
const PATIENT_ROUNDS = 2;
/** With so many times the near columns without reduced cost, only those that flows have used take part. */
const MANY_FREE = 2;
/** Of at most so many times the near columns all take part: rounds would take longer. */
const FEW = 4;
/** Relative distance of a bound from the value of the relaxation on near columns at which sifting ends. */
const SIFTED_ENOUGH = 1e-6;
/** Reduced costs up to this count as none. */
export const MINIMAL_ROOM = 1e-3;

/** Better prices from relaxations on near columns: each gives prices, and those say which columns were missing. */
export class Sifting {
  readonly #state: GapState;
  readonly #loop: PriceLoop;
  readonly #proof: Proof;
  /** Columns that have to take part in relaxations. Shapes: one entry a column. */
  readonly #wanted: Uint8Array;
  /** At the prices of the last relaxation, if there was one. Shapes: one entry a column. */
  #reducedCosts: Float64Array | undefined;
  /** Columns of the last relaxation. */
  #sifted = 0;
  /** Another relaxation would have the same columns. */
  #isSettled = false;
  #most = Infinity;
  /** The last relaxation had no point: the next takes in columns without reduced cost too, however many. */
  #wasEmpty = false;
  /** The relaxation over all columns has no point. */
  isEmpty = false;
  /** The point of the last relaxation. Shapes: one entry a column. */
  point: Float64Array | undefined;
  readonly #freeColumns: number;
  /** The last relaxation that had a point: its columns, its point and what its backend goes on from. */
  #last: Solved | undefined;
  /** The last one of the box that this one is a part of; the first relaxation goes on from it. */
  #before: Solved | undefined;

  constructor(state: GapState, loop: PriceLoop, proof: Proof) {
    this.#state = state;
    this.#loop = loop;
    this.#proof = proof;
    this.#wanted = new Uint8Array(state.program.columnCount);
    this.#freeColumns = freeColumns(proof.relaxation);
  }

  /** Goes on from the last relaxation of a box of which this one is a part: hardly anything differs. */
  goOnFrom(whole: Sifting): void {
    this.#before = whole.#last;
  }

  /**
   * Solves the relaxation: on near columns, until what is left out cannot improve it. Returns its point; nothing where
   * the rounds are not enough.
   */
  async relax(): Promise<Float64Array | undefined> {
    let { near } = this.#state.settings;
    for (let round = 0; round < 2 * SIFTING_ROUNDS; round++) {
      const found = await this.#relaxNear(near);
      if (found === "limit" || found === "tooLarge" || this.isEmpty) return undefined;
      if (found !== "infeasible") {
        if (this.#isSifted(found.value)) return found.point;
        if (this.#isSettled) return undefined;
      }
      near *= growth(round, found === "infeasible");
    }
    return undefined;
  }

  /**
   * Takes prices from relaxations on near columns until the bound is that of the whole relaxation, or `isEnough` says
   * that no more is needed; none on more than `most` columns. Returns whether nothing is left for another run with more.
   */
  async run(isEnough: () => boolean | Promise<boolean>, most = Infinity): Promise<boolean> {
    this.#most = most;
    let { near } = this.#state.settings;
    for (let round = 0; round < SIFTING_ROUNDS; round++) {
      const found = await this.#relaxNear(near);
      if (found === "tooLarge") return false;
      if (await this.#isOver(found, isEnough)) return true;
      near *= growth(round, found === "infeasible");
    }
    return true;
  }

  async #isOver(found: Found, isEnough: () => boolean | Promise<boolean>): Promise<boolean> {
    if (found === "limit" || this.#state.isDone() || this.isEmpty) return true;
    if (found === "infeasible") return false;
    return (await isEnough()) || this.#isSettled || this.#isBestBound(found.value);
  }

  /** Returns whether the bound is that of the whole relaxation, or rounds to the same. */
  #isBestBound(value: number): boolean {
    return this.#isSifted(value) || this.#isCertain(value);
  }

  /** Returns whether the bound over all columns is the value over near ones. */
  #isSifted(value: number): boolean {
    const missed = value - this.#proof.priceBound;
    return missed <= SIFTED_ENOUGH * Math.max(1, Math.abs(value));
  }

  /** Returns whether the bound stands where a relaxation of this value rounds up to. */
  #isCertain(value: number): boolean {
    const { step } = this.#state;
    const { priceBound } = this.#proof;
    return step > 0 && Math.ceil(priceBound / step) >= Math.ceil(value / step);
  }

  /** Solves the relaxation on near columns and evaluates at its prices; returns its value and its point. */
  async #relaxNear(near: number): Promise<Found | "tooLarge"> {
    const before = this.#before;
    this.#before = undefined;
    if (before !== undefined) {
      const again = await this.#relax(narrowed(before.small, this.#proof.relaxation), before.start);
      if (again !== "infeasible") return again;
    }
    const small = this.#nearColumns(near);
    const { columnCount } = small.program;
    if (columnCount > this.#most) return "tooLarge";
    this.#isSettled = columnCount === this.#freeColumns || columnCount === this.#sifted;
    this.#sifted = columnCount;
    const found = small.brokenRow >= 0 ? "infeasible" : await this.#relax(small);
    return found === "infeasible" ? this.#infeasible(columnCount) : found;
  }

  async #relax(small: RestrictedProgram, start?: SolveStart): Promise<Found> {
    const state = this.#state;
    const { program } = state;
    const result = await state.settings.finisher.solve(small.program, {
      level: 0,
      relaxation: true,
      ...state.solveLimits(),
      ...(start === undefined ? {} : { start }),
    });
    state.said.push(`sifted ${small.program.columnCount} columns`);
    if (hasIncumbent(result) && result.rowPrices !== undefined) {
      small.columns.forEach((column, k) => {
        if (result.values[k] !== program.columnLower[column]) this.#loop.used[column] = 1;
      });
      this.#wasEmpty = false;
      this.#last = { small, start: result.start };
      this.#evaluateAt(small, result.rowPrices);
      this.point = small.expand(result.values);
      return { value: result.primalBound - this.#proof.relaxation.above, point: this.point };
    }
    if (result.termination.reason === "infeasible") return "infeasible";
    state.noteLimit(result);
    return "limit";
  }

  /** No point on some columns; on all of them it is none at all. */
  #infeasible(columns: number): "infeasible" {
    this.isEmpty = columns === this.#freeColumns;
    this.#wasEmpty = true;
    return "infeasible";
  }

  #evaluateAt(small: RestrictedProgram, rowPrices: Float64Array): void {
    const prices = new Float64Array(this.#state.program.rowCount);
    small.rows.forEach((row, k) => (prices[row] = rowPrices[k] as number));
    const priced = this.#state.priceOut(prices);
    this.#reducedCosts = priced.reducedCosts;
    this.#takeIn(priced.reducedCosts);
    this.#proof.provePriced(priced);
    this.#loop.lagrangian.takePrices(prices, (place) => this.#proof.range(place));
    if (this.#loop.evaluate()) this.#proof.prove(this.#loop.lagrangian);
  }

  /** Columns that would improve the relaxation take part in the next, and in all later ones, or rounds would go in circles. */
  #takeIn(reducedCosts: Float64Array): void {
    reducedCosts.forEach((reduced, column) => {
      if (reduced < 0) this.#wanted[column] = 1;
    });
  }

  /**
   * Keeps what carries flow and what is cheapest to use; the rest rests at its lower bound. Where very many columns cost
   * nothing, what flows have used is enough: what is missing comes in by its reduced cost.
   */
  #nearColumns(near: number): RestrictedProgram {
    const state = this.#state;
    const { program, incumbent } = state;
    const { columnLower, columnUpper: upper, level } = this.#proof.relaxation;
    const reducedCosts = this.#reducedCosts ?? this.#proof.reducedCosts;
    const many = MANY_FREE * state.settings.near;
    const isNarrow = !this.#wasEmpty && within(reducedCosts, MINIMAL_ROOM) > many;
    const room = isNarrow ? -Infinity : smallestRoom(reducedCosts, near);
    markUsed(this.#loop.lagrangian, this.#wanted);
    const isKept = (column: number): boolean =>
      this.#freeColumns <= Math.min(FEW * state.settings.near, this.#most) ||
      (reducedCosts[column] as number) <= room ||
      this.#wanted[column] === 1 ||
      (isNarrow && this.#loop.isUsed(column));
    const columnUpper = upper.slice();
    for (let column = 0; column < program.columnCount; column++) {
      const lower = columnLower[column] as number;
      if (isKept(column) || !Number.isFinite(lower)) continue;
      if (incumbent === undefined || incumbent[column] === lower) columnUpper[column] = lower;
    }
    return restrictProgram(program, { columnLower, columnUpper, levels: [level] });
  }
}

interface Relaxed {
  readonly value: number;
  /** Shapes: one entry a column. */
  readonly point: Float64Array;
}

type Found = Relaxed | "infeasible" | "limit";

/** A relaxation on some columns that had a point. */
interface Solved {
  readonly small: RestrictedProgram;
  readonly start: SolveStart | undefined;
}

/** Returns the same columns with the bounds and costs of another relaxation; the columns left out rest where they rested. */
function narrowed(small: RestrictedProgram, { columnLower, columnUpper, level }: Relaxation): RestrictedProgram {
  const offset = levelValue(level, small.expand(new Float64Array(small.columns.length)));
  const bounds = { columnLower: small.shrink(columnLower), columnUpper: small.shrink(columnUpper) };
  const levels = [{ ...level, offset, cost: small.shrink(level.cost) }];
  return { ...small, program: { ...small.program, ...bounds, levels } };
}

function freeColumns({ columnLower, columnUpper }: Box): number {
  let count = 0;
  for (let column = 0; column < columnLower.length; column++) {
    if (columnLower[column] !== columnUpper[column]) count++;
  }
  return count;
}

/** Returns how many times more near columns the next round takes. */
function growth(round: number, wasEmpty: boolean): number {
  if (wasEmpty) return 4;
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
