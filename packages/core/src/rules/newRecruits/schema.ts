import { z } from "zod";
import type { RuleMeaning } from "../../policy/policy-rule.ts";
import { EVERYTHING, entryCondition } from "../../policy/predicate.ts";

/** Every recruit of the year gets a first school, and it is one of these (YL-26, DM-07), by `to.` attributes. */
export const newRecruitsSchema = z.strictObject({
  schools: entryCondition.default(EVERYTHING),
});

export type NewRecruitsParams = z.infer<typeof newRecruitsSchema>;

/**
 * Name and parameters of the rule.
 *
 * @public
 */
export const newRecruitsMeaning: RuleMeaning<NewRecruitsParams> = { name: "newRecruits", schema: newRecruitsSchema };
