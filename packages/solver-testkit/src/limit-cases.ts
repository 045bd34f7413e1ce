import type { LinearProgram, SolveOptions, SolveProgress, SolveResult } from "@lungang/program";
import { hasIncumbent } from "@lungang/program";
import type { ConformanceCase, ConformanceContext } from "./case.ts";
import { claim, claimAgrees, claimClose, claimSolved } from "./claims.ts";
import { generalProgram } from "./families.ts";
import { Draws } from "./random.ts";
import type { SmallColumn, SmallRow } from "./small-program.ts";
import { smallProgram } from "./small-program.ts";

/** Seconds after a time limit within which an answer must be there, and after a cancel. */
const LATEST_AFTER_LIMIT = 2;
const LATEST_AFTER_CANCEL = 1.5;

/**
 * Returns a program that no backend solves in seconds: a market split with slacks, so that every point is feasible and
 * the optimum is hard to find and to prove.
 *
 * @public
 */
export function hardProgram(seed: number): LinearProgram {
  const draws = new Draws(seed);
  const binaries = 50;
  const columns: SmallColumn[] = Array.from({ length: binaries }, () => ({ lower: 0, upper: 1 }));
  const rows: SmallRow[] = [];
  for (let row = 0; row < 5; row++) {
    const values = Array.from({ length: binaries }, () => draws.integer(0, 99));
    const half = Math.floor(values.reduce((sum, value) => sum + value, 0) / 2);
    const slack = columns.length;
    columns.push({ lower: 0, upper: 10_000, costs: [1] }, { lower: 0, upper: 10_000, costs: [1] });
    rows.push({
      lower: half,
      upper: half,
      terms: [...values.map((value, column) => [column, value] as const), [slack, 1], [slack + 1, -1]],
    });
  }
  return smallProgram({ columns, rows });
}

/**
 * A feasible point of {@link hardProgram}: nothing is chosen, the slacks make up for it.
 *
 * @public
 */
export function hardStart(program: LinearProgram): Float64Array {
  const values = new Float64Array(program.columnCount);
  for (let row = 0; row < program.rowCount; row++) values[50 + 2 * row] = program.rowLower[row] as number;
  return values;
}

/** Cases about ends before the proof: clock, nodes, cancel. */
export function limitCases(context: ConformanceContext): ConformanceCase[] {
  return [
    { name: "limits: the clock ends a solve within 2 s", run: () => clockEnds(context) },
    { name: "limits: a start survives the clock", run: () => startSurvives(context) },
    { name: "limits: nodes end a solve and it stays reproducible", run: () => nodesEnd(context) },
    { name: "limits: iterations end a solve and it stays reproducible", run: () => iterationsEnd(context) },
    { name: "limits: a cancel ends a solve", run: () => cancelEnds(context) },
    { name: "limits: a cancel before the start", run: () => cancelledBefore(context) },
    { name: "limits: progress never goes back", run: () => progressIsMonotone(context) },
    { name: "limits: solves after a stop are right", run: () => rightAfterStop(context) },
    { name: "limits: two solves at once are both right", run: () => twoAtOnce(context) },
    { name: "limits: a limit that is not reached changes nothing", run: () => limitNotReached(context) },
  ];
}

interface Timed {
  readonly result: SolveResult;
  readonly seconds: number;
}

async function solveHard(context: ConformanceContext, options: Omit<SolveOptions, "level">): Promise<Timed> {
  const program = hardProgram(context.seed);
  const startedAt = performance.now();
  const result = await context.solver().solve(program, { level: 0, ...options });
  const seconds = (performance.now() - startedAt) / 1000;
  if (hasIncumbent(result)) claimSolved(result, program, { level: 0 });
  return { result, seconds };
}

function claimStopped(result: SolveResult, limit: "time" | "node" | "iteration" | "interrupted"): void {
  const { termination } = result;
  claim("limit" in termination, `wanted an end by ${limit}, got ${termination.reason}`);
  claim(termination.limit === limit, `wanted the limit ${limit}, got ${termination.limit}`);
  const isWork = limit === "node" || limit === "iteration";
  claim(result.reproducible === isWork, `reproducible must be ${isWork} after ${limit}`);
}

async function clockEnds(context: ConformanceContext): Promise<void> {
  const { result, seconds } = await solveHard(context, { limits: { timeSeconds: 0.5, relativeGap: 0 } });
  claimStopped(result, "time");
  claim(
    seconds <= 0.5 + LATEST_AFTER_LIMIT,
    `wanted an answer within ${0.5 + LATEST_AFTER_LIMIT} s, took ${seconds} s`,
  );
}

