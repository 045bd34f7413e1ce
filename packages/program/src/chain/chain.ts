import type { Level, LinearProgram } from "../linear/program.ts";
import { levelValue } from "../linear/program.ts";
import type { ColumnRanges, Limit, SolveStart } from "../solver/port.ts";
import type { Blended } from "./blend.ts";
import { blendedLevel, blendOutcome } from "./blend.ts";
import type { ChainOptions, ChainResult, LevelOutcome } from "./chain-types.ts";
import { narrowCounters } from "./counters.ts";
import { Effort, isOfShare, isOfWork } from "./effort.ts";
import type { Face, LevelPrices } from "./face.ts";
import { boundedFace, fixByReducedCost, holdLevel, narrowBounds, trivialBound } from "./face.ts";
import { withNarrower } from "./kept-ranges.ts";
import type { LevelEnd, LevelSetting } from "./level-types.ts";
import { solveLevel } from "./level.ts";
import { outcomeOf } from "./outcome.ts";
import { isPastLead, nodesOf } from "./past-lead.ts";
import { Suppositions } from "./suppositions.ts";
import { isUnique } from "./unique.ts";
import { pointThatHolds } from "./without-solve.ts";

/**
 * Minimises the levels of a program in order, each over the points that keep the values of the levels before it.
 *
 * What a level has decided is held by fixing columns with reduced cost, and by a row only where that does not imply
 * the value. A limit that stops one level does not stop the chain: the level is held at its incumbent and the levels
 * after it are solved, each with a bound that holds given the values before it. Only when the time of all is over, or
 * somebody interrupts, do the levels left keep the incumbent and report the bound that their columns alone prove.
 *
 * @public
 */
export async function solveChain(program: LinearProgram, options: ChainOptions): Promise<ChainResult> {
  const chain = new Chain(program, options);
  for (let number = 0; number < program.levels.length; number++) {
    const end = await chain.solve(number);
    if (end !== undefined) return end;
  }
  return chain.result();
}

class Chain {
  readonly #program: LinearProgram;
  readonly #options: ChainOptions;
  readonly #effort: Effort;
  readonly #outcomes: LevelOutcome[] = [];
  readonly #suppositions: Suppositions;
  #face: Face;
  /** The face without the row that holds the last level solved. */
  #unheld: Face;
  #incumbent: Float64Array | undefined;
  #token: SolveStart | undefined;
  /** What ended the chain before its last level. */
  #end: Limit | undefined;
  #reproducible = true;
  readonly #prices: (LevelPrices | undefined)[];
  readonly #ranges: (ColumnRanges | undefined)[];
  /** The point is new since the levels that are left were blended. */
  #isNew = true;
  /** The first blend and its bound. */
  #blended: Blended | undefined;

  constructor(program: LinearProgram, options: ChainOptions) {
    this.#program = program;
    this.#options = options;
    this.#effort = new Effort(options);
    this.#suppositions = new Suppositions(program, options.start);
    this.#face = boundedFace(program, options.atMost);
    this.#unheld = this.#face;
    this.#prices = program.levels.map(() => undefined);
    this.#ranges = program.levels.map(() => undefined);
    this.#incumbent = options.start && pointThatHolds(program, this.#face.cuts, options.start.values);
  }

