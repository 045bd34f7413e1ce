import { z } from "zod";
import type { RuleMeaning } from "../../policy/policy-rule.ts";
import { EVERYTHING, moveCondition } from "../../policy/predicate.ts";
import { roundingSchema, shareSchema } from "../../policy/share-schemas.ts";

/** Share of a variable total: of the moves in `of`, those also in `set` are at least or at most a share (YL-07). */
export const shareRuleSchema = z.strictObject({
  share: shareSchema,
  set: moveCondition,
  of: moveCondition.default(EVERYTHING),
  bound: z.enum(["atLeast", "atMost"]).default("atLeast"),
  /** How the share of the moves of a plan becomes a number. */
  rounding: roundingSchema,
});

export type ShareParams = z.infer<typeof shareRuleSchema>;

/** Name and parameters of the rule. */
export const shareMeaning: RuleMeaning<ShareParams> = { name: "share", schema: shareRuleSchema };
