import type { Solver, WorkerHost } from "@lungang/program";
import { createCheckedSolver } from "@lungang/program";
import { HighsEngine } from "./engine.ts";

/**
 * What a solver on HiGHS needs of whoever composes.
 *
 * @public
 */
export interface HighsOptions {
  /** Runs a worker of this package, such as `node/highs-worker.js`; the solver owns it and closes it. */
  readonly host: WorkerHost;
}

/**
 * Returns a solver on HiGHS, which runs in a worker of its own. `@lungang/solver-highs/node` has one that is ready for
 * Node.
 *
 * The worker is started at the first solve and stays warm; solves of one solver are served one after another. The
 * matrix of a program is sent once; relaxations of the same program object keep their model loaded and go on from the
 * basis in `start.token`. Integer solves start from `start.values`. Call `close()` to give the memory back.
 *
 * @public
 */
export function createHighsSolver({ host }: HighsOptions): Solver {
  return createCheckedSolver(new HighsEngine(host));
}
