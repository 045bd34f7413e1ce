import type { Text } from "../instance/issue.ts";

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

const ROUNDING_TEXTS: Readonly<Record<Rounding, Text>> = {
  up: { zh: "（不足一人的按一人计）", en: ", rounded up" },
  down: { zh: "（不足一人的不计）", en: ", rounded down" },
  halfUp: { zh: "（四舍五入）", en: ", rounded to the nearer with a half up" },
  halfDown: { zh: "（五舍六入）", en: ", rounded to the nearer with a half down" },
};

/** A least number is rounded up and a most number down, unless the policy says otherwise. */
export function usualRounding(bound: "atLeast" | "atMost"): Rounding {
  return bound === "atLeast" ? "up" : "down";
}

/** Returns how a share is rounded, to go behind it; nothing where it is as usual. */
export function roundingText(rounding: Rounding | undefined, bound: "atLeast" | "atMost"): Text {
  if (rounding === undefined || rounding === usualRounding(bound)) return { zh: "", en: "" };
  return ROUNDING_TEXTS[rounding];
}
