import { z } from "zod";
import type { RuleMeaning } from "../../policy/policy-rule.ts";
import { EVERYTHING, moveCondition, schoolCondition } from "../../policy/predicate.ts";
import { ROUNDINGS } from "../../policy/rounding.ts";
import { shareSchema } from "../../policy/share-schemas.ts";

const limit = z.int().min(0).optional();
const limits = z.strictObject({ minOut: limit, maxOut: limit, minIn: limit, maxIn: limit });

/**
 * Least and most exchanges out of and into each school, in quotas or not (HL-16, BQ-17). A school's own quota wins.
 *
 * By subject the limits hold for every subject that the school has posts or people of: by the post left, and by the post
 * entered. The numbers that schools write are for all subjects together and are not read then.
 */
export const perSchoolSchema = z.strictObject({
  /** Schools that the limits of this entry are for, by `school.` attributes. */
  schools: schoolCondition.default(EVERYTHING),
  /** Which moves are counted. */
  moves: moveCondition.default(EVERYTHING),
  minOut: limit,
  maxOut: limit,
  minIn: limit,
  maxIn: limit,
  /** Most leavers as a share of the people working at the school. */
  maxOutShare: shareSchema.optional(),
  /** How that share becomes a number of people: a most is rounded down unless the policy says otherwise; one may always go. */
  maxOutRounding: z.enum(ROUNDINGS).default("down"),
  /** Limits that the authority gives to single schools, by id (BN-05a, BQ-17); they win over all others. */
  bySchool: z.record(z.string(), limits).default({}),
  /** Whether the limits hold for every subject of a school, not for all of its people together. */
  bySubject: z.boolean().default(false),
  /** Use the limits written at the school where it has any. */
  useSchoolQuota: z.boolean().default(true),
});

export type PerSchoolParams = z.infer<typeof perSchoolSchema>;

/** Name and parameters of the rule. */
export const perSchoolMeaning: RuleMeaning<PerSchoolParams> = { name: "perSchool", schema: perSchoolSchema };
