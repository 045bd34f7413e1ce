import type {
  ColumnRanges,
  EngineTask,
  Level,
  Limit,
  LinearProgram,
  PointRules,
  PricedBound,
  SolveOptions,
  SolveResult,
} from "@lungang/program";
import { attainableBound, checkPoint, levelValue, pricedBound, relativeGap } from "@lungang/program";
import { completeFlow } from "./complete.ts";
import { finiteLimits } from "./delegate.ts";
import type { Lagrangian } from "./lagrangian.ts";
import type { PriceLoop } from "./price-loop.ts";
import type { Settings } from "./settings.ts";

/** Milliseconds between two looks at the event loop, so that a cancel is heard. */
const YIELD_INTERVAL = 30;

/** What is known while one program is solved: the best point, the best bound, and what ended the solve. */
export class GapState {
  readonly task: EngineTask;
  readonly settings: Settings;
  readonly program: LinearProgram;
  readonly level: Level;
  /** Distance of two values of the level that is certain; 0 if there is none. */
  readonly step: number;
  incumbent: Float64Array | undefined;
  value = Infinity;
  /** Best proven bound, not rounded. */
  bound = -Infinity;
  limit: Limit | undefined;
  /** Bounds that every point at most as large as the one in hand keeps. */
  ranges: ColumnRanges | undefined;
  /** What was done, for the raw status. */
  readonly said: string[] = [];
  readonly #rules: PointRules;
  /** The best bound that prices prove, and those prices. */
  #proven = -Infinity;
  #rowPrices: Float64Array | undefined;
  /** At those prices; known when somebody asks. */
  #reducedCosts: Float64Array | undefined;
  readonly #startedAt = performance.now();
  #yieldedAt = performance.now();

  /** @param program - the part of the task's program that is solved; its first level is minimised */
  constructor(task: EngineTask, settings: Settings, program: LinearProgram) {
    this.task = task;
    this.settings = settings;
    this.program = program;
    this.level = program.levels[0] as Level;
    this.step = certainStep(program, this.level);
    const { columnLower, columnUpper } = program;
    this.#rules = { program, columnLower, columnUpper, cuts: [], relaxation: false };
  }

  /** Takes up the flow of an evaluation as a point and its bound; returns whether the solve is over. */
  async afterEvaluation({ lagrangian, best }: PriceLoop): Promise<boolean> {
    this.bound = Math.max(this.bound, best);
    return this.afterFlow(lagrangian);
  }

  /** Takes up the flow of an evaluation as a point, whatever its costs; returns whether the solve is over. */
  async afterFlow(lagrangian: Lagrangian): Promise<boolean> {
    if (this.settings.checkInvariants) {
      lagrangian.simplex.assertInvariants();
      lagrangian.totals.assertOf(lagrangian.simplex.flow);
    }
    this.offerFlow(lagrangian);
    this.report();
    await this.#yield();
    return this.isDone();
  }

  /**
   * Takes the prices of an evaluation as proof of its bound. The Lagrangian's own sum is taken for it here; the bound of
   * an answer is computed anew from its prices.
   */
  prove(lagrangian: Lagrangian): void {
    const bound = lagrangian.bound();
    if (this.#rowPrices === undefined || bound > this.#proven) {
      this.#proven = bound;
      this.#rowPrices = lagrangian.rowPrices();
      this.#reducedCosts = undefined;
    }
    this.bound = this.#proven;
  }

