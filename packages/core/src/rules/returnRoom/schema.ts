import { z } from "zod";
import type { RuleMeaning } from "../../policy/policy-rule.ts";

/**
 * Places are kept for those who come back (YL-16, GL-05, tricky case 8): no post, and where asked no school, gets more
 * people than it needs, or would hold if nobody moved, once people are back.
 *
 * `inTheEnd`: when every exchange is over; what is given for good counts, and who only fills in for a while does not.
 * `always`: on every day on which somebody comes back.
 */
export const returnRoomSchema = z.strictObject({
  posts: z.boolean().default(true),
  /** Whether the establishment of schools is kept as well. */
  schools: z.boolean().default(false),
  when: z.enum(["inTheEnd", "always"]).default("inTheEnd"),
});

export type ReturnRoomParams = z.infer<typeof returnRoomSchema>;

/** Name and parameters of the rule. */
export const returnRoomMeaning: RuleMeaning<ReturnRoomParams> = { name: "returnRoom", schema: returnRoomSchema };
