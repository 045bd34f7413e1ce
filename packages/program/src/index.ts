export type { AgainOptions, AgainResult } from "./chain/again.ts";
export { solveChainAgain } from "./chain/again.ts";
export { blendWeights, blendedLevel } from "./chain/blend.ts";
export type {
  BlendOutcome,
  ChainOptions,
  ChainProgress,
  ChainResult,
  ChainStart,
  LevelOutcome,
} from "./chain/chain-types.ts";
export { solveChain } from "./chain/chain.ts";
export type { ClosedLevel, ClosingOptions } from "./chain/closing.ts";
export { closedLevels } from "./chain/closing.ts";
export type { ColumnBounds, Face, PricedLevel } from "./chain/face.ts";
export { fixByReducedCost, narrowBounds } from "./chain/face.ts";
export { cutActivity, rowActivity } from "./linear/activity.ts";
export type { ColumnSpec, LabelRef, LevelSpec, RowSpec } from "./linear/builder.ts";
export { NO_NODE, ProgramBuilder } from "./linear/builder.ts";
export type { ElasticProgram } from "./linear/elastic.ts";
export { elasticProgram } from "./linear/elastic.ts";
export { writeLp } from "./linear/lp.ts";
export { NO_MATCH, matchLabels } from "./linear/match-labels.ts";
export { writeMps } from "./linear/mps.ts";
export type { Cut, LabelGroup, LabelTable, Level, LinearProgram } from "./linear/program.ts";
export { ROW_NODE, ROW_SIDE, labelOf, levelValue } from "./linear/program.ts";
export type { RestrictedProgram, Restriction } from "./linear/restrict.ts";
export { restrictProgram } from "./linear/restrict.ts";
export type { Ask, NearbyOptions, NearbyPoint } from "./nearby/nearby-points.ts";
export { nearbyPoints } from "./nearby/nearby-points.ts";
export type { Change } from "./nearby/residual.ts";
export type { PricedBound } from "./solver/bounds.ts";
export { attainableBound, pricedBound } from "./solver/bounds.ts";
export { createCheckedSolver } from "./solver/checked.ts";
export type { Engine, EngineAnswer, EngineLimits, EngineProgress, EngineTask } from "./solver/engine.ts";
export type { PointRules, PointVerdict } from "./solver/point.ts";
export { FEASIBILITY_TOLERANCE, INTEGRALITY_TOLERANCE, checkPoint } from "./solver/point.ts";
export type {
  ColumnRanges,
  Limit,
  SolveLimits,
  SolveOptions,
  SolveProgress,
  SolveResult,
  SolveStart,
  SolvedResult,
  Solver,
  SolverCapabilities,
  Termination,
  UnsolvedResult,
} from "./solver/port.ts";
export { SolverFailedError, UnsupportedModelError, hasIncumbent, relativeGap } from "./solver/port.ts";
export type {
  Patience,
  WorkerCall,
  WorkerContext,
  WorkerHost,
  WorkerModule,
  WorkerOutcome,
} from "./solver/worker-host.ts";
