import type { Solver } from "@lungang/program";
import { createNodeWorkerHost } from "@lungang/program/node";
import { createHighsSolver as createSolverIn } from "../highs-solver.ts";

/**
 * Returns a solver on HiGHS in a worker thread of Node, see `createHighsSolver` of the main door.
 *
 * @public
 */
export function createHighsSolver(): Solver {
  return createSolverIn({ host: createNodeWorkerHost(new URL("./highs-worker.js", import.meta.url)) });
}
