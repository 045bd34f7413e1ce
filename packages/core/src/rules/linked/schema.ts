import { z } from "zod";
import type { RuleMeaning } from "../../policy/policy-rule.ts";
import { EVERYTHING, personCondition } from "../../policy/predicate.ts";

/**
 * Couples are not parted: who moves goes no farther from the school of the spouse than the two worked before, or to a school
 * within the limits that the policy states.
 *
 * Of couples who both work at schools of the county. Ended exchanges lead home whatever they part.
 */
export const linkedSchema = z.strictObject({
  /** Couples of whom both are among these; who asks to go apart is left out here. */
  who: personCondition.default(EVERYTHING),
  /** Metres by road between the two schools that count as together; without it only the distance of before does. */
  withinMetres: z.int().min(0).optional(),
  /** Two schools of one township count as together. */
  sameTownship: z.boolean().default(false),
  /** Both move or neither does. */
  bothOrNone: z.boolean().default(false),
});

export type LinkedParams = z.infer<typeof linkedSchema>;

/** Name and parameters of the rule. */
export const linkedMeaning: RuleMeaning<LinkedParams> = { name: "linked", schema: linkedSchema };
