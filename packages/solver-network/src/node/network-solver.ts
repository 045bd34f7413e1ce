import type { Solver } from "@lungang/program";
import { createNetworkSolver as createSolverIn } from "../network-solver.ts";
import type { KernelOptions } from "../settings.ts";

/**
 * Returns a solver on the flow network of a program that lets Node's events in between, see `createNetworkSolver` of the
 * main door.
 *
 * @public
 */
export function createNetworkSolver(options: KernelOptions): Solver {
  return createSolverIn({ ...options, yieldToEventLoop: () => new Promise((resolve) => setImmediate(resolve)) });
}
