import type { RestrictedProgram, SolveOptions, SolveResult } from "@lungang/core";
import { fixByReducedCost, hasIncumbent, restrictProgram } from "@lungang/core";
import { finiteLimits } from "./delegate.ts";
import type { GapState, Priced } from "./gap-state.ts";
import type { PriceLoop } from "./price-loop.ts";
import { markUsed } from "./price-loop.ts";

/** Columns near enough to take part in a relaxation, beyond those without reduced cost. */
const SIFTED = 4000;
const SIFTING_ROUNDS = 8;
/** With more columns without reduced cost than this, only those that flows have used start sifting. */
const MANY_FREE = 8000;
/** Relative distance of a bound from the value of the relaxation on near columns at which sifting ends. */
const SIFTED_ENOUGH = 1e-6;
/** Columns in the first integer program beyond those without reduced cost. */
const FIRST_KEPT = 1500;
/** Up to this many columns the program that proves is solved at once, without a smaller one before. */
const PROVABLE = 6000;
/** A search among so much of the columns that the proof needs is left out. */
const NEARLY_ALL = 0.7;
const WIDER = 8;
/** Nodes of a search among the columns that flows have used. */
const NODES_OF_USED = 100;
const MINIMAL_ROOM = 1e-3;
/** Ends an integer solve when nothing a whole step better can exist. */
const ALMOST_ONE = 0.999;

/**
 * What prices leave over: better prices from a relaxation on near columns (sifting), then integer programs on the columns
 * of small reduced cost, the last on all columns that a better point could use.
 */
export class Finish {
  readonly #state: GapState;
  readonly #loop: PriceLoop;
  /** Columns that have to take part in relaxations. Shapes: one entry a column. */
  readonly #wanted: Uint8Array;
  #hasSifted = false;
  /** Columns of the last relaxation. */
  #sifted = 0;
  /** Another relaxation would have the same columns. */
  #isSettled = false;
  /** The relaxation over all columns has no point. */
  #isEmpty = false;

  constructor(state: GapState, loop: PriceLoop) {
    this.#state = state;
    this.#loop = loop;
    this.#wanted = new Uint8Array(state.program.columnCount);
  }

