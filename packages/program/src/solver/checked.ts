import type { Level } from "../linear/program.ts";
import { agreedOptimum, tooWide } from "./agreement.ts";
import type { AssessContext, Claim, Incumbent, Verdict } from "./assess.ts";
import { assess, startIncumbent, stoppedResult } from "./assess.ts";
import { isBoundedByColumns } from "./bounds.ts";
import type { Configuration, Engine, EngineTask } from "./engine.ts";
import { checkPoint } from "./point.ts";
import type { SolveOptions, SolveProgress, Solver, SolveResult } from "./port.ts";
import { hasIncumbent, SolverFailedError, UnsupportedModelError } from "./port.ts";
import { wideRanges } from "./ranges.ts";
import { pointRules, prepareRequest } from "./request.ts";

/**
 * Returns a solver that believes nothing its engine says.
 *
 * Refuses what the engine cannot do; rounds and checks every point; recomputes values, gaps and, from row prices, the
 * bounds of relaxations; rounds bounds up to attainable values; confirms every "infeasible" with another configuration,
 * unless whoever asks only tries; asks once more with another configuration when an answer fails the check. A feasible
 * start point is never lost and contradicts every claim of infeasibility.
 *
 * @public
 */
export function createCheckedSolver(engine: Engine): Solver {
  return {
    name: engine.name,
    version: engine.version,
    capabilities: engine.capabilities,
    solve: async (program, options) => {
      const request = prepareRequest(engine, program, options);
      const incumbent = startIncumbent(request);
      const context = { engine, request, ...(incumbent === undefined ? {} : { incumbent }) };
      return new CheckedSolve(context, options).run();
    },
    prepare: () => engine.prepare?.(),
    close: () => engine.close(),
  };
}

/** One question to the engine. */
interface Question {
  readonly configuration: Configuration;
  /** Ask only whether there is a point at all. */
  readonly feasibilityOnly?: boolean;
  /** A better start than that of the request. */
  readonly from?: Incumbent;
}

/** One solve with its attempts and its clock. */
class CheckedSolve {
  readonly #context: AssessContext;
  readonly #onProgress: SolveOptions["onProgress"];
  readonly #isTrial: boolean;
  readonly #startedAt = performance.now();

  constructor(context: AssessContext, options: SolveOptions) {
    this.#context = context;
    this.#onProgress = options.onProgress;
    this.#isTrial = options.trial === true;
  }

