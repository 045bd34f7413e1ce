import { z } from "zod";
import type { RuleMeaning } from "../../policy/policy-rule.ts";
import { moveCondition } from "../../policy/predicate.ts";

/**
 * Prerequisite of some moves (YL-21, BN-02, SC-03, XC-06): whoever moves like this has to meet a condition.
 *
 * For example: whoever becomes a principal worked at two schools or six years in rural or weak ones; a principal goes
 * from a rural to an urban school with excellent grades only.
 */
export const prerequisiteSchema = z.strictObject({
  /** Which moves, counted in quotas or not, by `person.` `from.` `to.` `post.` and `move.` attributes. */
  moves: moveCondition,
  /** What they need, by the same attributes. */
  requires: moveCondition,
});

export type PrerequisiteParams = z.infer<typeof prerequisiteSchema>;

/** Name and parameters of the rule. */
export const prerequisiteMeaning: RuleMeaning<PrerequisiteParams> = {
  name: "prerequisite",
  schema: prerequisiteSchema,
};
