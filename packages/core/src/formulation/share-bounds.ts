import type { RowSpec } from "@lungang/program";
import { usualRounding } from "../policy/rounding.ts";
import type { Share, ShareBound } from "../policy/share.ts";

/** A row that says of a part that it is at least, or at most, a share of a whole: its coefficients and bounds. */
export interface ShareBounds extends RowSpec {
  readonly part: number;
  readonly whole: number;
}

/**
 * Returns the row `part P - whole W` of a share of a variable total, so that the part reaches the share of the whole as it
 * is rounded, or stays within it: `P >= floor(n W / d)` is `d P - n W >= 1 - d`, and a half is counted in halves.
 *
 * One head of violation is worth `part`.
 */
export function shareBounds({ numerator, denominator }: Share, { bound, rounding }: ShareBound): ShareBounds {
  const how = rounding ?? usualRounding(bound);
  const times = how === "up" || how === "down" ? 1 : 2;
  const [part, whole] = [times * denominator, times * numerator];
  if (bound === "atLeast") {
    const lower = { up: 0, down: 1 - denominator, halfUp: 1 - denominator, halfDown: 0 - denominator }[how];
    return { part, whole, lower, upper: Infinity };
  }
  const upper = { up: denominator - 1, down: 0, halfUp: denominator, halfDown: denominator - 1 }[how];
  return { part, whole, lower: -Infinity, upper };
}
