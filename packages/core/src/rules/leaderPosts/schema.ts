import { z } from "zod";
import { officeSchema } from "../../instance/codes.ts";

/** Rotation of leaders leaves no post of these offices empty that was filled before (YL-03, YL-15). */
export const leaderPostsSchema = z.strictObject({
  offices: z.array(officeSchema).default(["principal"]),
});

export type LeaderPostsParams = z.infer<typeof leaderPostsSchema>;
