import { z } from "zod";
import type { RuleMeaning } from "../../policy/policy-rule.ts";
import { weightSchema } from "../../policy/ranges.ts";

/**
 * Everybody who is due moves within some years, in batches (BQ-03, HL-01): those whose age limit comes first go first.
 *
 * A due person who stays adds the years by which the age limit lies inside the horizon: 1 for the last year of the
 * horizon, as many as the horizon has years where this year is the last chance.
 */
export const batchesSchema = z.strictObject({
  /** Years within which everybody who is due has to have moved. */
  years: z.int().min(1).max(20).default(6),
  level: z.string(),
  weight: weightSchema.default(1),
});

/**
 * Parameters of the rule; see {@link batchesSchema}.
 *
 * @public
 */
export type BatchesParams = z.infer<typeof batchesSchema>;

/** Name and parameters of the rule. */
export const batchesMeaning: RuleMeaning<BatchesParams> = { name: "batches", schema: batchesSchema };
