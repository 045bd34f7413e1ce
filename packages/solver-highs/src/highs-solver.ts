import type { Solver } from "@lungang/program";
import { createCheckedSolver } from "@lungang/program";
import { HighsEngine } from "./engine.ts";

/**
 * Returns a solver on HiGHS, which runs in a worker thread of its own.
 *
 * The worker is started at the first solve and stays warm; solves of one solver are served one after another. The
 * matrix of a program is sent once; relaxations of the same program object keep their model loaded and go on from the
 * basis in `start.token`. Integer solves start from `start.values`. Call `close()` to give the memory back.
 */
export function createHighsSolver(): Solver {
  return createCheckedSolver(new HighsEngine());
}
