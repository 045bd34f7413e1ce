import { levelValue } from "../linear/program.ts";
import { attainableBound, pricedBound, valueRounding } from "./bounds.ts";
import type { Engine, EngineAnswer } from "./engine.ts";
import { checkPoint } from "./point.ts";
import type { Limit, SolvedResult, SolveResult } from "./port.ts";
import { relativeGap } from "./port.ts";
import type { SolveRequest } from "./engine.ts";
import { pointRules } from "./request.ts";

/** Claims of an engine without a point. */
export type Claim = "infeasible" | "unbounded" | "infeasibleOrUnbounded";

/** What an answer is worth after the check. */
export type Verdict =
  | { readonly kind: "result"; readonly result: SolveResult }
  | { readonly kind: "claim"; readonly claim: Claim; readonly rawStatus: string }
  | { readonly kind: "doubtful"; readonly why: string };

/** A point that holds and its value. */
export interface Incumbent {
  readonly values: Float64Array;
  readonly value: number;
}

/** What is known before an engine is asked. */
export interface AssessContext {
  readonly engine: Engine;
  readonly request: SolveRequest;
  /** The start point, if it holds. */
  readonly incumbent?: Incumbent;
}

/** A dual bound above a checked value by more than this, relative, is a contradiction and no rounding. */
const CONTRADICTION = 1e-5;

/** What the prices of an optimal relaxation may miss of its value, relative to the greater of 1 and the value. */
const RELAXATION_GAP = 1e-6;

/** Checks the answer of an engine and turns it into a result, a claim to be confirmed, or a doubt. */
export function assess(context: AssessContext, answer: EngineAnswer): Verdict {
  switch (answer.status) {
    case "optimal":
      return assessOptimal(context, answer);
    case "stopped":
      return assessStopped(context, answer);
    case "infeasible":
    case "unbounded":
    case "infeasibleOrUnbounded":
      return { kind: "claim", claim: answer.status, rawStatus: answer.rawStatus };
  }
}

/** Returns the point of a start if it is feasible; relaxations have none. */
export function startIncumbent(request: SolveRequest): Incumbent | undefined {
  const values = request.start?.values;
  if (values === undefined || request.relaxation || values.length !== request.program.columnCount) return undefined;
  return incumbentOf(request, values).found;
}

/** Returns the result of a solve that ended without any engine's point; the start is kept if it holds. */
export function stoppedResult(context: AssessContext, limit: Limit, rawStatus: string): SolveResult {
  const { incumbent } = context;
  const dualBound = -Infinity;
  const rest = {
    dualBound,
    relativeGap: Infinity,
    rawStatus,
    proof: "none",
    reproducible: isReproducible(limit),
  } as const;
  if (incumbent === undefined) {
    return { termination: { reason: "noSolutionFound", limit }, primalBound: Infinity, ...rest };
  }
  return {
    termination: { reason: "feasible", limit },
    primalBound: incumbent.value,
    values: incumbent.values,
    start: { values: incumbent.values },
    ...rest,
  };
}

function isReproducible(limit: Limit): boolean {
  return limit !== "time" && limit !== "interrupted" && limit !== "other";
}

function assessOptimal(context: AssessContext, answer: EngineAnswer): Verdict {
  const { request } = context;
  if (answer.values === undefined) return doubtful("claims an optimum without a point");
  const point = incumbentOf(request, answer.values);
  if (point.found === undefined) return doubtful(`claims an optimum at a point that fails the check: ${point.why}`);
  if (request.relaxation) return assessRelaxation(request, answer, point.found);
  const claimed = claimedBound(context, answer, point.found);
  const dual = settleDual(request, claimed, point.found);
  if (dual === undefined)
    return doubtful(`claims the bound ${claimed} above the value ${point.found.value} of its point`);
  if (!isProven(request, point.found.value, dual)) {
    return doubtful(`claims an optimum at ${point.found.value} with the bound ${dual} outside the gap asked for`);
  }
  const best = better(point.found, context.incumbent);
  if (best.value < dual - rounding(request, dual)) {
    return doubtful(`claims the bound ${dual}, the start point has the value ${best.value}`);
  }
  return checkedRanges(answer, { kind: "result", result: solved(context, answer, { best, dual, reason: "optimal" }) });
}

