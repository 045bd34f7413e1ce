import { z } from "zod";
import type { RuleMeaning } from "../../policy/policy-rule.ts";
import { EVERYTHING, moveCondition } from "../../policy/predicate.ts";
import { weightSchema } from "../../policy/ranges.ts";

/** Points as an aim (S1): those of the people who move are few, or those of the people who could move and stay are. */
export const pointsSumSchema = z.strictObject({
  /** Id of the scale under `points`. */
  points: z.string(),
  moves: moveCondition.default(EVERYTHING),
  /** Whose points are kept small: `movers` sends those with the fewest, `stayers` those with the most. */
  of: z.enum(["movers", "stayers"]).default("stayers"),
  level: z.string(),
  weight: weightSchema.default(1),
});

export type PointsSumParams = z.infer<typeof pointsSumSchema>;

/** Name and parameters of the rule. */
export const pointsSumMeaning: RuleMeaning<PointsSumParams> = { name: "pointsSum", schema: pointsSumSchema };
