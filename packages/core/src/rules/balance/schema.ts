import { z } from "zod";
import type { RuleMeaning } from "../../policy/policy-rule.ts";
import { stageSchema } from "../../instance/codes.ts";
import { personCondition } from "../../policy/predicate.ts";
import { weightSchema } from "../../policy/ranges.ts";

/**
 * Balanced provision (均衡配置; YL-12, HL-10, model S7): people of `set` spread over schools in proportion to pupils.
 *
 * The level counts the mean absolute deviation of heads per 100 pupils between the schools of a stage, pupils as
 * weights, summed over stages, in whole points; a stage is exact, the weights between stages are rounded. A school of
 * several stages enters each by `studentsByStage`. The mean of a stage is that of plan start. A stage rests, and that is
 * told, where a school of it does not state its pupils.
 */
export const balanceSchema = z.strictObject({
  /** Who is spread, by `person.` and `from.` attributes: backbone teachers, senior titles, any set. */
  set: personCondition,
  level: z.string(),
  weight: weightSchema.default(1),
  /** Stages that are balanced; without it every stage that has pupils. */
  stages: z.array(stageSchema).min(1).optional(),
  /** Largest coefficient of variation by stage, told as a measure and not enforced (0.50 primary, 0.45 junior). */
  cvAtMost: z.partialRecord(stageSchema, z.number().positive()).default({}),
});

export type BalanceParams = z.infer<typeof balanceSchema>;

/** Name and parameters of the rule. */
export const balanceMeaning: RuleMeaning<BalanceParams> = { name: "balance", schema: balanceSchema };
