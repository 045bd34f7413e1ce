import { z } from "zod";
import type { RuleMeaning } from "../../policy/policy-rule.ts";
import { officeSchema } from "../../instance/codes.ts";

/** Rotation of leaders leaves no post of these offices empty that was filled before (YL-03, YL-15). */
export const leaderPostsSchema = z.strictObject({
  offices: z.array(officeSchema).default(["principal"]),
});

export type LeaderPostsParams = z.infer<typeof leaderPostsSchema>;

/** Name and parameters of the rule. */
export const leaderPostsMeaning: RuleMeaning<LeaderPostsParams> = { name: "leaderPosts", schema: leaderPostsSchema };
