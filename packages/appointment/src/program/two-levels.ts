import type { Cut, LinearProgram, SolveLimits, SolveResult, Solver } from "@lungang/program";
import { hasIncumbent } from "@lungang/program";

/** What a program is solved with. */
export interface StableOptions {
  readonly solver: Solver;
  /** Limits of each of the two solves. @defaultValue none, and a gap of 0 */
  readonly limits?: SolveLimits;
  readonly signal?: AbortSignal;
}

/** Value of a level, and what no solution can be below. */
export interface LevelValue {
  readonly value: number;
  readonly dualBound: number;
}

/** A solution of two levels, the second among solutions with the value of the first. */
interface TwoLevels {
  readonly status: "solved";
  readonly values: Float64Array;
  readonly levels: readonly [LevelValue, LevelValue];
}

type Unsolved = { readonly status: "infeasible" } | { readonly status: "stopped"; readonly reason: string };

/** Solves the first level of a program, then the second one with the first held at its value; both count things. */
export async function solveTwoLevels(program: LinearProgram, options: StableOptions): Promise<TwoLevels | Unsolved> {
  const first = await solveLevel(program, { level: 0, cuts: [], options });
  if (!hasIncumbent(first)) return unsolved(first);
  const cut = levelCut(program, first.primalBound);
  const second = await solveLevel(program, { level: 1, cuts: [cut], options, start: first.values });
  if (!hasIncumbent(second)) return unsolved(second);
  return {
    status: "solved",
    values: second.values,
    levels: [valueOf(first), valueOf(second)],
  };
}

function valueOf({ primalBound, dualBound }: { readonly primalBound: number; readonly dualBound: number }): LevelValue {
  return { value: Math.round(primalBound), dualBound: attainable(dualBound) };
}

/** Both levels count: a bound below an integer proves the next one, and nothing is below 0. */
function attainable(bound: number): number {
  return Math.max(0, Math.ceil(bound - BOUND_TOLERANCE));
}

const BOUND_TOLERANCE = 1e-6;

interface LevelRun {
  readonly level: number;
  readonly cuts: readonly Cut[];
  readonly options: StableOptions;
  readonly start?: Float64Array;
}

function solveLevel(program: LinearProgram, { level, cuts, options, start }: LevelRun): Promise<SolveResult> {
  return options.solver.solve(program, {
    level,
    cuts,
    limits: { relativeGap: 0, ...options.limits },
    ...(start === undefined ? {} : { start: { values: start } }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  });
}

/** Keeps the first level at its value. */
function levelCut(program: LinearProgram, value: number): Cut {
  const cost = program.levels[0]?.cost ?? new Float64Array(0);
  const columns = Int32Array.from(cost.keys()).filter((column) => cost[column] !== 0);
  return {
    lower: -Infinity,
    upper: value,
    columns,
    values: Float64Array.from(columns, (column) => cost[column] as number),
  };
}

function unsolved(result: SolveResult): Unsolved {
  const { reason } = result.termination;
  return reason === "infeasible" ? { status: "infeasible" } : { status: "stopped", reason };
}
