import { z } from "zod";
import { EVERYTHING, predicateSchema } from "../../policy/predicate.ts";
import { shareSchema } from "../../policy/policy.ts";

/** Share of a variable total: of the moves in `of`, those also in `set` are at least or at most a share (YL-07). */
export const shareRuleSchema = z.strictObject({
  share: shareSchema,
  set: predicateSchema,
  of: predicateSchema.default(EVERYTHING),
  bound: z.enum(["atLeast", "atMost"]).default("atLeast"),
});

export type ShareParams = z.infer<typeof shareRuleSchema>;