  async run(): Promise<void> {
    const state = this.#state;
    if (await this.#nearBy()) return;
    let room = this.#firstRoom(state.priced as Priced);
    while (!this.#provesAlready(room)) {
      await this.#integer(room, false);
      if (state.isDone()) return;
      // With a point in hand the next program proves; without one the search goes on in a wider one.
      room = state.value < Infinity ? Infinity : Math.max(room, MINIMAL_ROOM) * WIDER;
    }
    await this.#sift();
    if (state.isDone() || this.#isEmpty) return;
    const verdict = await this.#integer(this.#proofRoom(), true);
    if (!state.isDone() && verdict === "stopped") state.limit = "other";
  }

  /**
   * Solves the relaxation: on near columns, until what is left out cannot improve it. Returns its point; nothing where
   * the rounds are not enough.
   */
  async relax(): Promise<Float64Array | undefined> {
    let near = SIFTED;
    for (let round = 0; round < 2 * SIFTING_ROUNDS; round++) {
      const found = await this.#relaxNear(near);
      if (found === "limit" || this.#isEmpty) return undefined;
      if (found === "infeasible") near *= 4;
      else if (this.#isSifted(found.value)) return found.point;
      else if (this.#isSettled) return undefined;
    }
    return undefined;
  }

  /** Tries what few columns give: better prices, points among columns that flows have used. */
  async #nearBy(): Promise<boolean> {
    const state = this.#state;
    if (!this.#loop.isFlat) await this.#sift();
    if (this.#isEmpty) return true;
    if (!state.isDone()) await this.#searchUsed();
    if (state.isDone() || this.#hasSifted || !this.#isBoundOpen()) return state.isDone();
    await this.#sift();
    if (!state.isDone()) await this.#searchUsed();
    return state.isDone();
  }

  /** Returns whether the point in hand may be the best and only the bound is missing. */
  #isBoundOpen(): boolean {
    return this.#state.value < Infinity && this.#proofRoom() > 0;
  }

  /** Returns whether a program within a room is hardly smaller than the one that proves. */
  #provesAlready(room: number): boolean {
    const proof = this.#proofRoom();
    if (room >= proof) return true;
    const most = this.#within(proof);
    return most <= PROVABLE || this.#within(room) >= NEARLY_ALL * most;
  }

  /** Only points better by a whole step matter: a column that costs more than this cannot be in one. */
  #proofRoom(): number {
    const { value, step, priced } = this.#state;
    return Math.max(0, value - step - (priced as Priced).bound);
  }

  #isProofSmall(): boolean {
    return this.#within(this.#proofRoom()) <= PROVABLE;
  }

  #within(room: number): number {
    let count = 0;
    for (const reduced of (this.#state.priced as Priced).reducedCosts) if (Math.abs(reduced) <= room) count++;
    return count;
  }

  /**
   * Takes prices from a relaxation on near columns until the bound is that of the whole relaxation; once, and not where
   * the proof is small anyway.
   */
  async #sift(): Promise<void> {
    const state = this.#state;
    if (this.#isPastSifting()) return;
    this.#hasSifted = true;
    let near = SIFTED;
    for (let round = 0; round < SIFTING_ROUNDS; round++) {
      const found = await this.#relaxNear(near);
      if (found === "limit" || state.isDone() || this.#isEmpty) return;
      if (found === "infeasible") near *= 4;
      else {
        if (await state.afterEvaluation(this.#loop)) return;
        if (this.#isSettled || this.#isSifted(found.value) || this.#isCertain(found.value)) return;
      }
    }
  }

  /** Returns whether the bound over all columns is the value over near ones. */
  #isSifted(value: number): boolean {
    const missed = value - (this.#state.priced as Priced).bound;
    return missed <= SIFTED_ENOUGH * Math.max(1, Math.abs(value));
  }

  #isPastSifting(): boolean {
    return this.#hasSifted || this.#isProofSmall() || !this.#state.settings.finisher.capabilities.relaxation;
  }

  /** Returns whether the bound stands where a relaxation of this value rounds up to. */
  #isCertain(value: number): boolean {
    const { step, priced } = this.#state;
    return step > 0 && Math.ceil((priced as Priced).bound / step) >= Math.ceil(value / step);
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
      ...this.#limits(),
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
      this.#isEmpty = columnCount === program.columnCount;
      return "infeasible";
    }
    this.#noteLimit(result);
    return "limit";
  }

  #evaluateAt(small: RestrictedProgram, rowPrices: Float64Array): void {
    const prices = new Float64Array(this.#state.program.rowCount);
    small.rows.forEach((row, k) => (prices[row] = rowPrices[k] as number));
    this.#takeIn(this.#state.priceOut(prices));
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
    const { program, priced, incumbent } = this.#state;
    const { reducedCosts } = priced as Priced;
    const isNarrow = near === SIFTED && this.#within(MINIMAL_ROOM) > MANY_FREE;
    const room = isNarrow ? -Infinity : smallestRoom(reducedCosts, near);
    markUsed(this.#loop.lagrangian, this.#wanted);
    const isKept = (column: number): boolean =>
      (reducedCosts[column] as number) <= room || this.#wanted[column] === 1 || (isNarrow && this.#isUsed(column));
    const columnUpper = program.columnUpper.slice();
    for (let column = 0; column < program.columnCount; column++) {
      const lower = program.columnLower[column] as number;
      if (isKept(column) || !Number.isFinite(lower)) continue;
      if (incumbent === undefined || incumbent[column] === lower) columnUpper[column] = lower;
    }
    return restrictProgram(program, { columnUpper });
  }

  /** Returns whether flows have used a column; wide arcs, which settle what people leave over, count as used. */
  #isUsed(column: number): boolean {
    const { columnLower, columnUpper } = this.#state.program;
    return this.#loop.used[column] === 1 || (columnUpper[column] as number) > (columnLower[column] as number) + 1;
  }

  /** Looks for a point among the columns that good flows and the incumbent use. */
  async #searchUsed(): Promise<void> {
    const state = this.#state;
    const { program, incumbent } = state;
    const columnUpper = program.columnUpper.slice();
    this.#loop.lagrangian.network.arcColumn.forEach((column) => {
      if (this.#isUsed(column)) return;
      const lower = program.columnLower[column] as number;
      if (incumbent === undefined || incumbent[column] === lower) columnUpper[column] = lower;
    });
    const small = restrictProgram(program, { columnUpper });
    if (small.brokenRow >= 0) return;
    const result = await this.#solveInteger(small, { nodes: NODES_OF_USED });
    state.said.push(`search on ${small.program.columnCount} used columns: ${result.rawStatus}`);
    if (hasIncumbent(result)) state.offer(small.expand(result.values));
    if (!("limit" in result.termination) || result.termination.limit === "node") return;
    this.#noteLimit(result);
  }

  #firstRoom({ reducedCosts }: Priced): number {
    return smallestRoom(reducedCosts, FIRST_KEPT);
  }

  /** Solves the integer program on the columns within a room; where it `proves`, its bound is one of the level. */
  async #integer(room: number, proves: boolean): Promise<"infeasible" | "solved" | "stopped"> {
    const state = this.#state;
    const { program, priced } = state;
    const face = fixByReducedCost(
      { lower: program.columnLower, upper: program.columnUpper, cuts: [] },
      priced as Priced,
      { room, keep: state.incumbent, integer: program.integer },
    );
    const small = restrictProgram(program, { columnLower: face.lower, columnUpper: face.upper });
    if (small.brokenRow >= 0) return this.#empty(proves);
    const result = await this.#solveInteger(small);
    state.said.push(`${proves ? "proof" : "search"} on ${small.program.columnCount} columns: ${result.rawStatus}`);
    if (result.termination.reason === "infeasible") return this.#empty(proves);
    if (hasIncumbent(result)) state.offer(small.expand(result.values));
    if (proves) this.#raiseTo(result.dualBound);
    this.#noteLimit(result);
    return "limit" in result.termination ? "stopped" : "solved";
  }

  /** Nothing better is left: the value of the incumbent is the bound, if the columns were enough to say so. */
  #empty(proves: boolean): "infeasible" {
    if (proves && this.#state.incumbent !== undefined) this.#raiseTo(this.#state.value);
    return "infeasible";
  }

  /** What is proven holds for points better than the incumbent at least, so it is no bound above its value. */
  #raiseTo(bound: number): void {
    this.#state.bound = Math.max(this.#state.bound, Math.min(bound, this.#state.value));
    this.#state.report();
  }

