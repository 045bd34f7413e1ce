import type { LinearProgram } from "../linear/program.ts";
import type { ColumnRanges, Limit, Solver, SolveStart } from "../solver/port.ts";
import type { Effort } from "./effort.ts";
import type { Face, LevelPrices, PricedLevel } from "./face.ts";

/** What every level of a chain is solved with. */
export interface LevelSetting {
  readonly program: LinearProgram;
  readonly solver: Solver;
  readonly effort: Effort;
  readonly seed: number;
  readonly relativeGap: number;
  readonly nodes: number | undefined;
  /** Relaxations may end inside their optimal face. */
  readonly interior: boolean;
  /** Nobody believes that the level has no point: it may stand on a supposition. */
  readonly trial: boolean;
  readonly signal: AbortSignal | undefined;
  readonly report: (
    step: "relaxation" | "integer" | "proof",
    bounds?: { primalBound: number; dualBound: number },
  ) => void;
}

/** Where a level starts from. */
export interface LevelStart {
  readonly face: Face;
  readonly incumbent: Float64Array | undefined;
  /** A point of a like program, feasible or not, to look near while there is none. Shapes: one entry a column. */
  readonly near?: Float64Array | undefined;
  readonly token: SolveStart | undefined;
  /** Prices of a like program, to start from. */
  readonly prices?: LevelPrices | undefined;
}

/** What is known of a level when its solve ends. */
export interface LevelEnd {
  readonly status: "solved" | "infeasible" | "stopped";
  readonly limit?: Limit;
  readonly incumbent: Float64Array | undefined;
  readonly value: number;
  readonly dualBound: number;
  /** A bound with reduced costs from which columns can be held in later levels. */
  readonly priced: PricedLevel | undefined;
  /** Bounds that every point at most as large as `value` keeps. */
  readonly ranges?: ColumnRanges;
  readonly token: SolveStart | undefined;
  readonly reproducible: boolean;
}
