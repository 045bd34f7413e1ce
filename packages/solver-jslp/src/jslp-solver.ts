import type { Solver, WorkerHost } from "@lungang/program";
import { createCheckedSolver } from "@lungang/program";
import { JslpEngine } from "./engine.ts";

/**
 * Which programs a solver on javascript-lp-solver takes.
 *
 * @public
 */
export interface JslpLimits {
  /**
   * Programs with more columns are refused; time and memory grow with the square of their number.
   *
   * @defaultValue 1000
   */
  readonly maxColumns?: number;
}

/**
 * What a solver on javascript-lp-solver needs of whoever composes.
 *
 * @public
 */
export interface JslpOptions extends JslpLimits {
  /**
   * Runs `jslp-worker.js` of this package; the solver owns it and closes it. What the library has when its time is over is
   * worth nothing, so there is nothing to wait for: its patience should be short.
   */
  readonly host: WorkerHost;
}

const DEFAULT_MAX_COLUMNS = 1000;

/**
 * Returns a solver on javascript-lp-solver, which runs in a worker of its own: pure JavaScript, for small programs and as
 * a second opinion. `@lungang/solver-jslp/node` has one that is ready for Node.
 *
 * It gives no bounds before its search is complete, no relaxations and no node limit; a time limit is no answer.
 *
 * @public
 */
export function createJslpSolver({ host, maxColumns = DEFAULT_MAX_COLUMNS }: JslpOptions): Solver {
  return createCheckedSolver(new JslpEngine(host, maxColumns));
}
