import { z } from "zod";
import type { RuleMeaning } from "../../policy/policy-rule.ts";
import { weightSchema } from "../../policy/ranges.ts";

/**
 * Equal burden of schools (IP-01, model S9): leavers of a school beyond its proportional share of the total bound,
 * rounded up, are counted.
 */
export const fairBurdenSchema = z.strictObject({
  level: z.string(),
  weight: weightSchema.default(1),
});

export type FairBurdenParams = z.infer<typeof fairBurdenSchema>;

/** Name and parameters of the rule. */
export const fairBurdenMeaning: RuleMeaning<FairBurdenParams> = { name: "fairBurden", schema: fairBurdenSchema };
