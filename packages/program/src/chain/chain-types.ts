import type { ColumnRanges, Limit, Solver } from "../solver/port.ts";
import type { LevelPrices } from "./face.ts";

/**
 * One level when the chain has ended.
 *
 * @public
 */
export interface LevelOutcome {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  readonly dualBound: number;
  readonly relativeGap: number;
  readonly reason: "optimal" | "feasible";
  readonly limit?: Limit;
}

/**
 * The weighted sum of the levels at the point of a chain, and what no point can be below; in units of the sum.
 *
 * @public
 */
export interface BlendOutcome {
  readonly value: number;
  readonly dualBound: number;
  readonly relativeGap: number;
}

/**
 * What a chain of levels gives.
 *
 * @public
 */
export type ChainResult =
  | {
      readonly status: "solved";
      readonly values: Float64Array;
      readonly levels: readonly LevelOutcome[];
      readonly reproducible: boolean;
      /** Whether no other point has the same level values. */
      readonly unique: boolean;
      /** Prices that prove bounds of the levels, for a like program. Shapes: one entry a level. */
      readonly prices: readonly (LevelPrices | undefined)[];
      /**
       * Bounds of columns that every point keeps which keeps a level and those before it, where searches or relaxations
       * of counters found any beyond what prices say. Shapes: one entry a level.
       */
      readonly ranges: readonly (ColumnRanges | undefined)[];
      /**
       * The first blend, over all levels but those that then stood at their trivial bound; present where it was solved.
       * It weighs by one set of weights and knows of no order: its gap speaks of all levels in one piece.
       */
      readonly blend?: BlendOutcome;
    }
  | { readonly status: "infeasible"; readonly levels: readonly LevelOutcome[] }
  | { readonly status: "stopped"; readonly limit: Limit; readonly levels: readonly LevelOutcome[] };

/**
 * What is known from a like program; hints, of which none decides an answer.
 *
 * @public
 */
export interface ChainStart {
  /** A point, feasible or not. Shapes: one entry a column. */
  readonly values: Float64Array;
  /** Shapes: one entry a level. */
  readonly prices: readonly (LevelPrices | undefined)[];
}

/**
 * What a chain is solved with.
 *
 * @public
 */
export interface ChainOptions {
  readonly solver: Solver;
  readonly seed?: number;
  /** Seconds for all levels together. */
  readonly timeSeconds?: number | undefined;
  /**
   * Largest share of the time and the iterations left that one level may use; the last level, and one that has found no point yet, may use
   * all of it.
   *
   * @defaultValue 1/2
   */
  readonly levelShare?: number | undefined;
  /**
   * Iterations of all integer solves together, parted as the time is; the levels left when they are over keep the point in
   * hand with the bound of their relaxation. Keeps the result reproducible.
   *
   * @defaultValue no limit
   */
  readonly iterations?: number | undefined;
  /** Branch-and-bound nodes of each solve. */
  readonly nodes?: number | undefined;
  /** @defaultValue 1e-4 */
  readonly relativeGap?: number | undefined;
  /** Numbers of levels that are solved to the unit whatever the gap. @defaultValue none */
  readonly exact?: ReadonlySet<number> | undefined;
  /** Whether to ask if the plan is the only one. @defaultValue true */
  readonly proveUnique?: boolean | undefined;
  /**
   * Values of the levels at a point that this chain is compared with. Levels after the first that has another value decide
   * nothing between the two: they get few nodes and no relaxations for later levels, and state what that leaves open. Shapes:
   * one entry a level. @defaultValue all levels get the same effort
   */
  readonly comparedWith?: readonly (number | undefined)[] | undefined;
  /** The most that levels may be, by their number: every point has to keep it, from the first level on. */
  readonly atMost?: ReadonlyMap<number, number> | undefined;
  /** What is known from a like program. */
  readonly start?: ChainStart | undefined;
  readonly signal?: AbortSignal | undefined;
  /**
   * Before the first level, and before every level whose point is new, a weighted sum of the levels that are left is
   * minimised over what the levels before allow: a point near the optimum of each of them to start from. For programs
   * whose pure levels are too degenerate to be solved one by one.
   *
   * @defaultValue false
   */
  readonly blend?: boolean | undefined;
  /** Relaxations may end inside their optimal face, see `SolveOptions.interior`. @defaultValue false */
  readonly interior?: boolean | undefined;
  /**
   * Whoever asks only tries whether there is a point: that there is none is not confirmed by a second solve.
   *
   * @defaultValue false
   */
  readonly trial?: boolean | undefined;
  readonly onProgress?: ((progress: ChainProgress) => void) | undefined;
  /** Called when a level is over, with what is known of it then. */
  readonly onLevel?: ((outcome: LevelOutcome) => void) | undefined;
}

/**
 * What a running chain tells.
 *
 * @public
 */
export interface ChainProgress {
  readonly level: string;
  readonly index: number;
  readonly count: number;
  readonly step: "relaxation" | "integer" | "proof";
  readonly primalBound?: number;
  readonly dualBound?: number;
}
