/** An exact non-negative number, for heads before they are rounded. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Nothing. */
export const ZERO: Fraction = { numerator: 0n, denominator: 1n };

/** Returns `numerator / denominator`; both integers, the denominator positive. */
export function fraction(numerator: number, denominator: number): Fraction {
  return { numerator: BigInt(numerator), denominator: BigInt(denominator) };
}

/** Returns the sum of two fractions. */
export function plus(a: Fraction, b: Fraction): Fraction {
  return {
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  };
}

/** Returns the product of two fractions. */
export function times(a: Fraction, b: Fraction): Fraction {
  return { numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator };
}

/** Compares two fractions: negative where the first is smaller. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Returns the largest integer that is not larger. */
export function floorOf({ numerator, denominator }: Fraction): number {
  return Number(numerator / denominator);
}

/** Returns the smallest integer that is not smaller. */
export function ceilOf({ numerator, denominator }: Fraction): number {
  return Number((numerator + denominator - 1n) / denominator);
}

/** Returns what the fraction is beyond its integer part. */
export function remainderOf({ numerator, denominator }: Fraction): Fraction {
  return { numerator: numerator % denominator, denominator };
}
