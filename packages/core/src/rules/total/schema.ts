import { z } from "zod";
import type { RuleMeaning } from "../../policy/policy-rule.ts";

/**
 * Bounds on the number of counted moves other than those of mere volunteers and recruits.
 *
 * `min`: a planned number that is to be reached; an entry with it alone sets no upper bound. `max` without a
 * number: what the quotas, the people who must go and the least leavers of schools ask for. Obligations count
 * towards the quota of their group and are added where no quota counts them. Several quota entries are added up or the
 * largest is taken.
 */
export const totalSchema = z.strictObject({
  min: z.int().min(0).optional(),
  max: z.int().min(0).optional(),
  quotas: z.enum(["sum", "largest"]).default("largest"),
});

export type TotalParams = z.infer<typeof totalSchema>;

/** Returns whether an entry bounds the total from above: not where it only asks for a number to be reached. */
export function hasUpperBound({ min, max }: TotalParams): boolean {
  return min === undefined || max !== undefined;
}

/**
 * Name and parameters of the rule.
 *
 * @public
 */
export const totalMeaning: RuleMeaning<TotalParams> = { name: "total", schema: totalSchema };
