import type { PlanLevel } from "@lungang/core/plan";
import { LOTTERY } from "@lungang/core/formulation";
import { z } from "zod";

/** Name of the level that keeps an alternative near the plan in hand; it is no value of a plan. */
export const NEARNESS_TO_PLAN = "changesAgainstPlan";

/**
 * Shape of a level whose value differs between two plans.
 *
 * @public
 */
export const levelDifferenceSchema = z.strictObject({
  level: z.string(),
  unit: z.string(),
  before: z.number(),
  after: z.number(),
  /** Whether both values are proven, and every level before it. */
  proven: z.boolean(),
});

/**
 * A level whose value differs between two plans.
 *
 * @public
 */
export type LevelDifference = z.infer<typeof levelDifferenceSchema>;

/**
 * Shape of a lexicographic price.
 *
 * @public
 */
export const priceSchema = z.strictObject({
  /** The first level that differs: it alone says which plan is better. */
  lead: levelDifferenceSchema,
  /** What differs along with it in later levels, for better or worse. */
  along: z.array(levelDifferenceSchema),
});

/**
 * What an alternative costs against a plan; absent where both are equal in every level but the lottery.
 *
 * @public
 */
export type Price = z.infer<typeof priceSchema>;

/** Returns the levels in which two plans differ, in their order; lots and the count of changes are no values. */
export function levelDifferences(before: readonly PlanLevel[], after: readonly PlanLevel[]): LevelDifference[] {
  const then = new Map(before.map((level) => [level.name, level]));
  let proven = true;
  return after.flatMap((level) => {
    const earlier = then.get(level.name);
    if (earlier === undefined || level.name === LOTTERY || level.name === NEARNESS_TO_PLAN) return [];
    proven &&= isProven(earlier) && isProven(level);
    if (level.value === earlier.value) return [];
    return [{ level: level.name, unit: level.unit, before: earlier.value, after: level.value, proven }];
  });
}

/**
 * Returns the price of a plan against another, or undefined where they are equal in value.
 *
 * @param ignored - levels that do not mean the same in both
 */
export function priceBetween(
  before: readonly PlanLevel[],
  after: readonly PlanLevel[],
  ignored: readonly string[] = [],
): Price | undefined {
  const [lead, ...along] = levelDifferences(before, after).filter(({ level }) => !ignored.includes(level));
  return lead === undefined ? undefined : { lead, along };
}

/** A level without a bound, such as one of a plan made by hand, is not proven. */
function isProven({ value, dualBound }: PlanLevel): boolean {
  return dualBound !== null && value === dualBound;
}
