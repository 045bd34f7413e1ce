import type { Cut, LinearProgram, SolveLimits, SolveResult, Solver } from "@lungang/program";
import { hasIncumbent } from "@lungang/program";
import type { HardRules } from "../market/hard-rules.ts";
import type { Market, Placement } from "../market/market.ts";
import { LEVEL_BLOCKING, LEVEL_WISHES } from "./context.ts";
import { formulateStable } from "./formulate.ts";

/** What the program is solved with. */
export interface StableOptions {
  readonly solver: Solver;
  /** Limits of each of the two solves. @defaultValue none, and a gap of 0 */
  readonly limits?: SolveLimits;
  readonly signal?: AbortSignal;
}

/** A placement with the fewest blocking pairs that the solver found. */
export interface StablePlacement {
  readonly status: "solved";
  readonly placement: Placement;
  /** Blocking pairs, and what no placement that keeps the hard rules can be below. */
  readonly blocking: { readonly value: number; readonly dualBound: number };
  /** Sum of places in the lists, among placements with as few blocking pairs. */
  readonly wishes: { readonly value: number; readonly dualBound: number };
  /** Whether both levels are proven. */
  readonly isProven: boolean;
}

/** What the program gave; that no placement keeps the hard rules is an answer. */
export type StableResult =
  StablePlacement | { readonly status: "infeasible" } | { readonly status: "stopped"; readonly reason: string };

/**
 * Finds the placement with the fewest blocking pairs under hard rules, then the best one by places in the lists.
 *
 * With couples, regional limits and the like a placement without blocking pairs may not exist (Roth 1984), and to find one
 * is hard in general; hence an integer program.
 */
export async function solveStable(market: Market, rules: HardRules, options: StableOptions): Promise<StableResult> {
  const { program, placementOf } = formulateStable(market, rules);
  const first = await solveLevel(program, { level: LEVEL_BLOCKING, cuts: [], options });
  if (!hasIncumbent(first)) return withoutPlacement(first);
  const cut = levelCut(program, first.primalBound);
  const second = await solveLevel(program, { level: LEVEL_WISHES, cuts: [cut], options, start: first.values });
  if (!hasIncumbent(second)) return withoutPlacement(second);
  return {
    status: "solved",
    placement: placementOf(second.values),
    blocking: { value: Math.round(first.primalBound), dualBound: attainable(first.dualBound) },
    wishes: { value: Math.round(second.primalBound), dualBound: attainable(second.dualBound) },
    isProven: first.termination.reason === "optimal" && second.termination.reason === "optimal",
  };
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
  const cost = program.levels[LEVEL_BLOCKING]?.cost ?? new Float64Array(0);
  const columns = Int32Array.from(cost.keys()).filter((column) => cost[column] !== 0);
  return {
    lower: -Infinity,
    upper: value,
    columns,
    values: Float64Array.from(columns, (column) => cost[column] as number),
  };
}

function withoutPlacement(result: SolveResult): StableResult {
  const { reason } = result.termination;
  return reason === "infeasible" ? { status: "infeasible" } : { status: "stopped", reason };
}
