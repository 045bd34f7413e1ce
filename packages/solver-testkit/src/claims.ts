import type { LinearProgram, SolvedResult, SolveOptions, Solver, SolveResult } from "@lungang/program";
import { checkPoint, hasIncumbent, levelValue, relativeGap } from "@lungang/program";
import type { BruteForceOptions } from "./brute-force.ts";
import { bruteForce } from "./brute-force.ts";

/** Seconds after which a small program counts as not solved. */
const PATIENCE = 10;

/**
 * A backend broke the contract of the port.
 *
 * @public
 */
export class ConformanceError extends Error {
  override readonly name = "ConformanceError";
}

/**
 * Values with decimal data or continuous columns are compared within this, times the greater of 1 and the value.
 *
 * @public
 */
export const VALUE_TOLERANCE = 1e-6;

/** Throws if a claim does not hold. */
export function claim(holds: boolean, message: string): asserts holds {
  if (!holds) throw new ConformanceError(message);
}

/** Throws unless two values are equal within {@link VALUE_TOLERANCE}. */
export function claimClose(got: number, wanted: number, what: string): void {
  const isClose = got === wanted || Math.abs(got - wanted) <= VALUE_TOLERANCE * Math.max(1, Math.abs(wanted));
  claim(isClose, `${what} must be ${wanted}, got ${got}`);
}

/** Returns the result if it has an incumbent and keeps the contract. */
export function claimSolved(result: SolveResult, program: LinearProgram, options: SolveOptions): SolvedResult {
  claim(hasIncumbent(result), `wanted a point, got ${result.termination.reason} (${result.rawStatus})`);
  const verdict = checkPoint(
    {
      program,
      columnLower: options.columnLower ?? program.columnLower,
      columnUpper: options.columnUpper ?? program.columnUpper,
      cuts: options.cuts ?? [],
      relaxation: options.relaxation ?? false,
    },
    result.values,
  );
  claim(verdict.holds, `point fails the check: ${verdict.holds ? "" : verdict.why}`);
  if (options.relaxation !== true) {
    const fractional = result.values.findIndex((x, column) => program.integer[column] === 1 && !Number.isInteger(x));
    claim(fractional < 0, `column ${fractional} must be an exact integer, got ${result.values[fractional]}`);
  }
  const level = program.levels[options.level];
  claim(level !== undefined, `no level ${options.level}`);
  claimClose(result.primalBound, levelValue(level, result.values), "primal bound");
  claim(result.dualBound <= result.primalBound, `dual bound ${result.dualBound} above primal ${result.primalBound}`);
  claim(
    result.relativeGap === relativeGap(result.primalBound, result.dualBound),
    "relative gap is not the port's formula",
  );
  return result;
}

/** Solves with gap 0 and compares with exhaustive search. */
export async function claimAgrees(solver: Solver, program: LinearProgram, options: SolveOptions): Promise<void> {
  const wanted = bruteForce(program, forBruteForce(program, options));
  const withGap = { ...options, limits: { timeSeconds: PATIENCE, ...options.limits, relativeGap: 0 } };
  const result = await solver.solve(program, withGap);
  if (!wanted.feasible) {
    claim(result.termination.reason === "infeasible", `wanted infeasible, got ${result.termination.reason}`);
    return;
  }
  claim(result.termination.reason === "optimal", `wanted optimal ${wanted.value}, got ${result.termination.reason}`);
  const solved = claimSolved(result, program, withGap);
  claimClose(solved.primalBound, wanted.value, "optimum");
  claimClose(solved.dualBound, wanted.value, "dual bound at gap 0");
}

/** Rows of the family with infinite bounds keep its columns within this. */
const BOX = 8;

function forBruteForce(program: LinearProgram, options: SolveOptions): BruteForceOptions {
  const lower = options.columnLower ?? program.columnLower;
  const upper = options.columnUpper ?? program.columnUpper;
  return {
    level: options.level,
    columnLower: lower.map((bound) => (bound === -Infinity ? -BOX : bound)),
    columnUpper: upper.map((bound) => (bound === Infinity ? BOX : bound)),
    ...(options.cuts === undefined ? {} : { cuts: options.cuts }),
  };
}

/** Returns the error that a promise rejects with; throws if it does not. */
export async function claimRejects(promise: Promise<unknown>, name: string): Promise<void> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  claim(error instanceof Error && error.name === name, `wanted ${name}, got ${String(error)}`);
}
