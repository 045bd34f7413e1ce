import type { EngineAnswer, EngineTask, PricedBound, RestrictedProgram } from "@lungang/program";
import { pricedBound, restrictProgram } from "@lungang/program";
import { Finish } from "./finish.ts";
import { GapState } from "./gap-state.ts";
import { flowParts } from "./flow-parts.ts";
import { Lagrangian } from "./lagrangian.ts";
import { PriceLoop } from "./price-loop.ts";
import { wholeProof } from "./proof.ts";
import type { Settings } from "./settings.ts";
import { Sifting } from "./sifting.ts";
import type { Tightened } from "./tighten.ts";
import { TIE_RANGE, tieBroken } from "./tie-break.ts";
import { priceTightened, tightenByRows } from "./tighten.ts";

/** Evaluations of a level with ties broken. */
const TIE_BROKEN_STEPS = 40;

/**
 * Solves an integer program by prices, flows and a finisher.
 *
 * Rows that say no more than bounds become bounds, and the program is reduced to what bounds leave free, with cuts as side rows.
 * Points and prices are carried back.
 */
export class NetworkSolve {
  readonly #task: EngineTask;
  readonly #tightened: Tightened;
  readonly #free: RestrictedProgram;
  readonly #state: GapState;

  constructor(task: EngineTask, settings: Settings) {
    this.#task = task;
    // One level only, and perhaps the same with ties broken: what the others cost is of no interest here.
    const easier = tieBroken(task);
    const levels = easier === undefined ? [task.level] : [task.level, easier];
    this.#tightened = tightenByRows(task);
    const { columnLower, columnUpper } = this.#tightened;
    this.#free = restrictProgram(task.program, { columnLower, columnUpper, cuts: task.cuts, levels });
    this.#state = new GapState(task, settings, this.#free.program);
    const start = task.start?.values;
    if (start?.length === task.program.columnCount) this.#state.offer(this.#free.shrink(start));
  }

  /** Returns nothing where the network is of no use. */
  async run(): Promise<EngineAnswer | undefined> {
    if (this.#isBroken()) return infeasible("bounds break a row");
    const loop = this.#loop();
    if (loop === undefined) return undefined;
    if (!loop.lagrangian.simplex.isFeasible) return infeasible("no flow satisfies the node rows");
    // At the prices of an earlier plan flows are near its point, and need no other costs to be.
    if (!this.#takeHints(loop)) await this.#lookWithTiesBroken(loop);
    if (!this.#state.isDone() && !(await this.#raise(loop))) return undefined;
    if (!this.#state.isDone()) await this.#walk(loop);
    if (!this.#state.isDone()) await new Finish(this.#state, loop).run();
    return this.#answer();
  }

  /** Solves the relaxation by sifting; returns nothing where that does not end in an optimum. */
  async relax(): Promise<EngineAnswer | undefined> {
    const loop = this.#isBroken() ? undefined : this.#loop();
    if (loop?.lagrangian.simplex.isFeasible !== true) return undefined;
    this.#takeHints(loop);
    if (!loop.evaluate()) return undefined;
    this.#state.prove(loop.lagrangian);
    const point = await new Sifting(this.#state, loop, wholeProof(this.#state, loop)).relax();
    if (point === undefined) return undefined;
    const { said } = this.#state;
    const rowPrices = this.#wholePrices(this.#proof());
    return { status: "optimal", rawStatus: said.join("; "), values: this.#free.expand(point), rowPrices };
  }

  #isBroken(): boolean {
    return this.#free.brokenRow >= 0 || this.#tightened.crossed;
  }

  #loop(): PriceLoop | undefined {
    const { program, level, incumbent } = this.#state;
    const parts = flowParts(program, level, incumbent);
    return parts && new PriceLoop(new Lagrangian(parts, level));
  }

  /** Looks for a point among the flows of the level with ties broken; those flows count as used. */
  async #lookWithTiesBroken({ lagrangian, used }: PriceLoop): Promise<void> {
    const { program } = this.#state;
    const easier = program.levels[1];
    if (easier === undefined || lagrangian.evaluate() !== "optimal") return;
    const state = this.#state;
    state.prove(lagrangian);
    if (await state.afterFlow(lagrangian)) {
      state.said.push("1 evaluation");
      return;
    }
    // Prices are worth what later levels ask for: with steps as large as the level itself, flows would jump about.
    const loop = new PriceLoop(new Lagrangian(lagrangian, easier), { used, mostUsual: TIE_RANGE });
    const isOver = () => state.afterFlow(loop.lagrangian);
    await loop.run(isOver, () => undefined, TIE_BROKEN_STEPS);
    state.said.push(`${loop.evaluations} evaluations with ties broken`);
  }

  /**
   * Starts from the prices of an earlier solve, and looks for points near an earlier one even if it breaks rows now.
   * Returns whether there are such prices and a point.
   */
  #takeHints(loop: PriceLoop): boolean {
    const { program, start } = this.#task;
    const prices = this.#startPrices();
    if (prices !== undefined) loop.startFrom(prices);
    if (start?.values?.length !== program.columnCount) return false;
    const { columnLower } = this.#state.program;
    this.#free.shrink(start.values).forEach((value, column) => {
      if (value !== columnLower[column]) loop.used[column] = 1;
    });
    return prices !== undefined;
  }

  /** Returns the prices of the start, if they are prices of this program. Shapes: one entry a row of what is solved. */
  #startPrices(): Float64Array | undefined {
    const { start, program, cuts } = this.#task;
    const prices = start?.rowPrices;
    if (prices?.length !== program.rowCount + cuts.length) return undefined;
    return Float64Array.from(this.#free.rows, (row) => prices[row] as number);
  }

  /** Moves prices until the gap is closed or they stall; false where the simplex found no optimum. */
  async #raise(loop: PriceLoop): Promise<boolean> {
    const state = this.#state;
    const went = await loop.run(
      () => state.afterEvaluation(loop),
      (bound) => state.remaining(bound),
    );
    if (!went || !loop.returnToBest()) return false;
    state.prove(loop.lagrangian);
    state.said.push(`${loop.evaluations} evaluations, ${loop.lagrangian.simplex.pivots} pivots to ${state.bound}`);
    return true;
  }

