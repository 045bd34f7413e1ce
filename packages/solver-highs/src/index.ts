/** Solver backend on HiGHS in WebAssembly. */
export { createHighsSolver } from "./highs-solver.ts";
