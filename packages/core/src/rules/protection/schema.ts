import { z } from "zod";
import type { RuleMeaning } from "../../policy/policy-rule.ts";

/**
 * No school is emptied: net of everybody who comes and goes, a school keeps somebody who can teach each subject that
 * somebody could teach before, somebody to teach at all, and somebody of its leaders. No source demands it: it protects
 * the program from plans that nobody would sign.
 *
 * A post counts as kept by anyone at the school who is certified for it, whichever post that person fills. Guests who go
 * home at the end of their term are no part of what was there before. Closed schools keep nobody.
 */
export const protectionSchema = z.strictObject({
  /** Every subject that a school has a post for. */
  subjects: z.boolean().default(true),
  /** The last teacher of a school, for example of a teaching point. */
  teachers: z.boolean().default(true),
  /** A leadership team of two or more never leaves all at once, a team of one only with a successor. */
  leaders: z.boolean().default(true),
});

export type ProtectionParams = z.infer<typeof protectionSchema>;

/** Name and parameters of the rule. */
export const protectionMeaning: RuleMeaning<ProtectionParams> = { name: "protection", schema: protectionSchema };
