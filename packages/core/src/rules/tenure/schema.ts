import { z } from "zod";
import type { RuleMeaning } from "../../policy/policy-rule.ts";
import { weightSchema } from "../../policy/ranges.ts";

/** Longest stayers first (BQ-03, HL-01): a counted move costs the years by which the person is short of `fullYears`. */
export const tenureSchema = z.strictObject({
  level: z.string(),
  weight: weightSchema.default(1),
  /** Years at the school from which on a move costs nothing. */
  fullYears: z.int().min(1).default(20),
});

export type TenureParams = z.infer<typeof tenureSchema>;

/** Name and parameters of the rule. */
export const tenureMeaning: RuleMeaning<TenureParams> = { name: "tenure", schema: tenureSchema };
