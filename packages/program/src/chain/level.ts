import type { Level } from "../linear/program.ts";
import { levelValue } from "../linear/program.ts";
import type { RestrictedProgram } from "../linear/restrict.ts";
import { restrictProgram } from "../linear/restrict.ts";
import { attainableBound, pricedBound } from "../solver/bounds.ts";
import { checkPoint } from "../solver/point.ts";
import type { ColumnRanges, Limit, SolveOptions, SolveResult, SolveStart, SolvedResult } from "../solver/port.ts";
import { hasIncumbent, relativeGap } from "../solver/port.ts";
import type { Face, PricedLevel } from "./face.ts";
import { facePrices, fixByReducedCost, levelPrices, trivialBound } from "./face.ts";
import type { LevelEnd, LevelSetting, LevelStart } from "./level-types.ts";
import { withoutSolve } from "./without-solve.ts";

/** Columns kept in the first integer solve beyond those at no reduced cost. */
const FIRST_KEPT = 2000;
/** Up to this many free columns the integer solve takes them all at once. */
const FEW_COLUMNS = 6000;
const WIDER = 8;

/**
 * Minimises one level over a face: trivial bound, relaxation, integer solve on the columns of small reduced cost, and
 * where that leaves a gap the integer solve on all columns that could close it (model section 3).
 */
export async function solveLevel(setting: LevelSetting, number: number, start: LevelStart): Promise<LevelEnd> {
  const known = withoutSolve(setting, number, start);
  if (known.end !== undefined) return known.end;
  const run = new LevelRun(setting, number, start);
  const { relaxation, wholeLevels } = setting.solver.capabilities;
  if (wholeLevels === true) return run.wholeLevel(known.lowest);
  return relaxation ? run.throughRelaxation() : run.wholeInteger(known.lowest);
}

class LevelRun {
  readonly #setting: LevelSetting;
  readonly #number: number;
  readonly #level: Level;
  readonly #start: LevelStart;
  #incumbent: Float64Array | undefined;
  #value: number;
  #bound = -Infinity;
  #priced: PricedLevel | undefined;
  #ranges: ColumnRanges | undefined;
  #token: SolveStart | undefined;
  #reproducible = true;
  #limit: Limit | undefined;

  constructor(setting: LevelSetting, number: number, start: LevelStart) {
    this.#setting = setting;
    this.#number = number;
    this.#level = setting.program.levels[number] as Level;
    this.#start = start;
    this.#incumbent = start.incumbent;
    this.#token = start.token;
    this.#value = start.incumbent === undefined ? Infinity : levelValue(this.#level, start.incumbent);
  }

