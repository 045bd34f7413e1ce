import type { Solver } from "@lungang/program";

/**
 * What the kernel of the network backend works with, wherever it runs.
 *
 * @public
 */
export interface KernelOptions {
  /** Solves what is no network, and the small integer programs that prices leave over. */
  readonly finisher: Solver;
  /** Programs with at most this many free columns go to the finisher at once. @defaultValue 500 */
  readonly fewColumns?: number;
  /** Relaxations of at least this many free columns are sifted, others go to the finisher. @defaultValue 12,000 */
  readonly siftFrom?: number;
  /** Integer programs that prove with at most this many columns are solved at once. @defaultValue 6000 */
  readonly provable?: number;
  /** Columns of a relaxation that is sifted, beyond those without reduced cost. @defaultValue 4000 */
  readonly near?: number;
  /** Check the invariants of the simplex after every evaluation; for tests. @defaultValue false */
  readonly checkInvariants?: boolean;
}

/**
 * Settings of the network backend.
 *
 * @public
 */
export interface NetworkSolverOptions extends KernelOptions {
  /**
   * Lets waiting events in, so that a cancel is heard while the kernel runs on the calling thread, and resolves: the
   * fastest way that the platform has, for example `setImmediate` or a message to oneself. Called every 30 ms or so.
   */
  readonly yieldToEventLoop: () => Promise<void>;
}

/** The settings with everything filled in. */
export type Settings = Required<NetworkSolverOptions>;
