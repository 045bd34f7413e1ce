import { z } from "zod";
import type { RuleMeaning } from "../../policy/policy-rule.ts";
import { formCodeSchema } from "../../instance/codes.ts";
import { EVERYTHING, personCondition } from "../../policy/predicate.ts";
import { roundingSchema, shareSchema } from "../../policy/share-schemas.ts";

/**
 * Participation of a year in any form (BQ-06a, BQ-06b, BQ-17): people who move, who are away on a running exchange or who take
 * part in a light form, each counted once, against a share of the people in scope.
 *
 * A light form uses no headcount: the person keeps the own post. The school is the one that holds the relation.
 */
export const participationSchema = z.strictObject({
  /** Whose participation is asked for: full-time teachers (专任教师). */
  who: personCondition.default(EVERYTHING),
  /** Light forms that count beside counted moves, best first. */
  forms: z.array(formCodeSchema).min(1),
  /** Least share of people who take part (BQ-06a). */
  share: shareSchema.optional(),
  /** Least share of people who take part for a year or more (BQ-06b). */
  longShare: shareSchema.optional(),
  /** How both shares become numbers. */
  rounding: roundingSchema,
  /** One share for the county, or one for every school, zone, township or alliance. */
  by: z.enum(["county", "school", "zone", "township", "alliance"]).default("county"),
  /** The exempt of the year leave the base. */
  excludeExempt: z.boolean().default(false),
  /** Who is away on a running exchange takes part, for a year or more. */
  countRunning: z.boolean().default(true),
  /** Least numbers of people given to single schools, by id (BQ-17). */
  bySchool: z.record(z.string(), z.int().min(0)).default({}),
});

export type ParticipationParams = z.infer<typeof participationSchema>;

/** Name and parameters of the rule. */
export const participationMeaning: RuleMeaning<ParticipationParams> = {
  name: "participation",
  schema: participationSchema,
};