  /**
   * Takes prices of the finisher as proof of the bound that they have by themselves, without a flow. They lie on no grid: the
   * row that holds a level of large costs has a price that no grid is fine enough for.
   */
  provePriced({ bound, reducedCosts, rowPrices }: PricedBound): void {
    if (bound <= this.#proven) return;
    this.#proven = bound;
    this.#rowPrices = rowPrices;
    this.#reducedCosts = reducedCosts;
    this.bound = Math.max(this.bound, bound);
  }

  /** The best bound that prices prove; a proof on fewer columns may have raised {@link bound} above it. */
  get priceBound(): number {
    return this.#proven;
  }

  /** Whether any prices are proof of a bound. */
  get isPriced(): boolean {
    return this.#rowPrices !== undefined;
  }

  /** The prices that prove the best bound. Shapes: one entry a row. */
  get rowPrices(): Float64Array {
    if (this.#rowPrices === undefined) throw new Error("Cannot read prices: nothing was evaluated");
    return this.#rowPrices;
  }

  /** Reduced costs at {@link rowPrices}. Shapes: one entry a column. */
  get reducedCosts(): Float64Array {
    this.#reducedCosts ??= this.priceOut(this.rowPrices).reducedCosts;
    return this.#reducedCosts;
  }

  /** Returns the reduced costs at any row prices, and what they prove. */
  priceOut(rowPrices: Float64Array): PricedBound {
    return pricedBound(this.#rules, this.level, rowPrices);
  }

  /** Takes over the flow at hand if it can be completed to a better point. */
  offerFlow(lagrangian: Lagrangian): void {
    this.offer(completeFlow(lagrangian, this.value));
  }

  /** Takes over a point if it holds and is better. */
  offer(point: Float64Array | undefined): void {
    if (point === undefined || levelValue(this.level, point) >= this.value) return;
    const verdict = checkPoint(this.#rules, point);
    if (!verdict.holds) return;
    this.incumbent = verdict.values;
    this.value = levelValue(this.level, verdict.values);
  }

  report(): void {
    this.task.onProgress?.({ primalBound: this.value, dualBound: this.dualBound() });
  }

  /** Takes a bound for points better than the incumbent: it is no bound above its value. */
  raise(bound: number): void {
    this.bound = Math.max(this.bound, Math.min(bound, this.value));
    this.report();
  }

  /** Returns the best bound, rounded up to a value that can be. */
  dualBound(): number {
    return this.attainable(this.bound);
  }

  /** Returns a bound rounded up to a value that can be, the value in hand at most. */
  attainable(bound: number): number {
    return Math.min(attainableBound(this.program, this.level, bound), this.value);
  }

  /** Returns whether the gap is closed or a limit is reached. */
  isDone(): boolean {
    this.#lookAtLimits();
    return this.limit !== undefined || this.isProven();
  }

  isProven(): boolean {
    const { relativeGap: relative, absoluteGap } = this.task.limits;
    const bound = this.dualBound();
    return this.value < Infinity && (this.value - bound <= absoluteGap || relativeGap(this.value, bound) <= relative);
  }

  /** Returns how far the bound is from closing the gap, or nothing without a point; above the last step but one is enough. */
  remaining(bound: number): number | undefined {
    if (this.value === Infinity) return undefined;
    const { relativeGap: relative, absoluteGap } = this.task.limits;
    const allowed = Math.max(absoluteGap, relative * Math.abs(this.value), this.step);
    return Math.max(0, this.value - allowed - bound);
  }

  secondsLeft(): number {
    return this.task.limits.timeSeconds - (performance.now() - this.#startedAt) / 1000;
  }

  /** Returns what a solve of the finisher may use. */
  solveLimits(): Pick<SolveOptions, "seed" | "signal"> & { limits: { timeSeconds?: number; nodes?: number } } {
    const { task } = this;
    const limits = finiteLimits(task);
    if (limits.timeSeconds !== undefined) limits.timeSeconds = Math.max(0, this.secondsLeft());
    return { limits, seed: task.seed, ...(task.signal === undefined ? {} : { signal: task.signal }) };
  }

  noteLimit({ termination }: SolveResult): void {
    if ("limit" in termination) this.limit = termination.limit;
  }

  #lookAtLimits(): void {
    if (this.limit !== undefined) return;
    if (this.task.signal?.aborted === true) this.limit = "interrupted";
    else if (this.secondsLeft() <= 0) this.limit = "time";
  }

  async #yield(): Promise<void> {
    if (performance.now() - this.#yieldedAt < YIELD_INTERVAL) return;
    await this.settings.yieldToEventLoop();
    this.#yieldedAt = performance.now();
  }
}

/** Returns the distance of two values of a level that is certain, 0 where a continuous column has a cost. */
function certainStep(program: LinearProgram, level: Level): number {
  let { step } = level;
  for (let column = 0; column < program.columnCount; column++) {
    const cost = level.cost[column] as number;
    if (cost === 0) continue;
    if (program.integer[column] !== 1) return 0;
    if (cost % step !== 0) step = 1;
  }
  return step;
}
