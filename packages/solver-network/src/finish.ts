import type { RestrictedProgram, SolveOptions, SolveResult } from "@lungang/core";
import { fixByReducedCost, hasIncumbent, restrictProgram } from "@lungang/core";
import type { GapState } from "./gap-state.ts";
import type { PriceLoop } from "./price-loop.ts";
import { MINIMAL_ROOM, Sifting, smallestRoom, within } from "./sifting.ts";

/** Columns in the first integer program beyond those without reduced cost. */
const FIRST_KEPT = 1500;
/** Up to this many columns the program that proves is solved at once, without a smaller one before. */
const PROVABLE = 6000;
/** A search among so much of the columns that the proof needs is left out. */
const NEARLY_ALL = 0.7;
const WIDER = 8;
/** Nodes of a search among the columns that flows have used. */
const NODES_OF_USED = 100;
/** Ends an integer solve when nothing a whole step better can exist. */
const ALMOST_ONE = 0.999;

/**
 * What prices leave over: better prices from a relaxation on near columns (sifting), then integer programs on the columns
 * of small reduced cost, the last on all columns that a better point could use.
 */
export class Finish {
  readonly #state: GapState;
  readonly #loop: PriceLoop;
  readonly #sifting: Sifting;
  #hasSifted = false;

  constructor(state: GapState, loop: PriceLoop) {
    this.#state = state;
    this.#loop = loop;
    this.#sifting = new Sifting(state, loop);
  }

  async run(): Promise<void> {
    const state = this.#state;
    if (await this.#nearBy()) return;
    let room = smallestRoom(state.reducedCosts, FIRST_KEPT);
    while (!this.#provesAlready(room)) {
      await this.#integer(room, false);
      if (state.isDone()) return;
      // With a point in hand the next program proves; without one the search goes on in a wider one.
      room = state.value < Infinity ? Infinity : Math.max(room, MINIMAL_ROOM) * WIDER;
    }
    await this.#sift();
    if (state.isDone() || this.#sifting.isEmpty) return;
    const verdict = await this.#integer(this.#proofRoom(), true);
    if (!state.isDone() && verdict === "stopped") state.limit = "other";
  }

  /** Tries what few columns give: better prices, points among columns that flows have used. */
  async #nearBy(): Promise<boolean> {
    const state = this.#state;
    if (!this.#loop.isFlat) await this.#sift();
    if (this.#sifting.isEmpty) return true;
    if (!state.isDone()) await this.#searchUsed();
    if (state.isDone() || this.#isPastSifting() || !this.#isBoundOpen()) return state.isDone();
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
    const { reducedCosts } = this.#state;
    const most = within(reducedCosts, proof);
    return most <= PROVABLE || within(reducedCosts, room) >= NEARLY_ALL * most;
  }

  /** Only points better by a whole step matter: a column that costs more than this cannot be in one. */
  #proofRoom(): number {
    const { value, step, priceBound } = this.#state;
    return Math.max(0, value - step - priceBound);
  }

  #isProofSmall(): boolean {
    return within(this.#state.reducedCosts, this.#proofRoom()) <= PROVABLE;
  }

  /** Takes prices from relaxations; once, and not where the proof is small anyway. */
  async #sift(): Promise<void> {
    if (this.#isPastSifting()) return;
    this.#hasSifted = true;
    await this.#sifting.run();
  }

  #isPastSifting(): boolean {
    return this.#hasSifted || this.#isProofSmall() || !this.#state.settings.finisher.capabilities.relaxation;
  }

  /** Looks for a point among the columns that good flows and the incumbent use. */
  async #searchUsed(): Promise<void> {
    const state = this.#state;
    const { program, incumbent } = state;
    const columnUpper = program.columnUpper.slice();
    this.#loop.lagrangian.network.arcColumn.forEach((column) => {
      if (this.#loop.isUsed(column)) return;
      const lower = program.columnLower[column] as number;
      if (incumbent === undefined || incumbent[column] === lower) columnUpper[column] = lower;
    });
    const small = restrictProgram(program, { columnUpper });
    if (small.brokenRow >= 0) return;
    const result = await this.#solveInteger(small, { nodes: NODES_OF_USED });
    state.said.push(`search on ${small.program.columnCount} used columns: ${result.rawStatus}`);
    if (hasIncumbent(result)) state.offer(small.expand(result.values));
    if (!("limit" in result.termination) || result.termination.limit === "node") return;
    state.noteLimit(result);
  }

  /** Solves the integer program on the columns within a room; where it `proves`, its bound is one of the level. */
  async #integer(room: number, proves: boolean): Promise<"infeasible" | "solved" | "stopped"> {
    const state = this.#state;
    const { program, reducedCosts } = state;
    const face = fixByReducedCost(
      { lower: program.columnLower, upper: program.columnUpper, cuts: [] },
      { reducedCosts },
      { room, keep: state.incumbent, integer: program.integer },
    );
    const small = restrictProgram(program, { columnLower: face.lower, columnUpper: face.upper });
    if (small.brokenRow >= 0) return this.#empty(proves);
    const result = await this.#solveInteger(small);
    state.said.push(`${proves ? "proof" : "search"} on ${small.program.columnCount} columns: ${result.rawStatus}`);
    if (result.termination.reason === "infeasible") return this.#empty(proves);
    if (hasIncumbent(result)) state.offer(small.expand(result.values));
    if (proves) this.#raiseTo(result.dualBound);
    state.noteLimit(result);
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
    const state = this.#state;
    const { task, step, incumbent } = state;
    const { relativeGap, absoluteGap } = task.limits;
    const { limits, ...rest } = state.solveLimits();
    return {
      level: 0,
      limits: { ...limits, relativeGap, absoluteGap: Math.max(absoluteGap, step * ALMOST_ONE) },
      ...rest,
      ...(incumbent === undefined ? {} : { start: { values: small.shrink(incumbent) } }),
    };
  }
}
