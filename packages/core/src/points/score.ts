import type { Text } from "../instance/issue.ts";
import { UNITS_PER_POINT, parsePoints, pointsText } from "./decimal.ts";

/** An exact factor of points. */
interface Factor {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * What an item of points is called: its id, where it comes from, and its name for readers.
 *
 * @public
 */
export interface ItemHead {
  readonly id: string;
  readonly source?: string | undefined;
  readonly text?: Text | undefined;
}

/**
 * One item as it counted for a person.
 *
 * @public
 */
export interface ScoredItem {
  readonly item: string;
  readonly source: string | undefined;
  /** Ten-thousandths of a point, the limit of the item applied. */
  readonly units: number;
  readonly text: Text;
}

/**
 * The points of one person, item by item.
 *
 * @public
 */
export interface PointSheet {
  readonly person: string;
  readonly items: readonly ScoredItem[];
  /** Ten-thousandths of a point, the cap applied. */
  readonly total: number;
  /** Ten-thousandths taken off by the cap. */
  readonly cut: number;
  /** Values that break ties, a larger one is better: ten-thousandths, of days for dates. */
  readonly ties: readonly number[];
  /** Totals at the posts asked for, where they differ from `total`. */
  readonly atPosts: readonly { readonly post: string; readonly total: number; readonly items: readonly ScoredItem[] }[];
}

/**
 * Returns an item as it counted.
 *
 * @param units - ten-thousandths of a point
 * @public
 */
export function scoredItem({ id, source, text: name }: ItemHead, units: number, text: Text): ScoredItem {
  return {
    item: id,
    source,
    units,
    text: name === undefined ? text : { zh: `${name.zh}：${text.zh}`, en: `${name.en}: ${text.en}` },
  };
}

/**
 * Returns an item of a number times a factor: so many points for every unit, or a score with its weight.
 *
 * @param amount - the number in ten-thousandths, what it is called, and the most that the item gives
 * @public
 */
export function scoredProduct(
  head: ItemHead,
  factor: Factor,
  { found, name, max }: { readonly found: number; readonly name: Text; readonly max?: number | undefined },
): ScoredItem {
  const product = `${pointsText(found)} × ${factorText(factor)}`;
  const text = { zh: `${name.zh} ${product}`, en: `${name.en} ${product}` };
  return scoredItem(head, limited(exactShare(found, factor), max), text);
}

/** A factor of whole ten-thousandths is a number of points, any other one a fraction. */
function factorText({ numerator, denominator }: Factor): string {
  return denominator === UNITS_PER_POINT ? pointsText(numerator) : `${numerator}/${denominator}`;
}

/**
 * Returns the whole total that is set, whatever else there is.
 *
 * @public
 */
export function scoredSet(head: ItemHead, units: number): ScoredItem {
  const points = pointsText(units);
  return scoredItem(head, units, { zh: `按规定直接计 ${points} 分`, en: `set to ${points} points` });
}

/**
 * Returns points that are given where a condition holds.
 *
 * @public
 */
export function scoredCondition(head: ItemHead, units: number): ScoredItem {
  return scoredItem(head, units, { zh: "符合条件", en: "the condition holds" });
}

/**
 * Returns units, at most so many of them.
 *
 * @public
 */
export function limited(units: number, max: number | undefined): number {
  return max === undefined ? units : Math.min(units, max);
}

/**
 * Returns the sum of items in ten-thousandths, and what a cap takes off it.
 *
 * @public
 */
export function totalOf(
  items: readonly ScoredItem[],
  cap: number | undefined,
): { readonly total: number; readonly cut: number } {
  const sum = items.reduce((before, { units }) => before + units, 0);
  const total = limited(sum, cap);
  return { total, cut: sum - total };
}

/** Share of units, halves away from zero: the one place where a ten-thousandth may be rounded. */
function exactShare(units: number, { numerator, denominator }: Factor): number {
  const product = BigInt(Math.abs(units)) * BigInt(Math.abs(numerator));
  const rounded = Number((2n * product + BigInt(denominator)) / (2n * BigInt(denominator)));
  return units < 0 !== numerator < 0 ? 0 - rounded : rounded;
}

const MILLISECONDS_A_DAY = 86_400_000;

/**
 * Returns what breaks a tie: a larger value is better; descending order keeps the value, ascending turns it round. Dates
 * count as days.
 *
 * Units: ten-thousandths.
 *
 * @public
 */
export function tieValue(value: string | number, order: "asc" | "desc"): number {
  const number = parsePoints(value) ?? Math.round(Date.parse(String(value)) / MILLISECONDS_A_DAY) * UNITS_PER_POINT;
  return order === "desc" ? number : 0 - number;
}
