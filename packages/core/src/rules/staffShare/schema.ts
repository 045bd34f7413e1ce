import { z } from "zod";
import type { RuleMeaning } from "../../policy/policy-rule.ts";
import { EVERYTHING, personCondition, schoolCondition } from "../../policy/predicate.ts";
import { weightSchema } from "../../policy/ranges.ts";
import { roundingSchema, shareSchema } from "../../policy/share-schemas.ts";

/**
 * Share of the staff of every school (S10): people of `set` among those of `of` who work there. A school that has the share
 * keeps it; one that is short gets no further from it, and what it lacks of
 * the share itself is priced where a level is named.
 */
export const staffShareSchema = z.strictObject({
  share: shareSchema,
  /** Who has to be there. */
  set: personCondition,
  /** Among whom. */
  of: personCondition.default(EVERYTHING),
  /** At which schools, by `school.` attributes. */
  schools: schoolCondition.default(EVERYTHING),
  /** How the share of the staff of a plan becomes a number. */
  rounding: roundingSchema,
  level: z.string().optional(),
  weight: weightSchema.default(1),
});

export type StaffShareParams = z.infer<typeof staffShareSchema>;

/** Name and parameters of the rule. */
export const staffShareMeaning: RuleMeaning<StaffShareParams> = { name: "staffShare", schema: staffShareSchema };
