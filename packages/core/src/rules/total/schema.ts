import { z } from "zod";
import type { RuleMeaning } from "../../policy/policy-rule.ts";

/**
 * Bound on the number of counted moves other than those of mere volunteers and recruits.
 *
 * Without a number: what the quotas, the people who must go and the least leavers of schools ask for. Obligations count
 * towards the quota of their group and are added where no quota counts them. Several quota entries are added up or the
 * largest is taken.
 */
export const totalSchema = z.strictObject({
  max: z.int().min(0).optional(),
  quotas: z.enum(["sum", "largest"]).default("largest"),
});

export type TotalParams = z.infer<typeof totalSchema>;

/**
 * Name and parameters of the rule.
 *
 * @public
 */
export const totalMeaning: RuleMeaning<TotalParams> = { name: "total", schema: totalSchema };
