/** Solver backend on javascript-lp-solver, in a worker thread of Node. */
export { createJslpSolver } from "./node/jslp-solver.ts";
