/** How what is no whole number becomes one. */
export const ROUNDINGS = ["down", "up", "halfUp", "halfDown"] as const;

/**
 * How what is no whole number becomes one: down or up, or to the nearer one, of which a half goes up or down.
 *
 * @public
 */
export type Rounding = (typeof ROUNDINGS)[number];

/** Returns a quotient as a whole number, exactly; down is towards the smaller number, also below zero. */
export function dividedWhole(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  switch (rounding) {
    case "down":
      return floorOf(numerator, denominator);
    case "up":
      return 0n - floorOf(0n - numerator, denominator);
    case "halfUp":
      return floorOf(2n * numerator + denominator, 2n * denominator);
    case "halfDown":
      return 0n - floorOf(denominator - 2n * numerator, 2n * denominator);
  }
}

function floorOf(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  return numerator % denominator < 0n ? quotient - 1n : quotient;
}
