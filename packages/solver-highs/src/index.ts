/** Solver backend on HiGHS in WebAssembly; whoever composes gives it a worker. */
export type { HighsOptions } from "./highs-solver.ts";
export { createHighsSolver } from "./highs-solver.ts";
