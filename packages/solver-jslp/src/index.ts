/** Solver backend on javascript-lp-solver. */
export { createJslpSolver } from "./jslp-solver.ts";
export type { JslpOptions } from "./jslp-solver.ts";
