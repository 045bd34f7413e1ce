import type { Solver } from "@lungang/program";

/**
 * One test as data, for any test runner.
 *
 * @public
 */
export interface ConformanceCase {
  readonly name: string;
  readonly run: () => Promise<void>;
}

/** What the cases share: one warm solver. */
export interface ConformanceContext {
  readonly solver: () => Solver;
  readonly createSolver: () => Solver;
  readonly seed: number;
  /** Programs drawn from each random family. */
  readonly programs: number;
  /** Seconds after which a test model counts as not solved. */
  readonly patience: number;
}
