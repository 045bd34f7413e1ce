/** Solver backend on HiGHS in WebAssembly, in a worker thread of Node. */
export { createHighsSolver } from "./node/highs-solver.ts";
