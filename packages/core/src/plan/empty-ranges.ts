import type { Text } from "../instance/issue.ts";
import { ceilShare, floorShare, parseShare, shareText } from "../policy/share.ts";
import type { Share } from "../policy/share.ts";
import { subjectKey } from "../subject/rule-subject.ts";
import type { Measure } from "./plan.ts";

/**
 * Returns a reader of the numbers that no plan could reach on both sides: a least and a most share of the same few people
 * between which no whole number lies. It gives the sentence that says so, with the nearest number, of a side that is missed by
 * a plan which has one of the two numbers next to the range; undefined of all others.
 *
 * @public
 */
export function emptyRanges(measures: readonly Measure[]): (measure: Measure) => Text | undefined {
  const ranges = new Map<string, Measure[]>();
  for (const measure of measures)
    if (measure.base !== undefined) ranges.set(keyOf(measure), [...(ranges.get(keyOf(measure)) ?? []), measure]);
  return (measure) => {
    if (measure.met || measure.base === undefined) return undefined;
    const others = (ranges.get(keyOf(measure)) ?? []).filter(({ sense }) => sense !== measure.sense);
    for (const other of others) {
      const [least, most] = measure.sense === "atLeast" ? [measure, other] : [other, measure];
      const isNextTo = measure.value >= most.target && measure.value <= least.target;
      const sentence = isNextTo ? rangeText(least, most) : undefined;
      if (sentence !== undefined) return sentence;
    }
    return undefined;
  };
}

/** Two sides of one range count the same people of the same place for one sentence of the policy. */
function keyOf({ about, source, value, base }: Measure): string {
  const people = [base?.eligible, base?.exempt, base?.withoutPost, base?.counted];
  return [subjectKey(about), source, value, ...people].join("\n");
}

/** The sentence about two sides of one range, where it holds no whole number. */
function rangeText(least: Measure, most: Measure): Text | undefined {
  const people = least.base?.counted;
  const [low, high] = [least, most].map(({ base }) => parseShare(base?.share ?? ""));
  if (people === undefined || low === undefined || high === undefined) return undefined;
  const [below, above] = [floorShare(high, people), ceilShare(low, people)];
  if (above <= below || shareOver(low, high) > 0 || least.target <= most.target) return undefined;
  const near = nearestTo({ low, high, people, below });
  const [range, number] = [`${shareText(low)}—${shareText(high)}`, `${people}`];
  return {
    zh: `基数 ${number} 人，按人数无法取得 ${range} 内的整数，最接近为 ${near.join(" 人或 ")} 人`,
    en: `no whole number of ${number} people lies within ${shareText(low)} to ${shareText(high)}; the nearest is ${near.join(" or ")}`,
  };
}

function shareOver(one: Share, other: Share): number {
  return one.numerator * other.denominator - other.numerator * one.denominator;
}

interface Range {
  readonly low: Share;
  readonly high: Share;
  readonly people: number;
  /** The whole number below the range; the next is above it. */
  readonly below: number;
}

/** The whole numbers nearest to a range between two of them. */
function nearestTo({ low, high, people, below }: Range): readonly number[] {
  const down = (low.numerator * people - below * low.denominator) * high.denominator;
  const up = ((below + 1) * high.denominator - high.numerator * people) * low.denominator;
  if (down === up) return [below, below + 1];
  return [down < up ? below : below + 1];
}
