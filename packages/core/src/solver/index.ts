/** The port of the solvers and the guards that every backend gets. */
export { attainableBound, pricedBound } from "./bounds.ts";
export type { PricedBound } from "./bounds.ts";
export { createCheckedSolver } from "./checked.ts";
export type { Engine, EngineAnswer, EngineLimits, EngineProgress, EngineTask } from "./engine.ts";
export { checkPoint, FEASIBILITY_TOLERANCE, INTEGRALITY_TOLERANCE } from "./point.ts";
export type { PointRules, PointVerdict } from "./point.ts";
export { hasIncumbent, relativeGap, SolverFailedError, UnsupportedModelError } from "./port.ts";
export type {
  ColumnRanges,
  Limit,
  SolvedResult,
  SolveLimits,
  SolveOptions,
  SolveProgress,
  Solver,
  SolverCapabilities,
  SolveResult,
  SolveStart,
  Termination,
  UnsolvedResult,
} from "./port.ts";
