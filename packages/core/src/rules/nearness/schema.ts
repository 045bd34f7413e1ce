import { z } from "zod";
import type { RuleMeaning } from "../../policy/policy-rule.ts";
import { EVERYTHING, moveCondition } from "../../policy/predicate.ts";
import { weightSchema } from "../../policy/ranges.ts";

/** Distance from the residence to the new school, summed over the moves in `moves` (YL-11, GP-02, tricky case 10). */
export const nearnessSchema = z.strictObject({
  moves: moveCondition.default(EVERYTHING),
  level: z.string(),
  weight: weightSchema.default(1),
  /** Distances are rounded up to this grid. */
  gridMetres: z.int().min(1).default(1),
});

export type NearnessParams = z.infer<typeof nearnessSchema>;

/** Name and parameters of the rule. */
export const nearnessMeaning: RuleMeaning<NearnessParams> = { name: "nearness", schema: nearnessSchema };
