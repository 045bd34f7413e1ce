import { median } from "./statistics.ts";

/** Where a number lies; both ends are equal where it is known. */
export interface Span {
  readonly low: number;
  readonly high: number;
}

/** Returns the span of a number that follows from others and grows with each of them. */
export function spanOf(spans: readonly Span[], number: (values: readonly number[]) => number): Span {
  return { low: number(spans.map(({ low }) => low)), high: number(spans.map(({ high }) => high)) };
}

/** Returns the span of a quotient of positive numbers. */
export function quotient(dividend: Span, divisor: Span): Span {
  return { low: dividend.low / divisor.high, high: dividend.high / divisor.low };
}

/** Writes a number with two decimals, what is only known to be more as `> 10.50`. */
export function spanText({ low, high }: Span): string {
  if (low === high) return low.toFixed(2);
  if (low === 0) return high === Infinity ? "unknown" : `< ${high.toFixed(2)}`;
  return `> ${low.toFixed(2)}`;
}

/**
 * Returns least, median and greatest of spans. The median is known where it is the same whatever the hidden numbers are; where
 * it rests on limits, it is a bound.
 */
export function summary(spans: readonly Span[]): readonly [least: Span, middle: Span, most: Span] {
  return [
    spanOf(spans, (values) => Math.min(...values)),
    spanOf(spans, median),
    spanOf(spans, (values) => Math.max(...values)),
  ];
}
