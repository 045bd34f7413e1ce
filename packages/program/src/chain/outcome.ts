import type { Level } from "../linear/program.ts";
import type { Limit } from "../solver/port.ts";
import { relativeGap } from "../solver/port.ts";
import type { LevelOutcome } from "./chain-types.ts";

/** What is known of the value of a level. */
export interface LevelBounds {
  readonly value: number;
  readonly dualBound: number;
  /** What left it open, if anything did. @defaultValue other */
  readonly limit?: Limit | undefined;
}

/** Returns how a level ended that is proven where its gap is at most `most`. */
export function outcomeOf({ name, unit }: Level, { value, dualBound, limit }: LevelBounds, most = 0): LevelOutcome {
  const gap = relativeGap(value, dualBound);
  const outcome = { name, unit, value, dualBound, relativeGap: gap };
  const isProven = value === dualBound || gap <= most;
  return isProven ? { ...outcome, reason: "optimal" } : { ...outcome, reason: "feasible", limit: limit ?? "other" };
}