  /** Looks for a point among the flows near the best prices. */
  async #walk(loop: PriceLoop): Promise<void> {
    const state = this.#state;
    const before = state.value;
    await loop.walk(
      () => state.offerFlow(loop.lagrangian),
      () => state.afterEvaluation(loop),
    );
    if (state.value < before) state.said.push("better point on a walk");
    if (loop.returnToBest()) state.prove(loop.lagrangian);
  }

  #answer(): EngineAnswer {
    const { incumbent, said, limit, isPriced, ranges } = this.#state;
    const proof = isPriced ? this.#proof() : undefined;
    const known = {
      rawStatus: said.join("; "),
      dualBound: proof === undefined ? this.#state.bound : this.#provenBound(proof),
      ...(incumbent === undefined ? {} : { values: this.#free.expand(incumbent) }),
      ...(proof === undefined ? {} : { rowPrices: this.#wholePrices(proof) }),
      ...(ranges === undefined ? {} : { ranges: { ...ranges, columns: this.#wholeColumns(ranges.columns) } }),
    };
    if (this.#state.isProven()) return { ...known, status: "optimal" };
    if (incumbent === undefined && limit === undefined) return infeasible(known.rawStatus);
    return { ...known, status: "stopped", limit: limit ?? "other" };
  }

  #wholeColumns(columns: Int32Array): Int32Array {
    return columns.map((column) => this.#free.columns[column] as number);
  }

  /** Returns what the prices of the state prove on the whole program, computed anew, without flows and side rows. */
  #proof(): PricedBound {
    const { program, cuts, level } = this.#task;
    const { columnLower, columnUpper } = this.#tightened;
    return pricedBound({ program, columnLower, columnUpper, cuts, relaxation: true }, level, this.#expandPrices());
  }

  /** Returns the prices of the rows of the task's program, then of its cuts. */
  #wholePrices({ reducedCosts }: PricedBound): Float64Array {
    const rowPrices = this.#expandPrices();
    // Columns that tightening fixed have reduced costs too: they are what their rows are worth.
    if (this.#tightened.changed) {
      priceTightened(this.#task, this.#tightened, { reducedCosts: reducedCosts.slice(), rowPrices });
    }
    return rowPrices;
  }

  #expandPrices(): Float64Array {
    const { program, cuts } = this.#task;
    const rowPrices = new Float64Array(program.rowCount + cuts.length);
    const { rows } = this.#free;
    for (let k = 0; k < rows.length; k++) rowPrices[rows[k] as number] = this.#state.rowPrices[k] as number;
    return rowPrices;
  }

  /**
   * Returns the bound, that of the prices computed anew.
   *
   * @throws {Error} if the two do not agree: then the kernel is wrong
   */
  #provenBound({ bound: proven, rounding }: PricedBound): number {
    const { bound, priceBound } = this.#state;
    if (Math.abs(proven - priceBound) > ROUNDING * Math.max(1, Math.abs(priceBound)) + 2 * rounding) {
      throw new Error(`Broken kernel: its prices prove ${proven} and not ${priceBound}`);
    }
    // A program of the finisher may have proven more than prices do.
    return bound > priceBound ? bound : proven;
  }
}

/** What two ways to sum the same products may differ by, relative to their size. */
const ROUNDING = 1e-9;

function infeasible(rawStatus: string): EngineAnswer {
  return { status: "infeasible", rawStatus };
}
