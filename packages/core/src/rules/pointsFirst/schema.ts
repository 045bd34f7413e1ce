import { z } from "zod";
import type { RuleMeaning } from "../../policy/policy-rule.ts";
import { EVERYTHING, personCondition } from "../../policy/predicate.ts";

/**
 * Who has more points comes first (S1, S2): nobody enters a post that somebody with more points wished for, may fill and
 * did not get, nor anything wished for as much. Equal points are told apart by the ties of the scale; what is equal then is
 * left to the levels and the lot.
 */
export const pointsFirstSchema = z.strictObject({
  /** Id of the scale under `points`. */
  points: z.string(),
  /** Among whom. */
  who: personCondition.default(EVERYTHING),
});

export type PointsFirstParams = z.infer<typeof pointsFirstSchema>;

/**
 * Name and parameters of the rule.
 *
 * @public
 */
export const pointsFirstMeaning: RuleMeaning<PointsFirstParams> = { name: "pointsFirst", schema: pointsFirstSchema };
