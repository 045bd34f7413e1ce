import { compareText } from "@lungang/core";
import type { Fraction } from "./fraction.ts";
import { ZERO, compareFractions, floorOf, plus, remainderOf, times } from "./fraction.ts";

/** Somebody who gets a part of a total. */
export interface Claim {
  readonly id: string;
  /** The part goes by this size. */
  readonly size: Fraction;
  /** @defaultValue 0 */
  readonly least?: number;
}

/**
 * Divides whole heads in proportion to sizes: integer parts first, the rest by the largest remainders, equal remainders
 * by the smaller id; nobody gets less than the least asked for while the total allows it.
 *
 * Guarantees: the parts add up to the total, unless all sizes are 0 and no least is asked for.
 *
 * @throws {RangeError} if the least parts together are more than the total
 */
export function divideHeads(total: number, claims: readonly Claim[]): ReadonlyMap<string, number> {
  const least = claims.reduce((sum, claim) => sum + (claim.least ?? 0), 0);
  if (least > total) throw new RangeError(`Cannot divide ${total} heads: ${least} are asked for at least`);
  const fixed = new Map<string, number>();
  // Whoever would get less than his least gets it, and the others divide what is left; each round fixes at least one.
  for (;;) {
    const open = claims.filter((claim) => !fixed.has(claim.id));
    const left = total - [...fixed.values()].reduce((sum, heads) => sum + heads, 0);
    const parts = byLargestRemainder(left, open);
    const short = open.filter((claim) => (parts.get(claim.id) as number) < (claim.least ?? 0));
    if (short.length === 0) return new Map([...fixed, ...parts]);
    for (const claim of short) fixed.set(claim.id, claim.least ?? 0);
  }
}

function byLargestRemainder(total: number, claims: readonly Claim[]): ReadonlyMap<string, number> {
  const sum = claims.reduce((all, claim) => plus(all, claim.size), ZERO);
  if (sum.numerator === 0n) return new Map(claims.map((claim) => [claim.id, 0]));
  const scale = { numerator: BigInt(total) * sum.denominator, denominator: sum.numerator };
  const quotas = claims.map((claim) => ({ id: claim.id, quota: times(claim.size, scale) }));
  const parts = new Map(quotas.map(({ id, quota }) => [id, floorOf(quota)]));
  const rest = total - [...parts.values()].reduce((all, heads) => all + heads, 0);
  const order = [...quotas].sort(
    (a, b) => compareFractions(remainderOf(b.quota), remainderOf(a.quota)) || compareText(a.id, b.id),
  );
  for (const { id } of order.slice(0, rest)) parts.set(id, (parts.get(id) as number) + 1);
  return parts;
}
