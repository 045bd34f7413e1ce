import { z } from "zod";
import { postKindSchema } from "../instance/codes.ts";
import { ownIdSchema } from "./own-attributes.ts";
import { textSchema } from "./parameters.ts";
import { shareSchema } from "./share-schemas.ts";

const ruleSchema = z.enum([
  "acceptance",
  "trading",
  "twoSidedPeople",
  "twoSidedPosts",
  "floors",
  "examination",
  "cycles",
  "swaps",
]);

const orderSchema = z.enum(["lowestPoints", "highestPoints"]);
const roundingSchema = z.enum(["up", "down"]);

/** One round: what it is about, whom it is for, which posts it reaches. */
const roundSchema = z.strictObject({
  id: ownIdSchema,
  source: z.string().min(1),
  /** Its name; lists and reports call the round so. */
  text: textSchema,
  /** Posts that it reaches, as seen from the post held at the start. */
  reach: z.enum(["ownPost", "ownSchool", "ownTownship", "betweenTownships", "county"]),
  /** Stages as the workbook calls them. */
  stages: z.array(z.string().min(1)).min(1).optional(),
  kinds: z.array(postKindSchema).min(1).optional(),
  subjects: z.array(z.string().min(1)).min(1).optional(),
  who: z.enum(["everybody", "unplaced", "holders"]).optional(),
  /** Only people of these priority classes of the workbook. */
  classes: z.array(z.string().min(1)).min(1).optional(),
  wishes: z.enum(["filed", "nearest"]).optional(),
  fixes: z.enum(["movers", "everybody"]).optional(),
  rule: ruleSchema.optional(),
  offered: z.strictObject({ share: shareSchema, round: roundingSchema }).optional(),
});

/** How people are appointed to posts (县管校聘); what is left out stands in the workbook of applications. */
export const appointmentSchema = z.strictObject({
  source: z.string().min(1),
  text: textSchema,
  rule: ruleSchema.optional(),
  /** Whether a holder keeps the own post or defends it by rank. */
  ownPost: z.enum(["keeps", "contested"]).optional(),
  rankedBy: z.enum(["points", "draw"]).optional(),
  /** Columns of the people that decide between equal points, in this order. */
  ties: z
    .array(z.strictObject({ column: z.string().min(1), order: z.enum(["desc", "asc"]) }))
    .min(1)
    .optional(),
  /** Which empty posts are offered. */
  offered: z
    .strictObject({
      share: shareSchema.optional(),
      round: roundingSchema.optional(),
      by: z.enum(["school", "township", "together"]).optional(),
      holdBack: shareSchema.optional(),
      schoolDecidesUpTo: z.int().min(0).optional(),
    })
    .optional(),
  /** Who leaves a post that too many people hold. */
  surplus: z.strictObject({ order: orderSchema, volunteers: orderSchema.optional() }).optional(),
  /** Circles of people who change places, for the rule `cycles`. */
  circles: z.strictObject({ longest: z.int().min(1).max(20), chains: z.boolean() }).optional(),
  /** Rounds in their order, each fixed before the next. */
  rounds: z.array(roundSchema).min(1).optional(),
});

/**
 * How people are appointed to posts: the rule, what ranks them, which posts are offered, and the rounds.
 *
 * @public
 */
export type AppointmentTerms = z.infer<typeof appointmentSchema>;
