import type { Cut, LinearProgram } from "../linear/program.ts";

/**
 * Which limit ended a solve.
 *
 * @public
 */
export type Limit = "time" | "node" | "iteration" | "objective" | "interrupted" | "other";

/**
 * Why a solve ended. A limit is named if and only if one stopped it.
 *
 * @public
 */
export type Termination =
  /** Proven within the gap that was asked for. */
  | { readonly reason: "optimal" }
  /** An incumbent, not proven within the gap. */
  | { readonly reason: "feasible"; readonly limit: Limit }
  /** Nothing found; says nothing about feasibility. */
  | { readonly reason: "noSolutionFound"; readonly limit: Limit }
  /** Proven to have no feasible point, and confirmed by a second configuration. */
  | { readonly reason: "infeasible" }
  | { readonly reason: "unbounded" }
  | { readonly reason: "infeasibleOrUnbounded" };

/**
 * What a backend can do. An option that a backend cannot honour is refused with {@link UnsupportedModelError}.
 *
 * @public
 */
export interface SolverCapabilities {
  /** Can solve the relaxation and returns reduced costs and row prices. */
  readonly relaxation: boolean;
  /** Uses the point or basis of `start`. */
  readonly warmStart: boolean;
  readonly nodeLimit: boolean;
  /** Counts the iterations of integer solves, and ends them at a limit. @defaultValue false */
  readonly iterationLimit?: boolean;
  readonly continuousColumns: boolean;
  /**
   * Solves an integer program from its whole size by itself, and returns row prices with its bound where it found any; a
   * chain then asks for no relaxation. @defaultValue false
   */
  readonly wholeLevels?: boolean;
  /** Largest number of columns accepted. */
  readonly maxColumns: number;
  /**
   * Greatest coefficient of a row or a cut accepted, in absolute value. What rounds confuses 1 and 0 beside larger ones,
   * and then calls optimal or infeasible what is not: the limit is one up to which answers were found right.
   */
  readonly greatestCoefficient: number;
  /** Greatest coefficient beside which an optimum is believed at once; where there are larger ones it is asked for twice. */
  readonly trustedCoefficient: number;
}

/**
 * When a solve has to stop.
 *
 * @public
 */
export interface SolveLimits {
  /** Seconds; the answer comes at most 2 s later. @defaultValue no limit */
  readonly timeSeconds?: number;
  /** Branch-and-bound nodes; keeps the result reproducible. @defaultValue no limit */
  readonly nodes?: number;
  /**
   * Iterations of the linear programs in an integer solve: work, where nodes may differ a thousandfold. An integer solve ends
   * at the next place where it looks, which may be some thousands later; a relaxation has no such limit. Keeps the result
   * reproducible. @defaultValue no limit
   */
  readonly iterations?: number;
  /** Stop when the relative gap is at most this. @defaultValue 1e-4 */
  readonly relativeGap?: number;
  /** Stop when the absolute gap is at most this, in units of the level. @defaultValue 0 */
  readonly absoluteGap?: number;
}

/**
 * A hint from an earlier solve; a hint, never a constraint: it may change how fast an answer comes and nothing else.
 *
 * @public
 */
export interface SolveStart {
  /** A point from anywhere, of this program or of one that was a little different; it need not be feasible. */
  readonly values?: Float64Array;
  /**
   * Prices near which good ones are supposed, for example those of a solve before a change. Shapes: one entry a row of
   * the program, then one a cut; sign as in {@link SolvedResult.rowPrices}; 0 where nothing is known.
   */
  readonly rowPrices?: Float64Array;
  /** What this backend gave for the same program. */
  readonly token?: unknown;
}

/**
 * What a running solve tells.
 *
 * @public
 */
export interface SolveProgress {
  readonly elapsedSeconds: number;
  readonly primalBound: number;
  readonly dualBound: number;
  readonly nodes?: number;
}

/**
 * Options of one solve.
 *
 * @public
 */
export interface SolveOptions {
  /** Number of the level to minimise. */
  readonly level: number;
  /** Rows that hold in this solve only. */
  readonly cuts?: readonly Cut[];
  /** Bounds that hold in this solve only; shapes: one entry a column. */
  readonly columnLower?: Float64Array;
  readonly columnUpper?: Float64Array;
  readonly start?: SolveStart;
  /** Drop integrality; the result then has reduced costs and row prices. @defaultValue false */
  readonly relaxation?: boolean;
  /**
   * A relaxation may end inside its optimal face, as an interior point method does: several times faster on large
   * degenerate programs, and without a basis to go on from. A backend without such a method returns a corner.
   *
   * @defaultValue false
   */
  readonly interior?: boolean;
  /**
   * Whoever asks only tries, and believes no "infeasible": such an answer is not confirmed by a second solve.
   *
   * @defaultValue false
   */
  readonly trial?: boolean;
  readonly limits?: SolveLimits;
  /** @defaultValue 0 */
  readonly seed?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: SolveProgress) => void;
}

