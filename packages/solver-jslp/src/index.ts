/** Solver backend on javascript-lp-solver; whoever composes gives it a worker. */
export type { JslpLimits, JslpOptions } from "./jslp-solver.ts";
export { createJslpSolver } from "./jslp-solver.ts";
