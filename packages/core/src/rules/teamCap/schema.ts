import { z } from "zod";
import type { RuleMeaning } from "../../policy/policy-rule.ts";
import { roundingSchema, shareSchema } from "../../policy/share-schemas.ts";

/** Members of the leadership team of a school who leave at a time: at most a share of the team, usually rounded down (DM-06). */
export const teamCapSchema = z.strictObject({
  share: shareSchema,
  /** How the share of the team becomes a number. */
  rounding: roundingSchema,
  /** A team too small for the share may still let one go; the text says 一般 (tricky case 3). */
  atLeastOne: z.boolean().default(false),
});

export type TeamCapParams = z.infer<typeof teamCapSchema>;

/** Name and parameters of the rule. */
export const teamCapMeaning: RuleMeaning<TeamCapParams> = { name: "teamCap", schema: teamCapSchema };
