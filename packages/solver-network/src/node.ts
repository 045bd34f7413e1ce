/** Solver backend on the flow network of a program, for Node. */
export { createNetworkSolver } from "./node/network-solver.ts";