  async solve(number: number): Promise<ChainResult | undefined> {
    if (this.#isOver()) return this.#passOver(this.#program.levels[number] as Level);
    if (this.#suppose(number)) return undefined;
    if (this.#options.blend === true && (await this.#blend(number)) === "infeasible") return this.#withoutPoint(number);
    const before = this.#incumbent;
    const end = await this.#solveLevel(number);
    if (end.incumbent !== before) this.#isNew = true;
    if (end.status === "infeasible") return this.#withoutPoint(number);
    if (end.incumbent === undefined) return this.#withoutVerdict(number, end.limit ?? "other");
    this.#confirm(end.incumbent);
    this.#accept(number, end);
    await this.#narrowCounters(number, end);
    return undefined;
  }

  /**
   * Where a level's relaxation proves less than its value by a step or more, later levels would trade what lies between;
   * a backend that has found ranges has narrowed counts already.
   */
  async #narrowCounters(number: number, { incumbent, priced, value, ranges }: LevelEnd): Promise<void> {
    const isClose = priced === undefined || value - priced.bound < (this.#program.levels[number] as Level).step;
    if (incumbent === undefined || isClose || ranges !== undefined || !this.#isWorthNarrowing(number)) return;
    const before = this.#face;
    this.#face = await narrowCounters(this.#setting(number, this.#effort), before, incumbent);
    this.#ranges[number] = withNarrower(this.#ranges[number], before, this.#face);
    this.#unheld = { ...this.#unheld, lower: this.#face.lower, upper: this.#face.upper };
  }

  #isWorthNarrowing(number: number): boolean {
    const isLast = number === this.#program.levels.length - 1;
    return !isLast && !this.#isOver() && !isPastLead(this.#values(), this.#options.comparedWith);
  }

  /** Moves to a point near the optimum of every level that is left. */
  async #blend(number: number): Promise<"infeasible" | "done"> {
    const left = this.#program.levels.slice(number);
    const isOver = this.#incumbent !== undefined && this.#effort.isUsedUp();
    if (!this.#isNew || left.length < 2 || isOver) return "done";
    const level = blendedLevel(left);
    const program = { ...this.#program, levels: [level] };
    const share = this.#options.levelShare ?? LEVEL_SHARE;
    const setting = { ...this.#setting(number, this.#effort.part(share)), program };
    const end = await solveLevel(setting, 0, { face: this.#face, incumbent: this.#incumbent, token: undefined });
    if (end.status === "infeasible") return "infeasible";
    this.#isNew = false;
    if (!end.reproducible) this.#reproducible = false;
    if (end.incumbent === undefined) return "done";
    this.#confirm(end.incumbent);
    this.#incumbent = end.incumbent;
    this.#improve();
    this.#blended ??= { level, dualBound: end.dualBound };
    return "done";
  }

  /** Solves a level in its share of what may be used; where that finds no point, once more in all that is left. */
  async #solveLevel(number: number): Promise<LevelEnd> {
    const isLast = number === this.#program.levels.length - 1;
    const solve = (share: number) => {
      const prices = this.#options.start?.prices[number];
      const near = this.#options.start?.values;
      const start = { face: this.#face, incumbent: this.#incumbent, near, token: this.#token, prices };
      return solveLevel(this.#setting(number, this.#effort.part(share)), number, start);
    };
    const end = await solve(isLast ? 1 : (this.#options.levelShare ?? LEVEL_SHARE));
    const isOpen = end.status === "stopped" && end.incumbent === undefined && isOfShare(end.limit);
    if (!isOpen || this.#isOver()) return end;
    this.#token = end.token;
    return solve(1);
  }

  /** Whether nothing more can be solved; notes why. */
  #isOver(): boolean {
    if (this.#end !== undefined) return true;
    if (this.#options.signal?.aborted === true) this.#end = "interrupted";
    else if (this.#effort.isOver()) this.#end = "time";
    if (this.#end !== undefined) this.#reproducible = false;
    return this.#end !== undefined;
  }

  /**
   * Before there is any point, supposes that a level stands at a bound that is known without a solve, and goes on: the next
   * level with a real solve shows whether it does.
   */
  #suppose(number: number): boolean {
    if (this.#incumbent !== undefined) return false;
    const after = this.#suppositions.add(number, this.#face);
    if (after !== undefined) this.#face = after;
    return after !== undefined;
  }

  /** A point was found: every supposed level stands at its bound there. */
  #confirm(point: Float64Array): void {
    for (const { number, bound, prices } of this.#suppositions.confirm()) {
      const level = this.#program.levels[number] as Level;
      const value = levelValue(level, point);
      this.#tell(outcomeOf(level, { value, dualBound: Math.min(value, bound) }));
      this.#prices[number] = prices;
    }
  }

  /** Nothing is feasible, unless a supposition was wrong: then solves the levels passed over, and this one again. */
  async #withoutPoint(number: number): Promise<ChainResult | undefined> {
    const first = this.#suppositions.retract();
    if (first === undefined) return { status: "infeasible", levels: this.#outcomes };
    this.#face = first.before;
    this.#token = undefined;
    for (let again = first.number; again <= number; again++) {
      const end = await this.solve(again);
      if (end !== undefined) return end;
    }
    return undefined;
  }

  /** A limit left open whether there is a point; one of work may be due to a supposition, and lets the levels be solved. */
  #withoutVerdict(number: number, limit: Limit): Promise<ChainResult | undefined> | ChainResult {
    if (isOfWork(limit) && !this.#suppositions.isEmpty) return this.#withoutPoint(number);
    return { status: "stopped", limit, levels: this.#outcomes };
  }

  async result(): Promise<ChainResult> {
    const values = this.#incumbent;
    if (values === undefined) return { status: "stopped", limit: this.#end ?? "other", levels: this.#outcomes };
    const unique = await this.#isUnique(values);
    const blend = this.#blended && blendOutcome(this.#blended, values);
    const known = {
      levels: this.#outcomes,
      reproducible: this.#reproducible,
      prices: this.#prices,
      ranges: this.#ranges,
    };
    return { status: "solved", values, unique, ...known, ...(blend === undefined ? {} : { blend }) };
  }

  /** Only a chain that is proven to the last unit can claim that its point is the only one. */
  async #isUnique(values: Float64Array): Promise<boolean> {
    const proven = this.#outcomes.every(({ value, dualBound }) => value === dualBound);
    const last = this.#outcomes.at(-1);
    if (this.#options.proveUnique === false) return false;
    if (!proven || last === undefined) return false;
    const number = this.#program.levels.length - 1;
    return isUnique(this.#setting(number, this.#effort), number, {
      face: this.#unheld,
      point: values,
      value: last.value,
    });
  }

  /** The chain is over: the incumbent stands, and the bound of the level is what the columns alone prove. */
  #passOver(level: Level): ChainResult | undefined {
    const limit = this.#end ?? "other";
    if (this.#incumbent === undefined) return { status: "stopped", limit, levels: this.#outcomes };
    const value = levelValue(level, this.#incumbent);
    const dualBound = Math.min(value, trivialBound(level, this.#face));
    this.#outcomes.push(outcomeOf(level, { value, dualBound, limit }));
    return undefined;
  }

  #tell(outcome: LevelOutcome): void {
    this.#outcomes.push(outcome);
    this.#options.onLevel?.(outcome);
  }

  #accept(number: number, end: LevelEnd): void {
    const level = this.#program.levels[number] as Level;
    this.#incumbent = end.incumbent;
    this.#token = end.token;
    this.#improve();
    if (!end.reproducible) this.#reproducible = false;
    this.#tell(outcomeOf(level, end, this.#gap(number)));
    if (end.priced !== undefined) this.#prices[number] = end.priced.prices;
    this.#hold(number, end);
  }

  /** A level that was left open may stand better at a point found later: that is then its value, and held. */
  #improve(): void {
    const point = this.#incumbent as Float64Array;
    this.#outcomes.forEach((outcome, number) => {
      if (outcome.value === outcome.dualBound) return;
      const level = this.#program.levels[number] as Level;
      const value = levelValue(level, point);
      if (value >= outcome.value) return;
      this.#outcomes[number] = outcomeOf(level, { ...outcome, value }, this.#gap(number));
      this.#face = holdLevel(this.#face, level, { number, allowed: value + level.tolerance });
    });
  }

  /** Narrows the face to the points that keep the value of a level within its tolerance. */
  #hold(number: number, end: LevelEnd): void {
    const level = this.#program.levels[number] as Level;
    const allowed = end.value + level.tolerance;
    const { integer } = this.#program;
    if (end.priced !== undefined) {
      const room = allowed - end.priced.bound;
      this.#face = fixByReducedCost(this.#face, end.priced, { room, integer, keep: end.incumbent });
    }
    this.#ranges[number] = end.ranges;
    if (end.ranges !== undefined && level.tolerance === 0) this.#face = narrowBounds(this.#face, end.ranges);
    this.#unheld = this.#face;
    this.#face = holdLevel(this.#face, level, { number, allowed });
  }

  #gap(number: number): number {
    const { exact, relativeGap: gap = DEFAULT_GAP } = this.#options;
    return exact?.has(number) === true ? 0 : gap;
  }

  /** Values of the levels so far, as solved or supposed. */
  #values(): readonly number[] {
    return [...this.#outcomes.map(({ value }) => value), ...this.#suppositions.bounds];
  }

  #setting(number: number, effort: Effort): LevelSetting {
    const { solver, seed, interior, trial, signal, onProgress } = this.#options;
    const level = this.#program.levels[number] as Level;
    const place = { level: level.name, index: number, count: this.#program.levels.length };
    return {
      program: this.#program,
      solver,
      effort,
      seed: seed ?? 0,
      relativeGap: this.#gap(number),
      nodes: nodesOf(this.#options, this.#values()),
      interior: interior ?? false,
      trial: !this.#suppositions.isEmpty || trial === true,
      signal,
      report: (step, bounds) => onProgress?.({ ...place, step, ...bounds }),
    };
  }
}

const DEFAULT_GAP = 1e-4;
const LEVEL_SHARE = 1 / 2;