  #solveInteger(small: RestrictedProgram, most: { readonly nodes?: number } = {}): Promise<SolveResult> {
    const { settings } = this.#state;
    const options = this.#integerOptions(small);
    const nodes = Math.min(options.limits?.nodes ?? Infinity, most.nodes ?? Infinity);
    const hasLimit = Number.isFinite(nodes) && settings.finisher.capabilities.nodeLimit;
    return settings.finisher.solve(small.program, {
      ...options,
      limits: { ...options.limits, ...(hasLimit ? { nodes } : {}) },
    });
  }

  #integerOptions(small: RestrictedProgram): SolveOptions {
    const { task, step, incumbent } = this.#state;
    const { relativeGap, absoluteGap } = task.limits;
    const { limits, ...rest } = this.#limits();
    return {
      level: 0,
      limits: { ...limits, relativeGap, absoluteGap: Math.max(absoluteGap, step * ALMOST_ONE) },
      ...rest,
      ...(incumbent === undefined ? {} : { start: { values: small.shrink(incumbent) } }),
    };
  }

  #limits(): Pick<SolveOptions, "seed" | "signal"> & { limits: { timeSeconds?: number; nodes?: number } } {
    const { task } = this.#state;
    const limits = finiteLimits(task);
    if (limits.timeSeconds !== undefined) limits.timeSeconds = Math.max(0, this.#state.secondsLeft());
    return { limits, seed: task.seed, ...(task.signal === undefined ? {} : { signal: task.signal }) };
  }

  #noteLimit({ termination }: SolveResult): void {
    if ("limit" in termination) this.#state.limit = termination.limit;
  }
}

interface Relaxed {
  readonly value: number;
  /** Shapes: one entry a column. */
  readonly point: Float64Array;
}

/** Returns the reduced cost within which `count` columns lie beyond those that have hardly any. */
function smallestRoom(reducedCosts: Float64Array, count: number): number {
  const sorted = reducedCosts.map(Math.abs).sort();
  const free = sorted.findIndex((cost) => cost > MINIMAL_ROOM);
  if (free < 0 || free + count >= sorted.length) return Infinity;
  return sorted[free + count] as number;
}
