import type { Solver } from "@lungang/program";
import { createNodeWorkerHost } from "@lungang/program/node";
import type { JslpLimits } from "../jslp-solver.ts";
import { createJslpSolver as createSolverIn } from "../jslp-solver.ts";

/**
 * Returns a solver on javascript-lp-solver in a worker thread of Node, see `createJslpSolver` of the main door.
 *
 * @public
 */
export function createJslpSolver(limits: JslpLimits = {}): Solver {
  const module = new URL("../jslp-worker.js", import.meta.url);
  return createSolverIn({ ...limits, host: createNodeWorkerHost(module, { afterLimit: 0.05, afterCancel: 0 }) });
}