  async throughRelaxation(): Promise<LevelEnd> {
    this.#setting.report("relaxation");
    const relaxed = await this.#relax();
    if (!hasIncumbent(relaxed) || relaxed.reducedCosts === undefined) return this.#withoutRelaxation(relaxed);
    this.#bound = relaxed.dualBound;
    const { dualBound: bound, reducedCosts, rowPrices } = relaxed;
    const prices = levelPrices(this.#start.face, rowPrices as Float64Array);
    this.#priced = { bound, reducedCosts, prices };
    this.#token = relaxed.start;
    this.#offer(this.#rounded(relaxed));
    if (this.#isClosed()) return this.#end("solved");
    return this.#close(this.#priced);
  }

  /** Backends that take whole levels are given the face as it is and return the prices of their bound. */
  async wholeLevel(lowest: number): Promise<LevelEnd> {
    const { program, solver } = this.#setting;
    const { face } = this.#start;
    this.#bound = lowest;
    this.#setting.report("integer", { primalBound: this.#value, dualBound: lowest });
    const result = await solver.solve(program, {
      ...this.#integerOptions("integer"),
      cuts: face.cuts,
      columnLower: face.lower,
      columnUpper: face.upper,
    });
    this.#setting.effort.note(result);
    if (result.termination.reason === "infeasible") {
      if (this.#incumbent !== undefined) this.#bound = Math.max(this.#bound, this.#value);
      return this.#end("infeasible");
    }
    const before = this.#value;
    if (hasIncumbent(result)) {
      this.#offer(result.values);
      if (result.rowPrices !== undefined) this.#takePrices(result.rowPrices);
      this.#ranges = result.ranges;
    }
    this.#bound = Math.max(this.#bound, Math.min(result.dualBound, before));
    this.#noteLimit(result);
    return this.#end("solved");
  }

  /** Backends without relaxations take a level as one integer program. */
  async wholeInteger(lowest: number): Promise<LevelEnd> {
    this.#bound = lowest;
    const verdict = await this.#integer(this.#start.face, "integer");
    return this.#end(verdict === "infeasible" ? "infeasible" : "solved");
  }

  #relax(): Promise<SolveResult> {
    const { program, solver, effort, signal, seed, interior, trial } = this.#setting;
    const { face } = this.#start;
    return solver.solve(program, {
      level: this.#number,
      cuts: face.cuts,
      columnLower: face.lower,
      columnUpper: face.upper,
      relaxation: true,
      interior,
      trial,
      limits: effort.time(),
      seed,
      ...(this.#token === undefined ? {} : { start: this.#token }),
      ...(signal === undefined ? {} : { signal }),
    });
  }

  #withoutRelaxation(relaxed: SolveResult): LevelEnd {
    const { termination } = relaxed;
    if (termination.reason === "infeasible" && this.#incumbent === undefined) return this.#end("infeasible");
    this.#limit = "limit" in termination ? termination.limit : "other";
    this.#reproducible = relaxed.reproducible;
    this.#bound = trivialBound(this.#level, this.#start.face);
    return this.#end("solved");
  }

  /** Solves integer programs on more and more columns until the gap is closed or a limit stops it. */
  async #close(priced: PricedLevel): Promise<LevelEnd> {
    const { face } = this.#start;
    let room = firstRoom(priced.reducedCosts, face);
    const all = priced.reducedCosts.reduce((most, cost) => Math.max(most, Math.abs(cost)), 0);
    for (;;) {
      // Only points better by a whole step matter: a column that costs more room than that cannot be in one.
      const proof = Math.max(0, this.#value - this.#level.step - this.#bound);
      const enough = room >= Math.min(proof, all);
      const kept = fixByReducedCost(face, priced, {
        room: enough ? proof : room,
        keep: this.#incumbent,
        integer: this.#setting.program.integer,
      });
      const verdict = await this.#integer(kept, enough ? "proof" : "integer", enough);
      if (this.#limit !== undefined || this.#isClosed()) return this.#end("solved");
      if (enough) return this.#end(verdict === "infeasible" && this.#incumbent === undefined ? "infeasible" : "solved");
      room = Math.max(room, MINIMAL_ROOM) * WIDER;
    }
  }

  /**
   * Solves the integer program on the columns that a face leaves free and takes over what it finds.
   *
   * Where the face holds every point better than the incumbent (`proves`), its bound is one of the level.
   */
  async #integer(face: Face, step: "integer" | "proof", proves = true): Promise<"infeasible" | "done"> {
    const { program, solver } = this.#setting;
    if (this.#isUsedUp()) return "done";
    this.#setting.report(step, { primalBound: this.#value, dualBound: this.#bound });
    const before = this.#value;
    const small = restrictProgram(program, { columnLower: face.lower, columnUpper: face.upper, cuts: face.cuts });
    if (small.brokenRow >= 0) return "infeasible";
    const result = await solver.solve(small.program, this.#integerOptions(step, small));
    this.#setting.effort.note(result);
    if (result.termination.reason === "infeasible") {
      if (proves && this.#incumbent !== undefined) this.#bound = Math.max(this.#bound, before);
      return "infeasible";
    }
    if (hasIncumbent(result)) this.#offer(small.expand(result.values));
    if (proves) this.#bound = Math.max(this.#bound, Math.min(result.dualBound, before));
    this.#noteLimit(result);
    return "done";
  }

  /** Any prices prove a bound; columns that the face fixes stay fixed. */
  #takePrices(rowPrices: Float64Array): void {
    const { program } = this.#setting;
    const { face } = this.#start;
    const rules = { program, columnLower: face.lower, columnUpper: face.upper, cuts: face.cuts, relaxation: true };
    const { bound, reducedCosts } = pricedBound(rules, this.#level, rowPrices);
    this.#priced = { bound, reducedCosts, prices: levelPrices(face, rowPrices) };
  }

  #integerOptions(step: "integer" | "proof", small?: RestrictedProgram): SolveOptions {
    const { effort, nodes, signal, seed, report, trial, relativeGap: gap } = this.#setting;
    const { prices, face } = this.#start;
    const limits = { ...effort.limits(), relativeGap: gap, absoluteGap: this.#level.step * ALMOST_ONE };
    const values = this.#startValues(small);
    return {
      level: this.#number,
      limits: nodes === undefined ? limits : { ...limits, nodes },
      seed,
      trial,
      start: {
        ...(values === undefined ? {} : { values }),
        ...(prices === undefined || small !== undefined ? {} : { rowPrices: facePrices(face, prices) }),
      },
      ...(signal === undefined ? {} : { signal }),
      onProgress: ({ primalBound, dualBound }) => report(step, { primalBound, dualBound }),
    };
  }

  /** The point in hand; where there is none a whole level is told what point it may look near. */
  #startValues(small: RestrictedProgram | undefined): Float64Array | undefined {
    if (small === undefined) return this.#incumbent ?? this.#start.near;
    return this.#incumbent && small.shrink(this.#incumbent);
  }

  /** With no iteration left and a point in hand, nothing is looked for any more. */
  #isUsedUp(): boolean {
    if (this.#incumbent === undefined || !this.#setting.effort.isUsedUp()) return false;
    this.#limit = "iteration";
    return true;
  }

  #noteLimit(result: SolveResult): void {
    if (!result.reproducible) this.#reproducible = false;
    if ("limit" in result.termination) this.#limit = result.termination.limit;
  }

  /** Returns the point of a relaxation if it is integral and feasible. */
  #rounded(relaxed: SolvedResult): Float64Array | undefined {
    const { program } = this.#setting;
    const { face } = this.#start;
    const rules = { program, columnLower: face.lower, columnUpper: face.upper, cuts: face.cuts, relaxation: false };
    const verdict = checkPoint(rules, relaxed.values);
    return verdict.holds ? verdict.values : undefined;
  }

  #offer(point: Float64Array | undefined): void {
    if (point === undefined) return;
    const value = levelValue(this.#level, point);
    if (value >= this.#value) return;
    this.#incumbent = point;
    this.#value = value;
  }

  #isClosed(): boolean {
    const bound = this.#attainable();
    return bound >= this.#value || relativeGap(this.#value, bound) <= this.#setting.relativeGap;
  }

  #attainable(): number {
    return Math.min(attainableBound(this.#setting.program, this.#level, this.#bound), this.#value);
  }

  #end(status: "solved" | "infeasible"): LevelEnd {
    const stopped = status === "solved" && this.#incumbent === undefined;
    return {
      status: stopped ? "stopped" : status,
      ...(this.#limit === undefined ? {} : { limit: this.#limit }),
      incumbent: this.#incumbent,
      value: this.#value,
      dualBound: this.#attainable(),
      priced: this.#priced,
      ...(this.#ranges === undefined ? {} : { ranges: this.#ranges }),
      token: this.#token,
      reproducible: this.#reproducible,
    };
  }
}

/** Smallest room from which widening starts. */
const MINIMAL_ROOM = 1e-3;
/** Ends an integer solve when nothing a whole step better can exist. */
const ALMOST_ONE = 0.999;

/** Returns the reduced cost up to which columns take part in the first integer solve. */
function firstRoom(reducedCosts: Float64Array, { lower, upper }: Face): number {
  const costs: number[] = [];
  for (let column = 0; column < reducedCosts.length; column++) {
    if (lower[column] !== upper[column]) costs.push(Math.abs(reducedCosts[column] as number));
  }
  if (costs.length <= FEW_COLUMNS) return Infinity;
  const sorted = Float64Array.from(costs).sort();
  const free = sorted.findIndex((cost) => cost > MINIMAL_ROOM);
  return sorted[Math.min(sorted.length - 1, Math.max(free, 0) + FIRST_KEPT)] as number;
}
