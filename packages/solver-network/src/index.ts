/** Solver backend on the flow network of a program; whoever composes gives it a finisher and a way to yield. */
export { createNetworkSolver } from "./network-solver.ts";
export type { KernelOptions, NetworkSolverOptions } from "./settings.ts";
