import { z } from "zod";
import type { RuleMeaning } from "../../policy/policy-rule.ts";

/** Few changes (GP-03, YY-08): a counted move costs `move`, one that breaks a class cycle costs `classCycle` more. */
export const stabilitySchema = z.strictObject({
  level: z.string(),
  move: z.int().min(0).default(1),
  classCycle: z.int().min(0).default(5),
});

export type StabilityParams = z.infer<typeof stabilitySchema>;

/** Name and parameters of the rule. */
export const stabilityMeaning: RuleMeaning<StabilityParams> = { name: "stability", schema: stabilitySchema };
