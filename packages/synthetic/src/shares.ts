import type { Random } from "./random.ts";

/**
 * Splits a total in proportion to integer weights by largest remainder; ties go to the earlier entry.
 *
 * Guarantees: the parts add up to the total; all are 0 where all weights are 0. Products stay below 2^53.
 */
export function largestRemainder(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum === 0) return weights.map(() => 0);
  const parts = weights.map((weight) => Math.floor((total * weight) / sum));
  const order = weights
    .map((weight, index) => ({ index, rest: total * weight - (parts[index] as number) * sum }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  const left = total - parts.reduce((a, b) => a + b, 0);
  for (const { index } of order.slice(0, left)) parts[index] = (parts[index] as number) + 1;
  return parts;
}

/**
 * Splits a total at random so that every part has its proportional share as its mean and is off by less than one.
 *
 * Guarantees: the parts add up to the total; all are 0 where all weights are 0.
 */
export function randomShares(total: number, weights: readonly number[], random: Random): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum === 0) return weights.map(() => 0);
  const offset = random.unit();
  let covered = 0;
  let given = 0;
  return weights.map((weight, index) => {
    covered += weight;
    const upTo = index === weights.length - 1 ? total : Math.min(total, Math.floor((total * covered) / sum + offset));
    const part = upTo - given;
    given = upTo;
    return part;
  });
}