interface ResultBase {
  /** Objective of the incumbent, `Infinity` if there is none. */
  readonly primalBound: number;
  /** Proven limit that no point can beat, `-Infinity` if nothing is proven. */
  readonly dualBound: number;
  /** {@link relativeGap} of the two bounds. */
  readonly relativeGap: number;
  /** The backend's literal words. */
  readonly rawStatus: string;
  /** `bound`: the backend reported a dual bound; `search`: a completed search is the proof. */
  readonly proof: "bound" | "search" | "none";
  /** Iterations of an integer solve, where the backend counts them. */
  readonly iterations?: number;
  /** False where the clock or a kill ended the solve. */
  readonly reproducible: boolean;
  /** For a later solve of the same program. */
  readonly start?: SolveStart;
}

/**
 * Narrower bounds of some columns. Shapes: one entry a column that has them.
 *
 * @public
 */
export interface ColumnRanges {
  readonly columns: Int32Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/**
 * A result with an incumbent.
 *
 * @public
 */
export interface SolvedResult extends ResultBase {
  readonly termination: Extract<Termination, { reason: "optimal" | "feasible" }>;
  /** Shapes: one entry a column; integer columns are exact integers unless the relaxation was asked for. */
  readonly values: Float64Array;
  /** Relaxations only. Shapes: one entry a column; sign: positive where the column is held at its lower bound. */
  readonly reducedCosts?: Float64Array;
  /**
   * Relaxations, and integer solves of a backend with `wholeLevels`, where the prices prove a bound that may be below
   * `dualBound`. Shapes: one entry a row of the program, then one a cut; sign: positive where the row is held at its
   * lower bound, so that reduced cost = cost - Σ price x coefficient.
   */
  readonly rowPrices?: Float64Array;
  /** Integer solves: bounds that every point with a value of at most `primalBound` keeps, where the backend found any. */
  readonly ranges?: ColumnRanges;
}

/**
 * A result without an incumbent.
 *
 * @public
 */
export interface UnsolvedResult extends ResultBase {
  readonly termination: Exclude<Termination, { reason: "optimal" | "feasible" }>;
}

/**
 * What a solve returns; infeasible is an answer and not an exception.
 *
 * @public
 */
export type SolveResult = SolvedResult | UnsolvedResult;

/**
 * A backend behind the port.
 *
 * @public
 */
export interface Solver {
  readonly name: string;
  /** Name and version of what is inside, for the manifest. */
  readonly version: string;
  readonly capabilities: SolverCapabilities;
  /**
   * @throws {UnsupportedModelError} if the program or an option is outside the capabilities
   * @throws {SolverFailedError} if the backend broke
   */
  solve(program: LinearProgram, options: SolveOptions): Promise<SolveResult>;
  /** Starts in the background what the first solve would wait for, such as a worker; changes no answer. */
  prepare?(): void;
  /** Ends worker threads; a later solve starts new ones. */
  close(): Promise<void>;
}

/**
 * The backend lacks what was asked of it.
 *
 * @public
 */
export class UnsupportedModelError extends Error {
  override readonly name = "UnsupportedModelError";
}

/**
 * The backend broke or returned something that fails the check.
 *
 * @public
 */
export class SolverFailedError extends Error {
  override readonly name = "SolverFailedError";
}

/**
 * Returns whether a result carries an incumbent.
 *
 * @public
 */
export function hasIncumbent(result: SolveResult): result is SolvedResult {
  return result.termination.reason === "optimal" || result.termination.reason === "feasible";
}

/**
 * Returns `|primal - dual| / |primal|`: 0 where both are equal, `Infinity` where it is undefined.
 *
 * One formula for every backend; a value at 0 is proven only by a bound of 0.
 *
 * @public
 */
export function relativeGap(primalBound: number, dualBound: number): number {
  if (primalBound === dualBound) return 0;
  if (!Number.isFinite(primalBound) || !Number.isFinite(dualBound) || primalBound === 0) return Infinity;
  return Math.abs(primalBound - dualBound) / Math.abs(primalBound);
}
