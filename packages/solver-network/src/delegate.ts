import type {
  EngineAnswer,
  EngineTask,
  Level,
  LinearProgram,
  SolveOptions,
  Solver,
  SolveResult,
} from "@lungang/program";
import { hasIncumbent } from "@lungang/program";

/** Added to the seed where a second opinion is asked for. */
const OTHER_SEED = 104_729;

/** Solves a task as it is with another backend; the raw status says so. */
export async function delegate(finisher: Solver, task: EngineTask, why: string): Promise<EngineAnswer> {
  const { program, level } = withLevel(task);
  const { limits, configuration, seed, onProgress } = task;
  const options: SolveOptions = {
    level,
    cuts: task.cuts,
    columnLower: task.columnLower,
    columnUpper: task.columnUpper,
    relaxation: task.relaxation,
    interior: task.interior,
    limits: { relativeGap: limits.relativeGap, absoluteGap: limits.absoluteGap, ...finiteLimits(task) },
    seed: configuration === 1 ? seed + OTHER_SEED : seed,
    ...(task.start === undefined ? {} : { start: task.start }),
    ...(task.signal === undefined ? {} : { signal: task.signal }),
    ...(onProgress === undefined ? {} : { onProgress }),
  };
  const answer = answerOf(await finisher.solve(program, options));
  return { ...answer, rawStatus: `${finisher.name} alone (${why}): ${answer.rawStatus}` };
}

/** Returns the limits of a task that are any. */
export function finiteLimits({ limits }: EngineTask): { timeSeconds?: number; nodes?: number } {
  const { timeSeconds, nodes } = limits;
  return {
    ...(Number.isFinite(timeSeconds) ? { timeSeconds } : {}),
    ...(Number.isFinite(nodes) ? { nodes } : {}),
  };
}

const withLevels = new WeakMap<Level, LinearProgram>();

/** A task may have a level that is none of its program's; the same one gets the same program object every time. */
function withLevel({ program, level }: EngineTask): { program: LinearProgram; level: number } {
  const number = program.levels.indexOf(level);
  if (number >= 0) return { program, level: number };
  const known = withLevels.get(level);
  if (known !== undefined && known.starts === program.starts) return { program: known, level: 0 };
  const made = { ...program, levels: [level] };
  withLevels.set(level, made);
  return { program: made, level: 0 };
}

function answerOf(result: SolveResult): EngineAnswer {
  const { termination, rawStatus } = result;
  const known = {
    rawStatus,
    ...(result.proof === "none" ? {} : { dualBound: result.dualBound }),
    ...(hasIncumbent(result) ? { values: result.values } : {}),
    ...(hasIncumbent(result) && result.rowPrices !== undefined ? { rowPrices: result.rowPrices } : {}),
    ...(result.start?.token === undefined ? {} : { token: result.start.token }),
  };
  if ("limit" in termination) return { ...known, status: "stopped", limit: termination.limit };
  if (termination.reason === "optimal") return { ...known, status: "optimal" };
  return { rawStatus, status: termination.reason };
}
