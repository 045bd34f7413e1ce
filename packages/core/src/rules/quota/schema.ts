import { z } from "zod";
import type { RuleMeaning } from "../../policy/policy-rule.ts";
import { EVERYTHING, moveCondition, personCondition } from "../../policy/predicate.ts";
import { roundingSchema, shareSchema } from "../../policy/share-schemas.ts";

/**
 * Exchanged persons against a share of the eligible: at least (YL-06, DM-04) or at most (HL-03).
 *
 * The required number is the share of the base, rounded up for a minimum and down for a maximum unless the policy says otherwise.
 */
export const quotaSchema = z.strictObject({
  share: shareSchema,
  /** How the share of the base becomes a number. */
  rounding: roundingSchema,
  /** Who is counted, in the base and among those who move. */
  who: personCondition.default(EVERYTHING),
  /** Which counted moves the quota is about: of some forms or in some direction (HL-03, CX-02); the base is the same. */
  moves: moveCondition.default(EVERYTHING),
  /** `eligible`: people who meet a due group; `all`: everybody in scope. */
  base: z.enum(["eligible", "all"]).default("eligible"),
  bound: z.enum(["atLeast", "atMost"]).default("atLeast"),
  /** One quota for the county, or one for every school, zone, township or alliance (by the school worked at). */
  by: z.enum(["county", "school", "zone", "township", "alliance"]).default("county"),
  excludeExempt: z.boolean().default(true),
  /** Whether people without any feasible post leave the base; otherwise they count, though they cannot move (case 11). */
  excludeWithoutPost: z.boolean().default(false),
  volunteersInNumerator: z.boolean().default(true),
});

export type QuotaParams = z.infer<typeof quotaSchema>;

/**
 * Name and parameters of the rule.
 *
 * @public
 */
export const quotaMeaning: RuleMeaning<QuotaParams> = { name: "quota", schema: quotaSchema };