  async run(): Promise<SolveResult> {
    if (this.#boundsCross()) return this.#withoutPoint("infeasible", "column bounds cross", "search");
    if (this.#context.request.program.columnCount === 0) return this.#withoutColumns();
    const first = await this.#ask({ configuration: 0 });
    if (first.kind === "result") return this.#believe(first.result, 0);
    if (first.kind === "claim") return this.#confirm(first.claim, first.rawStatus, 0);
    const second = await this.#ask({ configuration: 1 });
    if (second.kind === "result") return this.#believe(second.result, 1);
    if (second.kind === "claim") return this.#confirm(second.claim, second.rawStatus, 1);
    return this.#fail(`${first.why}; with another configuration: ${second.why}`);
  }

  /** Asks again for an optimum where columns range widely. */
  async #believe(result: SolveResult, configuration: Configuration): Promise<SolveResult> {
    const { request, engine } = this.#context;
    if (request.relaxation || !hasIncumbent(result) || result.termination.reason !== "optimal") return result;
    const ask = (other: Configuration, from: Incumbent) => this.#ask({ configuration: other, from });
    const agreement = await agreedOptimum(this.#context, { result, configuration }, ask);
    if (agreement.kind === "result") return agreement.result;
    if (agreement.kind === "doubtful") return this.#fail(agreement.why);
    throw new UnsupportedModelError(`Cannot solve with ${engine.name}: ${agreement.why}`);
  }

  /** Engines differ in what they make of a program without columns; its rows hold or they do not. */
  #withoutColumns(): SolveResult {
    const values = new Float64Array(0);
    const { holds } = checkPoint(pointRules(this.#context.request), values);
    if (!holds) return this.#withoutPoint("infeasible", "no columns", "search");
    const { offset } = this.#context.request.level;
    const bounds = { primalBound: offset, dualBound: offset, relativeGap: 0 };
    const prices = this.#context.request.relaxation ? this.#zeroPrices() : {};
    const said = { rawStatus: "no columns", proof: "search", reproducible: true } as const;
    return { termination: { reason: "optimal" }, ...bounds, ...said, values, start: { values }, ...prices };
  }

  #zeroPrices(): { reducedCosts: Float64Array; rowPrices: Float64Array } {
    const { program, cuts } = this.#context.request;
    return { reducedCosts: new Float64Array(0), rowPrices: new Float64Array(program.rowCount + cuts.length) };
  }

  /** Asks the engine once and checks what it says; a crash is a doubt. */
  async #ask(question: Question): Promise<Verdict> {
    const { engine, request } = this.#context;
    const elapsed = this.#elapsedSeconds();
    const left = request.limits.timeSeconds - elapsed;
    if (request.signal?.aborted === true) return this.#stopped("interrupted");
    if (elapsed > 0 && left <= 0) return this.#stopped("time");
    const task = this.#task(question, left);
    try {
      const answer = await engine.run(task);
      return assess(this.#contextOf(question, task), answer);
    } catch (error) {
      if (error instanceof UnsupportedModelError) throw error;
      return { kind: "doubtful", why: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
    }
  }

  #contextOf({ feasibilityOnly, from }: Question, { level }: EngineTask): AssessContext {
    const { engine, request } = this.#context;
    if (feasibilityOnly === true) return { engine, request: { ...request, level } };
    return from === undefined ? this.#context : { engine, request, incumbent: from };
  }

  #task(question: Question, timeSeconds: number): EngineTask {
    const { request } = this.#context;
    const { configuration, from } = question;
    const start = from === undefined ? {} : { start: { ...request.start, values: from.values } };
    const task = { ...request, ...start, configuration, limits: { ...request.limits, timeSeconds } };
    if (question.feasibilityOnly === true) return { ...task, level: costFree(request.level) };
    const report = this.#onProgress;
    if (report === undefined) return task;
    return { ...task, onProgress: (progress) => this.#report(report, progress) };
  }

  #report(report: (progress: SolveProgress) => void, progress: Omit<SolveProgress, "elapsedSeconds">): void {
    report({ ...progress, elapsedSeconds: this.#elapsedSeconds() });
  }

  /** Confirms a claim without a point by asking, with the other configuration, whether there is a point. */
  async #confirm(claim: Claim, rawStatus: string, configuration: Configuration): Promise<SolveResult> {
    this.#refuseContradicted(claim, rawStatus);
    if (this.#isTrial && claim === "infeasible") return this.#withoutPoint("infeasible", rawStatus, "none");
    const other: Configuration = configuration === 0 ? 1 : 0;
    const verdict = await this.#ask({ configuration: other, feasibilityOnly: true });
    if (verdict.kind === "doubtful") return this.#fail(`claims ${rawStatus}; confirmation failed: ${verdict.why}`);
    if (verdict.kind === "result") return this.#afterPoint(verdict.result, claim, { rawStatus, other });
    if (claim === "unbounded") {
      const again = await this.#ask({ configuration, feasibilityOnly: true });
      if (again.kind !== "claim") return this.#fail(`claims ${rawStatus} and ${verdict.rawStatus}`);
    }
    this.#refuseTooWide();
    return this.#withoutPoint("infeasible", rawStatus);
  }

  #refuseContradicted(claim: Claim, rawStatus: string): void {
    const { incumbent, request } = this.#context;
    if (incumbent !== undefined && claim !== "unbounded")
      this.#fail(`claims ${rawStatus}, the start point is feasible`);
    if (claim === "unbounded" && isBoundedByColumns(pointRules(request), request.level)) {
      this.#fail(`claims ${rawStatus}, the column bounds keep the value from falling for ever`);
    }
  }

  /** What ranges so widely that points are lost to rounding is refused and not called infeasible. */
  #refuseTooWide(): void {
    const { request, engine } = this.#context;
    const wide = wideRanges(request);
    const why = wide && tooWide({ ...wide, count: 1 });
    if (why !== undefined) throw new UnsupportedModelError(`Cannot solve with ${engine.name}: ${why}`);
  }

  /** Decides what a claim without a point means once a feasibility solve has ended. */
  async #afterPoint(
    result: SolveResult,
    claim: Claim,
    said: { readonly rawStatus: string; readonly other: Configuration },
  ): Promise<SolveResult> {
    const { reason } = result.termination;
    if (reason === "noSolutionFound") return stoppedResult(this.#context, result.termination.limit, said.rawStatus);
    if (claim === "infeasible")
      return this.#fail(`claims ${said.rawStatus}, another configuration found a feasible point`);
    const again = await this.#ask({ configuration: said.other });
    if (again.kind === "claim" && again.claim !== "infeasible") return this.#withoutPoint("unbounded", said.rawStatus);
    return this.#fail(`claims ${said.rawStatus}, another configuration does not confirm it`);
  }

  #withoutPoint(reason: "infeasible" | "unbounded", rawStatus: string, proof?: "search" | "none"): SolveResult {
    const bound = reason === "infeasible" ? Infinity : -Infinity;
    return {
      termination: { reason },
      primalBound: bound,
      dualBound: bound,
      relativeGap: Infinity,
      rawStatus,
      proof: proof ?? this.#context.engine.proof,
      reproducible: true,
    };
  }

  #stopped(limit: "time" | "interrupted"): Verdict {
    return { kind: "result", result: stoppedResult(this.#context, limit, "not started") };
  }

  /** Returns whether the bounds of a column leave it no value; engines differ in what they make of that. */
  #boundsCross(): boolean {
    const { columnLower, columnUpper, program, relaxation } = this.#context.request;
    for (let column = 0; column < columnLower.length; column++) {
      const lower = columnLower[column] as number;
      const upper = columnUpper[column] as number;
      if (lower > upper) return true;
      if (relaxation || upper - lower >= 1 || program.integer[column] !== 1) continue;
      if (Math.ceil(lower) > Math.floor(upper)) return true;
    }
    return false;
  }

  #fail(why: string): never {
    throw new SolverFailedError(`Cannot trust ${this.#context.engine.name}: it ${why}`);
  }

  #elapsedSeconds(): number {
    return (performance.now() - this.#startedAt) / 1000;
  }
}

const costFreeLevels = new WeakMap<Level, Level>();

function costFree(level: Level): Level {
  const known = costFreeLevels.get(level);
  if (known !== undefined) return known;
  const free = { ...level, step: 1, offset: 0, cost: new Float64Array(level.cost.length) };
  costFreeLevels.set(level, free);
  return free;
}
