/** Solver backend on the flow network of a program. */
export type { NetworkSolverOptions } from "./settings.ts";
export { createNetworkSolver } from "./network-solver.ts";