function assessRelaxation(request: SolveRequest, answer: EngineAnswer, point: Incumbent): Verdict {
  const { program, cuts } = request;
  const wanted = program.rowCount + cuts.length;
  if (answer.rowPrices?.length !== wanted) {
    return doubtful(`wanted ${wanted} row prices, got ${answer.rowPrices?.length ?? "none"}`);
  }
  const { bound, rounding, reducedCosts, rowPrices } = pricedBound(
    pointRules(request),
    request.level,
    answer.rowPrices,
  );
  const allowed = RELAXATION_GAP * Math.max(1, Math.abs(point.value)) + 2 * rounding;
  if (!(point.value - bound <= allowed)) {
    return doubtful(`claims a relaxation at ${point.value}, its row prices prove only ${bound}`);
  }
  if (bound - point.value > allowed)
    return doubtful(`row prices prove ${bound} above the value ${point.value} of its point`);
  const dualBound = Math.min(bound, point.value);
  const result: SolvedResult = {
    termination: { reason: "optimal" },
    primalBound: point.value,
    dualBound,
    relativeGap: relativeGap(point.value, dualBound),
    rawStatus: answer.rawStatus,
    proof: "bound",
    reproducible: true,
    values: point.values,
    reducedCosts,
    rowPrices,
    start: startOf(point.values, answer.token),
  };
  return { kind: "result", result };
}

function assessStopped(context: AssessContext, answer: EngineAnswer): Verdict {
  const { request } = context;
  const limit = answer.limit ?? "other";
  const point = answer.values === undefined ? undefined : incumbentOf(request, answer.values);
  // What the clock cut off may be half done; what stopped by itself must hold.
  if (point !== undefined && point.found === undefined && isReproducible(limit)) {
    return doubtful(`stopped at a point that fails the check: ${point.why}`);
  }
  const best = better(point?.found, context.incumbent);
  const provesNothing = context.engine.proof === "search" || request.relaxation;
  const claimed = provesNothing ? undefined : answer.dualBound;
  if (best === undefined) return { kind: "result", result: unsolved(context, answer, claimed) };
  return settleStopped(context, answer, { best, claimed });
}

function settleStopped(
  context: AssessContext,
  answer: EngineAnswer,
  { best, claimed }: { readonly best: Incumbent; readonly claimed: number | undefined },
): Verdict {
  const { request } = context;
  const dual = settleDual(request, claimed, best);
  if (dual === undefined) return doubtful(`claims the bound ${claimed} above the value ${best.value} of its point`);
  const reason = !request.relaxation && isProven(request, best.value, dual) ? "optimal" : "feasible";
  return checkedRanges(answer, { kind: "result", result: solved(context, answer, { best, dual, reason }) });
}

/** The best point is one of those that are said to lie within the ranges. */
function checkedRanges({ ranges }: EngineAnswer, verdict: SolvedVerdict): Verdict {
  if (ranges === undefined) return verdict;
  const { values } = verdict.result;
  const { columns, lower, upper } = ranges;
  const holds = columns.every((column, k) => {
    const value = values[column] as number;
    return value >= (lower[k] as number) && value <= (upper[k] as number);
  });
  return holds ? verdict : doubtful("claims ranges of columns that its point does not keep");
}

interface SolvedVerdict {
  readonly kind: "result";
  readonly result: SolvedResult;
}

/** Returns the bound that goes with a claimed optimum; prices stand in where a program without integers gave no bound. */
function claimedBound({ engine, request }: AssessContext, answer: EngineAnswer, point: Incumbent): number | undefined {
  if (engine.proof === "search") return point.value;
  if (answer.dualBound !== undefined || answer.rowPrices === undefined) return answer.dualBound;
  const { bound, rounding } = pricedBound(pointRules(request), request.level, answer.rowPrices);
  const isClose = Math.abs(point.value - bound) <= RELAXATION_GAP * Math.max(1, Math.abs(point.value)) + 2 * rounding;
  return isClose ? point.value : bound;
}

