import { z } from "zod";
import type { RuleMeaning } from "../../policy/policy-rule.ts";
import { EVERYTHING, personCondition } from "../../policy/predicate.ts";

/**
 * Two people who name each other exchange places, or neither goes to the other's; who volunteers for such a swap goes
 * nowhere else. A swap needs no vacancy.
 */
export const swapPartnersSchema = z.strictObject({
  /** People whose swaps are kept together, by `person.` and `from.` attributes. */
  who: personCondition.default(EVERYTHING),
});

export type SwapPartnersParams = z.infer<typeof swapPartnersSchema>;

/** Name and parameters of the rule. */
export const swapPartnersMeaning: RuleMeaning<SwapPartnersParams> = {
  name: "swapPartners",
  schema: swapPartnersSchema,
};
