import { z } from "zod";
import type { RuleMeaning } from "../../policy/policy-rule.ts";
import { pointsSchema } from "../../policy/ranges.ts";

/** Few changes (GP-03, YY-08): a counted move costs `move`, one that breaks a class cycle costs `classCycle` more. */
export const stabilitySchema = z.strictObject({
  level: z.string(),
  move: pointsSchema.default(1),
  classCycle: pointsSchema.default(5),
});

export type StabilityParams = z.infer<typeof stabilitySchema>;

/** Name and parameters of the rule. */
export const stabilityMeaning: RuleMeaning<StabilityParams> = { name: "stability", schema: stabilitySchema };
