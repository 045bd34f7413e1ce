import { dividedWhole, usualRounding } from "./rounding.ts";
import type { Rounding } from "./rounding.ts";

/**
 * An exact share `numerator / denominator` in lowest terms.
 *
 * @public
 */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

/** Whether a share is a least or a most, and how it is rounded where that is not as usual. */
export interface ShareBound {
  readonly bound: "atLeast" | "atMost";
  readonly rounding?: Rounding | undefined;
}

const DECIMAL = /^(\d+)(?:\.(\d+))?(%?)$/;
const FRACTION = /^(\d{1,9})\/(\d{1,9})$/;
const PERCENT = 100;

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/**
 * Returns a share in lowest terms.
 *
 * @throws {RangeError} if a part is not a non-negative safe integer or the denominator is 0
 * @public
 */
export function share(numerator: number, denominator: number): Share {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || numerator < 0 || denominator <= 0) {
    throw new RangeError(`Cannot build a share from ${numerator}/${denominator}`);
  }
  const divisor = greatestCommonDivisor(numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/**
 * Reads `8%`, `2.5%`, `0.08` or `1/12` exactly; undefined where the text is none of these.
 *
 * @public
 */
export function parseShare(text: string): Share | undefined {
  const trimmed = text
    .normalize("NFKC")
    .trim()
    .replace(/\s*([%/])\s*/gu, "$1");
  const fraction = FRACTION.exec(trimmed);
  if (fraction !== null) return Number(fraction[2]) === 0 ? undefined : share(Number(fraction[1]), Number(fraction[2]));
  const decimal = DECIMAL.exec(trimmed);
  if (decimal === null) return undefined;
  const digits = decimal[2] ?? "";
  if ((decimal[1] as string).length + digits.length > 12) return undefined;
  const scale = 10 ** digits.length * (decimal[3] === "%" ? PERCENT : 1);
  return share(Number(`${decimal[1]}${digits}`), scale);
}

/** Returns whether a share is at most the whole. */
export function isWithinWhole({ numerator, denominator }: Share): boolean {
  return numerator <= denominator;
}

/** Returns what a share above the whole was likely meant to be (`12` is `12%`); undefined where it is above 100. */
export function likelyShare(given: string): string | undefined {
  const parsed = parseShare(given);
  if (parsed === undefined || isWithinWhole(parsed) || given.includes("%")) return undefined;
  return parsed.numerator > PERCENT * parsed.denominator ? undefined : `${given.normalize("NFKC").trim()}%`;
}

/**
 * Returns the share as a percentage for readers, for example `8%`.
 *
 * @public
 */
export function shareText({ numerator, denominator }: Share): string {
  return `${Number(((numerator * PERCENT) / denominator).toFixed(2))}%`;
}

/**
 * Returns the smallest integer that is at least the share of `count` (8.7 gives 9), in integer arithmetic.
 *
 * @public
 */
export function ceilShare({ numerator, denominator }: Share, count: number): number {
  return Math.floor((numerator * count + denominator - 1) / denominator);
}

/**
 * Returns the largest integer that is at most the share of `count` (1.5 gives 1), in integer arithmetic.
 *
 * @public
 */
export function floorShare({ numerator, denominator }: Share, count: number): number {
  return Math.floor((numerator * count) / denominator);
}

/** Returns the number that a share of `count` asks for at least, or leaves at most; see `usualRounding`. */
export function shareOf(given: Share, count: number, { bound, rounding }: ShareBound): number {
  return roundedShare(given, count, rounding ?? usualRounding(bound));
}

/** Returns the share of `count` as a whole number, exactly; a half goes up or down as is said. */
export function roundedShare({ numerator, denominator }: Share, count: number, rounding: Rounding): number {
  return Number(dividedWhole(BigInt(numerator) * BigInt(count), BigInt(denominator), rounding));
}
