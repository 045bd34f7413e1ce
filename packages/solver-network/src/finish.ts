import { CountSplit } from "./count-split.ts";
import type { GapState } from "./gap-state.ts";
import { IntegerPrograms, NODES_OF_USED } from "./integer-programs.ts";
import type { PriceLoop } from "./price-loop.ts";
import type { Proof } from "./proof.ts";
import { narrowProof, wholeProof } from "./proof.ts";
import { MINIMAL_ROOM, Sifting, smallestRoom, within } from "./sifting.ts";

/** Columns in the first integer program beyond those without reduced cost. */
const FIRST_KEPT = 1500;
/** A search among so much of the columns that the proof needs is left out. */
const NEARLY_ALL = 0.7;
const WIDER = 8;
/**
 * How many times the near columns a relaxation before the first search has at most: on 100,000 columns it takes seconds,
 * and what a search finds may spare it.
 */
const BEFORE_SEARCH = 8;

/**
 * What prices leave over: better prices from a relaxation on near columns (sifting), parts where counts are fractional,
 * then integer programs on the columns of small reduced cost, the last on all columns that a better point could use.
 */
export class Finish {
  readonly #state: GapState;
  readonly #loop: PriceLoop;
  /** Of the points at most as large as the one in hand. */
  #proof: Proof;
  readonly #sifting: Sifting;
  readonly #programs: IntegerPrograms;
  #hasSifted = false;

  constructor(state: GapState, loop: PriceLoop) {
    this.#state = state;
    this.#loop = loop;
    this.#proof = wholeProof(state, loop);
    this.#sifting = new Sifting(state, loop, this.#proof);
    this.#programs = new IntegerPrograms(state, loop);
  }

  async run(): Promise<void> {
    const state = this.#state;
    const isShort = state.task.limits.nodes <= NODES_OF_USED;
    if (isShort ? await this.#runShort() : await this.#nearBy()) return;
    await this.#widen(isShort);
    if (state.isDone()) return;
    if (isShort && state.value < Infinity) {
      state.limit = "node";
      return;
    }
    await this.#sift();
    if (state.isDone() || this.#sifting.isEmpty) return;
    await this.#prove();
  }

  /** Looks for a point among more and more columns, as long as they are fewer than the proof needs. */
  async #widen(isShort: boolean): Promise<void> {
    const state = this.#state;
    let room = smallestRoom(state.reducedCosts, FIRST_KEPT);
    while (!this.#provesAlready(room)) {
      await this.#programs.within(this.#proof, room, "search");
      const hasPoint = state.value < Infinity;
      if (state.isDone() || (isShort && hasPoint)) return;
      // With a point in hand the next program proves; without one the search goes on in a wider one.
      room = hasPoint ? Infinity : Math.max(room, MINIMAL_ROOM) * WIDER;
    }
  }

  /**
   * With no more nodes than a search takes, the root of a proof would already take longer than what is asked for: takes the
   * bound of the relaxation, and the points that few columns give. Returns whether that is all: without a point the search
   * goes on.
   */
  async #runShort(): Promise<boolean> {
    const state = this.#state;
    if (state.settings.finisher.capabilities.relaxation) await this.#siftAll();
    if (state.isDone() || this.#sifting.isEmpty) return true;
    const hadPoint = state.value < Infinity;
    if (!hadPoint) await this.#programs.search(this.#proof);
    if (state.value === Infinity || state.isDone()) return state.isDone();
    await this.#search(hadPoint);
    if (!state.isDone()) state.limit = "node";
    return true;
  }

  /** Tries what few columns give: better prices, points among columns that flows have used, parts. */
  async #nearBy(): Promise<boolean> {
    const state = this.#state;
    // Where prices no longer move a relaxation hardly raises the bound; it is worth its time where the search is a long one.
    if (!this.#loop.isFlat || this.#usedColumns() > state.settings.near) {
      await this.#sift(BEFORE_SEARCH * state.settings.near);
    }
    if (this.#sifting.isEmpty) return true;
    await this.#search();
    if (state.isDone() || !this.#isBoundOpen()) return state.isDone();
    if (!this.#isPastSifting()) {
      await this.#sift();
      await this.#search();
    }
    return state.isDone();
  }

  /**
   * Looks for a point between the one in hand and that of the relaxation, then in parts where counts are fractional, whose
   * relaxations often have one, then, if wanted, among all columns that flows have used.
   */
  async #search(amongUsed = true): Promise<void> {
    const state = this.#state;
    const { point } = this.#sifting;
    if (state.isDone()) return;
    if (point !== undefined) await this.#programs.between(this.#proof, point);
    if (!state.isDone() && this.#hasSifted && this.#isBoundOpen()) await this.#split();
    if (amongUsed && !state.isDone() && state.ranges === undefined) await this.#programs.search(this.#proof);
  }

  #usedColumns(): number {
    const { arcColumn } = this.#loop.lagrangian.network;
    return arcColumn.reduce((count, column) => count + (this.#loop.isUsed(column) ? 1 : 0), 0);
  }

  /** Where counts are fractional, parts of the program have better bounds than the whole. */
  async #split(): Promise<void> {
    const split = new CountSplit(this.#state, this.#loop, this.#programs);
    if (!split.splits(this.#proof, this.#sifting)) return;
    await split.run(this.#proof, this.#sifting);
    const ranges = split.ranges();
    if (ranges === undefined) return;
    this.#state.ranges = ranges;
    this.#proof = narrowProof(this.#proof, ranges);
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
    return most <= this.#state.settings.provable || within(reducedCosts, room) >= NEARLY_ALL * most;
  }

  /** Only points better by a whole step matter: a column that costs more than this cannot be in one. */
  #proofRoom(): number {
    const { value, step, priceBound } = this.#state;
    return Math.max(0, value - step - priceBound);
  }

  #isProofSmall(): boolean {
    return within(this.#state.reducedCosts, this.#proofRoom()) <= this.#state.settings.provable;
  }

  /** Takes prices from relaxations of at most so many columns; once, and not where the proof is small anyway. */
  async #sift(most = Infinity): Promise<void> {
    if (!this.#isPastSifting()) this.#hasSifted = await this.#siftAll(most);
  }

  async #siftAll(most = Infinity): Promise<boolean> {
    const isOver = await this.#sifting.run(() => this.#state.afterEvaluation(this.#loop), most);
    this.#state.offer(this.#sifting.point);
    return isOver;
  }

  #isPastSifting(): boolean {
    return this.#hasSifted || this.#isProofSmall() || !this.#state.settings.finisher.capabilities.relaxation;
  }

  /** Solves the program on every column that a better point could use: its bound is one of the level. */
  async #prove(): Promise<void> {
    const state = this.#state;
    const { verdict, bound } = await this.#programs.within(this.#proof, this.#proofRoom(), "proof");
    // Nothing better is left: the value of the incumbent is the bound, if there is one.
    if (verdict !== "infeasible" || state.incumbent !== undefined) state.raise(bound);
    if (!state.isDone() && verdict === "stopped") state.limit = "other";
  }
}
