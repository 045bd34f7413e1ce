import { z } from "zod";
import type { RuleMeaning } from "../../policy/policy-rule.ts";
import { pointsSchema } from "../../policy/ranges.ts";

/**
 * Wishes of people who stated any (XR-09, CX-04, IP-02): rank of the school among the wishes, counted from 0; a school
 * outside the wishes costs `missed`; a volunteer who stays costs `volunteerStays`.
 */
export const wishesSchema = z.strictObject({
  level: z.string(),
  missed: pointsSchema.default(10),
  volunteerStays: pointsSchema.default(0),
});

export type WishesParams = z.infer<typeof wishesSchema>;

/** Name and parameters of the rule. */
export const wishesMeaning: RuleMeaning<WishesParams> = { name: "wishes", schema: wishesSchema };
