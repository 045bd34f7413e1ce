import { z } from "zod";
import type { RuleMeaning } from "../../policy/policy-rule.ts";
import { EVERYTHING, moveCondition } from "../../policy/predicate.ts";
import { roundingSchema, shareSchema } from "../../policy/share-schemas.ts";
import { weightSchema } from "../../policy/ranges.ts";

/**
 * Direction of moves (YL-12, HL-10): of the moves in `of`, those in `moves` are the wanted ones.
 *
 * `minShare` asks for a share of wanted moves, `max` caps their number (for a direction that is controlled), `level`
 * counts the moves in `of` that are not in `moves`.
 */
export const directionSchema = z.strictObject({
  of: moveCondition.default(EVERYTHING),
  moves: moveCondition,
  minShare: shareSchema.optional(),
  /** How that share becomes a number. */
  rounding: roundingSchema,
  max: z.int().min(0).optional(),
  /** The share and the number hold for the moves of every subject, by the post that is entered. */
  bySubject: z.boolean().default(false),
  level: z.string().optional(),
  weight: weightSchema.default(1),
});

export type DirectionParams = z.infer<typeof directionSchema>;

/** Name and parameters of the rule. */
export const directionMeaning: RuleMeaning<DirectionParams> = { name: "direction", schema: directionSchema };
