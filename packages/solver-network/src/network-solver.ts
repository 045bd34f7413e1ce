import type { Solver } from "@lungang/program";
import { createCheckedSolver } from "@lungang/program";
import type { NetworkSolverOptions } from "./settings.ts";
import { NetworkEngine } from "./engine.ts";

/**
 * Returns a solver that uses the flow network of a program.
 *
 * People, cells and schools are a flow; the rows across it get prices, and at any prices a network simplex proves a
 * bound and gives an integer flow. What prices leave over is solved by `finisher` on the few columns of small reduced
 * cost, which also takes programs without a network and all relaxations; the raw status says who did what. The kernel
 * runs on the calling thread and yields to the event loop between its evaluations of some milliseconds. A node limit
 * holds for each integer program of the finisher. `close()` closes the finisher. `@lungang/solver-network/node` has one
 * that yields in the way of Node.
 *
 * @public
 */
export function createNetworkSolver(options: NetworkSolverOptions): Solver {
  return createCheckedSolver(new NetworkEngine(options));
}
