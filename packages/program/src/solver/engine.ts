import type { Cut, Level, LinearProgram } from "../linear/program.ts";
import type { ColumnRanges, Limit, SolverCapabilities, SolveStart } from "./port.ts";

/**
 * When an engine has to stop; every limit is given, `Infinity` where there is none.
 *
 * @public
 */
export interface EngineLimits {
  readonly timeSeconds: number;
  readonly nodes: number;
  readonly iterations: number;
  readonly relativeGap: number;
  readonly absoluteGap: number;
}

/** 0: the best settings; 1: settings as different as the engine has, for a second opinion. */
export type Configuration = 0 | 1;

/**
 * Bounds of a running engine, the level's offset included.
 *
 * @public
 */
export interface EngineProgress {
  readonly primalBound: number;
  readonly dualBound: number;
  readonly nodes?: number;
}

/**
 * One solve as an engine sees it: everything is filled in and valid.
 *
 * Shapes: `columnLower` and `columnUpper` have one entry a column; `level.cost` too.
 *
 * @public
 */
export interface EngineTask {
  readonly program: LinearProgram;
  /** Not always one of the program's levels: a confirmation of infeasibility has costs of zero. */
  readonly level: Level;
  readonly columnLower: Float64Array;
  readonly columnUpper: Float64Array;
  readonly cuts: readonly Cut[];
  readonly relaxation: boolean;
  /** A relaxation may end inside its optimal face. */
  readonly interior: boolean;
  readonly start?: SolveStart;
  readonly limits: EngineLimits;
  readonly seed: number;
  readonly configuration: Configuration;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: EngineProgress) => void;
}

/**
 * What an engine claims; nothing of it is believed before it is checked.
 *
 * @public
 */
export interface EngineAnswer {
  readonly status: "optimal" | "stopped" | "infeasible" | "unbounded" | "infeasibleOrUnbounded";
  /** Why it stopped; given if and only if the status is `stopped`. */
  readonly limit?: Limit;
  readonly rawStatus: string;
  /** Best point known, if any. Shapes: one entry a column. */
  readonly values?: Float64Array;
  /** Bound that the engine proved, the level's offset included. */
  readonly dualBound?: number;
  /** Of an integer solve. */
  readonly iterations?: number;
  /** Relaxations. Shapes: one entry a row, then one a cut; sign as in `SolvedResult.rowPrices`. */
  readonly rowPrices?: Float64Array;
  /** Integer solves: bounds that every point at most as large as `values` keeps. */
  readonly ranges?: ColumnRanges;
  /** For a later solve of the same program. */
  readonly token?: unknown;
}

/**
 * A backend without guards; {@link createCheckedSolver} puts them on.
 *
 * @public
 */
export interface Engine {
  readonly name: string;
  readonly version: string;
  readonly capabilities: SolverCapabilities;
  /** `bound`: reports dual bounds; `search`: only a completed search proves anything. */
  readonly proof: "bound" | "search";
  /** Rejects if the engine broke; the caller tries once more with the other configuration. */
  run(task: EngineTask): Promise<EngineAnswer>;
  /** See `Solver.prepare`. */
  prepare?(): void;
  close(): Promise<void>;
}

/** A solve with everything filled in, apart from what differs between its attempts. */
export type SolveRequest = Omit<EngineTask, "configuration">;
