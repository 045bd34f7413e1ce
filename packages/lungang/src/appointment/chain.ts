import type { MetresTo, Round, WithdrawnDecision } from "@lungang/appointment";

/** Rounds, each fixed before the next, with everything that they ask for. */
export interface Chain {
  readonly rounds: readonly Round[];
  readonly metres: MetresTo;
  /** Decisions that were withdrawn after an objection. */
  readonly withdrawn: readonly WithdrawnDecision[];
  /** Row of the sheet of every round. */
  readonly rows: readonly number[];
}