interface Settled {
  readonly best: Incumbent;
  readonly dual: number;
  readonly reason: "optimal" | "feasible";
}

function solved(context: AssessContext, answer: EngineAnswer, settled: Settled): SolvedResult {
  const { best, dual, reason } = settled;
  const limit = answer.limit ?? "other";
  return {
    termination: reason === "optimal" ? { reason } : { reason, limit },
    primalBound: best.value,
    dualBound: dual,
    relativeGap: relativeGap(best.value, dual),
    rawStatus: answer.rawStatus,
    proof: dual === -Infinity ? "none" : context.engine.proof,
    reproducible: answer.status === "optimal" || isReproducible(limit),
    ...iterationsOf(answer),
    values: best.values,
    ...(hasPrices(context, answer) ? { rowPrices: answer.rowPrices } : {}),
    ...(answer.ranges === undefined ? {} : { ranges: answer.ranges }),
    start: startOf(best.values, answer.token),
  };
}

/** Prices of an integer solve are a hint to whoever asked: any prices prove some bound, and which is computed there. */
function hasPrices({ engine, request }: AssessContext, answer: EngineAnswer): answer is PricedAnswer {
  const wanted = request.program.rowCount + request.cuts.length;
  return engine.capabilities.wholeLevels === true && answer.rowPrices?.length === wanted;
}

type PricedAnswer = EngineAnswer & { readonly rowPrices: Float64Array };

function unsolved(context: AssessContext, answer: EngineAnswer, claimed: number | undefined): SolveResult {
  const { program, level } = context.request;
  const limit = answer.limit ?? "other";
  const dualBound = claimed === undefined ? -Infinity : attainableBound(program, level, claimed);
  return {
    termination: { reason: "noSolutionFound", limit },
    primalBound: Infinity,
    dualBound,
    relativeGap: Infinity,
    rawStatus: answer.rawStatus,
    proof: dualBound === -Infinity ? "none" : "bound",
    reproducible: isReproducible(limit),
    ...iterationsOf(answer),
  };
}

function iterationsOf({ iterations }: EngineAnswer): { iterations?: number } {
  return iterations === undefined ? {} : { iterations };
}

function startOf(values: Float64Array, token: unknown): { values: Float64Array; token?: unknown } {
  return token === undefined ? { values } : { values, token };
}

function incumbentOf(request: SolveRequest, values: Float64Array): { found?: Incumbent; why: string } {
  const verdict = checkPoint(pointRules(request), values);
  if (!verdict.holds) return { why: verdict.why };
  return { found: { values: verdict.values, value: levelValue(request.level, verdict.values) }, why: "" };
}

/** Returns the dual bound rounded up and held below the value, or nothing if it contradicts the value. */
function settleDual(request: SolveRequest, claimed: number | undefined, point: Incumbent): number | undefined {
  if (claimed === undefined || Number.isNaN(claimed)) return -Infinity;
  if (claimed > point.value + CONTRADICTION * Math.max(1, Math.abs(point.value))) return undefined;
  const bound = attainableBound(request.program, request.level, Math.min(claimed, point.value));
  return Math.min(bound, point.value);
}

function isProven(request: SolveRequest, primal: number, dual: number): boolean {
  const { absoluteGap, relativeGap: allowed } = request.limits;
  if (relativeGap(primal, dual) <= allowed) return true;
  return primal - dual <= Math.max(absoluteGap, allowed * Math.abs(primal)) + rounding(request, primal);
}

function rounding({ program, level }: SolveRequest, value: number): number {
  return valueRounding(program, level, value);
}

function better(first: Incumbent, second: Incumbent | undefined): Incumbent;
function better(first: Incumbent | undefined, second: Incumbent | undefined): Incumbent | undefined;
function better(first: Incumbent | undefined, second: Incumbent | undefined): Incumbent | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  return second.value < first.value ? second : first;
}

function doubtful(why: string): Verdict {
  return { kind: "doubtful", why };
}
