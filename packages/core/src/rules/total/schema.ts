import { z } from "zod";

/**
 * Bound on the number of counted moves other than those of mere volunteers and recruits.
 *
 * Without a number: the larger of the quotas and the people who must go. Several quota entries are added up or the
 * largest is taken.
 */
export const totalSchema = z.strictObject({
  max: z.int().min(0).optional(),
  quotas: z.enum(["sum", "largest"]).default("largest"),
});

export type TotalParams = z.infer<typeof totalSchema>;
