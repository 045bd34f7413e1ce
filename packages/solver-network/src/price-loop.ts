import type { Lagrangian } from "./lagrangian.ts";
import { PriceSteps } from "./price-steps.ts";

/** Evaluations of one loop at most. */
const MOST_STEPS = 300;
/** Evaluations over which a loop has to come nearer to its goal, and the part of the way that it has to come. */
const WINDOW = 20;
const PROGRESS = 0.05;

/** Relative gain of a window that counts as none. */
const FLAT = 1e-5;

/** Evaluations of a walk. */
const MOST_WALKING = 6;
/** Flows that a walk shows: a few hundred where steps are small; far from good prices there would be one a pivot. */
const MOST_SHOWN = 500;

/** What a loop tells after every evaluation; returns true to end it. */
export type AfterStep = (bound: number) => boolean | Promise<boolean>;

/** What is left between the best bound and what would end the level, or nothing if that is not known. */
export type Remaining = (bound: number) => number | undefined;

interface LoopOptions {
  /** Marks to go on with. Shapes: one entry a column. */
  readonly used?: Uint8Array;
  /** What a cost counts at most where the first steps are taken from the usual one. */
  readonly mostUsual?: number;
}

/**
 * Raises the bound of a Lagrangian by steps of its prices and remembers the best prices.
 *
 * Ends when `after` says so, no price moves, or the bound no longer comes nearer to what would close the gap.
 */
export class PriceLoop {
  readonly lagrangian: Lagrangian;
  readonly steps: PriceSteps;
  best = -Infinity;
  bestPrices: Float64Array;
  evaluations = 0;
  /** Whether the bound hardly rose at the end, which means that the prices are good. */
  isFlat = false;
  /** Prices were good from the start. */
  #isNear = false;
  /** Potentials and flow are those of the best prices. */
  #isAtBest = false;
  /** Marks the columns that flows carried once prices were good. */
  readonly used: Uint8Array;

  constructor(lagrangian: Lagrangian, { used, mostUsual }: LoopOptions = {}) {
    this.lagrangian = lagrangian;
    this.steps = new PriceSteps(lagrangian, mostUsual);
    this.bestPrices = lagrangian.prices.slice();
    this.used = used ?? new Uint8Array(lagrangian.program.columnCount);
  }

  /** Begins at prices of a like program, with small steps. Shapes: one entry a row of the program. */
  startFrom(rowPrices: Float64Array): void {
    this.lagrangian.takePrices(rowPrices, (place) => this.steps.range(place));
    this.steps.shorten();
    this.#isNear = true;
  }

  /** Evaluates at the prices at hand; false where the simplex found no optimum. */
  evaluate(onFlow?: () => void): boolean {
    this.evaluations++;
    this.#isAtBest = false;
    if (this.lagrangian.evaluate(onFlow) !== "optimal") return false;
    const bound = this.lagrangian.bound();
    if (this.#isNear || this.evaluations > WINDOW) markUsed(this.lagrangian, this.used);
    this.#isAtBest = bound > this.best;
    if (this.#isAtBest) {
      this.best = bound;
      this.bestPrices = this.lagrangian.prices.slice();
    }
    return true;
  }

  /** Returns whether flows have used a column; wide arcs, which settle what people leave over, count as used. */
  isUsed(column: number): boolean {
    const { columnLower, columnUpper } = this.lagrangian.program;
    return this.used[column] === 1 || (columnUpper[column] as number) > (columnLower[column] as number) + 1;
  }

  /** Evaluates at the best prices again, so that potentials and flow are theirs. */
  returnToBest(): boolean {
    if (this.#isAtBest) return true;
    this.lagrangian.setPrices(this.bestPrices);
    return this.evaluate();
  }

  /** @returns false where the simplex found no optimum */
  async run(after: AfterStep, remaining: Remaining, most = MOST_STEPS): Promise<boolean> {
    let mark = this.best;
    for (let step = 0; step < most; step++) {
      if (!this.evaluate()) return false;
      if (await after(this.best)) return true;
      if (step % WINDOW === WINDOW - 1) {
        this.isFlat = this.best - mark <= FLAT * Math.max(1, Math.abs(this.best));
        if (this.isFlat || !this.#isWorthwhile(mark, remaining)) return true;
        mark = this.best;
      }
      if (!this.#advance()) return true;
    }
    return true;
  }

  /**
   * Goes on with the small steps at the end of a loop and shows every flow on the way. At the best prices many flows
   * cost the same; those at which an evaluation ends break a row or leave it slack, some between them keep it as it is.
   */
  async walk(onFlow: () => void, after: AfterStep): Promise<void> {
    let shown = 0;
    const show = (): void => {
      if (shown++ < MOST_SHOWN) onFlow();
    };
    for (let step = 0; step < MOST_WALKING && shown < MOST_SHOWN; step++) {
      if (!this.#advance() || !this.evaluate(show)) return;
      if (await after(this.best)) return;
    }
  }

  #advance(): boolean {
    const moved = this.steps.advance();
    if (moved) this.#isAtBest = false;
    return moved;
  }

  #isWorthwhile(before: number, remaining: Remaining): boolean {
    const gained = this.best - before;
    const left = remaining(this.best);
    if (left === undefined) return gained > MINIMAL_GAIN * Math.max(1, Math.abs(this.best));
    return gained > PROGRESS * left;
  }
}

/** Relative gain of a window that is worth going on for while there is no point to compare with. */
const MINIMAL_GAIN = 1e-4;

/** Marks the columns that carry flow. */
export function markUsed({ simplex, network: { arcColumn } }: Lagrangian, marks: Uint8Array): void {
  const { flow, graph } = simplex;
  for (let arc = 0; arc < arcColumn.length; arc++) {
    if (flow[arc] !== graph.lower[arc]) marks[arcColumn[arc] as number] = 1;
  }
}
