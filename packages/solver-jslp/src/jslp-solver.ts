import type { Solver } from "@lungang/program";
import { createCheckedSolver } from "@lungang/program";
import { JslpEngine } from "./engine.ts";

/** Options of {@link createJslpSolver}. */
export interface JslpOptions {
  /**
   * Programs with more columns are refused; time and memory grow with the square of their number.
   *
   * @defaultValue 1000
   */
  readonly maxColumns?: number;
}

const DEFAULT_MAX_COLUMNS = 1000;

/**
 * Returns a solver on javascript-lp-solver, which runs in a worker thread of its own: pure JavaScript, for small programs
 * and as a second opinion.
 *
 * It gives no bounds before its search is complete, no relaxations and no node limit; a time limit is no answer.
 */
export function createJslpSolver(options: JslpOptions = {}): Solver {
  return createCheckedSolver(new JslpEngine(options.maxColumns ?? DEFAULT_MAX_COLUMNS));
}