async function startSurvives(context: ConformanceContext): Promise<void> {
  const values = hardStart(hardProgram(context.seed));
  const { result } = await solveHard(context, { start: { values }, limits: { timeSeconds: 0.3, relativeGap: 0 } });
  claim(hasIncumbent(result), `the start is a point, got ${result.termination.reason}`);
}

async function nodesEnd(context: ConformanceContext): Promise<void> {
  if (!context.solver().capabilities.nodeLimit) return;
  const limits = { nodes: 20, relativeGap: 0 };
  const first = await solveHard(context, { limits });
  const second = await solveHard(context, { limits });
  claimStopped(first.result, "node");
  claimClose(second.result.primalBound, first.result.primalBound, "primal bound of the second run");
  claimClose(second.result.dualBound, first.result.dualBound, "dual bound of the second run");
}

async function iterationsEnd(context: ConformanceContext): Promise<void> {
  if (context.solver().capabilities.iterationLimit !== true) return;
  const limits = { iterations: 3000, relativeGap: 0 };
  const first = await solveHard(context, { limits });
  const second = await solveHard(context, { limits });
  claimStopped(first.result, "iteration");
  const [iterations = 0] = [first.result.iterations];
  claim(iterations >= 3000 && iterations < 30_000, `wanted an end soon after 3,000 iterations, took ${iterations}`);
  claim(second.result.iterations === iterations, `took ${iterations} iterations, and then ${second.result.iterations}`);
  claimClose(second.result.primalBound, first.result.primalBound, "primal bound of the second run");
  claimClose(second.result.dualBound, first.result.dualBound, "dual bound of the second run");
  const free = await context.solver().solve(generalProgram(new Draws(context.seed)), { level: 0 });
  claim(free.iterations !== undefined, "a backend with a limit of iterations has to tell them");
}

async function cancelEnds(context: ConformanceContext): Promise<void> {
  const controller = new AbortController();
  let cancelledAt = Infinity;
  const timer = setTimeout(() => {
    cancelledAt = performance.now();
    controller.abort();
  }, 400);
  const { result } = await solveHard(context, {
    signal: controller.signal,
    limits: { relativeGap: 0, timeSeconds: 20 },
  });
  clearTimeout(timer);
  const seconds = (performance.now() - cancelledAt) / 1000;
  claimStopped(result, "interrupted");
  claim(
    seconds <= LATEST_AFTER_CANCEL,
    `wanted an answer ${LATEST_AFTER_CANCEL} s after the cancel, took ${seconds} s`,
  );
}

async function cancelledBefore(context: ConformanceContext): Promise<void> {
  const { result } = await solveHard(context, { signal: AbortSignal.abort() });
  claimStopped(result, "interrupted");
}

async function progressIsMonotone(context: ConformanceContext): Promise<void> {
  const seen: SolveProgress[] = [];
  await solveHard(context, {
    onProgress: (progress) => seen.push(progress),
    limits: { timeSeconds: 0.8, relativeGap: 0 },
  });
  for (const [k, { dualBound, primalBound, elapsedSeconds }] of seen.entries()) {
    const before = seen[k - 1];
    if (before === undefined) continue;
    claim(elapsedSeconds >= before.elapsedSeconds, "time went back");
    claim(dualBound >= before.dualBound - 1e-6, `dual bound fell from ${before.dualBound} to ${dualBound}`);
    claim(primalBound <= before.primalBound + 1e-6, `primal bound rose from ${before.primalBound} to ${primalBound}`);
  }
}

async function rightAfterStop(context: ConformanceContext): Promise<void> {
  await solveHard(context, { limits: { timeSeconds: 0.1, relativeGap: 0 } });
  for (let k = 0; k < 5; k++) await claimAgrees(context.solver(), generalProgram(new Draws(k)), { level: 0 });
}

async function twoAtOnce(context: ConformanceContext): Promise<void> {
  const programs = [1, 2, 3].map((seed) => generalProgram(new Draws(seed)));
  await Promise.all(programs.map((program) => claimAgrees(context.solver(), program, { level: 0 })));
}

async function limitNotReached(context: ConformanceContext): Promise<void> {
  const program = generalProgram(new Draws(11));
  const options: SolveOptions = { level: 0, limits: { timeSeconds: 30 } };
  const result = await context.solver().solve(program, options);
  claim(result.reproducible, "a solve that ended before its limit must be reproducible");
  await claimAgrees(context.solver(), program, options);
}
