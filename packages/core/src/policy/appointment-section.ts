import { z } from "zod";
import { postKindSchema } from "../instance/codes.ts";
import { nearestWord } from "../instance/nearest-word.ts";
import { codeOf, wordsOf } from "../instance/word-codes.ts";
import { ownIdSchema } from "./own-attributes.ts";
import { textSchema } from "./parameters.ts";
import { parsePoints } from "../points/decimal.ts";
import { parseShare } from "./share.ts";
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

const stageWord = z.string().superRefine((value, context) => {
  if (codeOf("stage", value) !== undefined) return;
  const choices = wordsOf("stage");
  const likely = nearestWord(value, choices);
  const params = likely === undefined ? { choices } : { choices, likely };
  context.addIssue({ code: "custom", message: "must be one of the stages", params });
});

/** One round: what it is about, whom it is for, which posts it reaches. */
const roundSchema = z.strictObject({
  id: ownIdSchema,
  source: z.string().min(1),
  /** Its name; lists and reports call the round so. */
  text: textSchema,
  /** Posts that it reaches, as seen from the post held at the start. */
  reach: z.enum(["ownPost", "ownSchool", "ownTownship", "betweenTownships", "county"]),
  /** Stages as the workbook calls them: words that are read as one. */
  stages: z.array(stageWord).min(1).optional(),
  kinds: z.array(postKindSchema).min(1).optional(),
  subjects: z.array(z.string().min(1)).min(1).optional(),
  who: z.enum(["everybody", "unplaced", "holders"]).optional(),
  /** Only people of these priority classes of the workbook. */
  classes: z.array(z.string().min(1)).min(1).optional(),
  wishes: z.enum(["filed", "nearest"]).optional(),
  fixes: z.enum(["movers", "everybody"]).optional(),
  rule: ruleSchema.optional(),
  offered: z
    .strictObject({ share: shareSchema.optional(), round: roundingSchema.optional(), most: z.int().min(0).optional() })
    .optional(),
  /** Only posts of schools of these kinds, as the workbook calls them. */
  schoolTypes: z.array(z.string().min(1)).min(1).optional(),
});

const decimalText = z
  .union([z.string(), z.number()])
  .refine((value) => parsePoints(value) !== undefined, "must be a number with at most four decimals");
const weightText = z
  .string()
  .refine((value) => parseShare(value) !== undefined, "must be a share such as 8%, 0.08 or 1/12");

/** One item of points as a row of the workbook writes it; several rows of records of one name are its table. */
const itemSchema = z
  .strictObject({
    id: ownIdSchema,
    source: z.string().min(1),
    text: textSchema.optional(),
    kind: z.enum(["per", "when", "set", "column", "appraisal", "records", "atPost"]),
    /** Column of the people that it counts, or the type of the records. */
    column: z.string().min(1).optional(),
    points: decimalText.optional(),
    weight: weightText.optional(),
    max: decimalText.optional(),
    /** Condition as the workbook writes it. */
    when: z.string().min(1).optional(),
    best: z.int().min(1).optional(),
  })
  .superRefine((item, context) => {
    for (const key of ITEM_NEEDS[item.kind])
      if (item[key] === undefined)
        context.addIssue({
          code: "custom",
          path: [key],
          message: `must be there for an item of the kind ${item.kind}`,
        });
  });

/** What an item of each kind cannot do without. */
const ITEM_NEEDS = {
  per: ["column", "points"],
  when: ["when", "points"],
  set: ["when", "points"],
  column: ["column", "weight"],
  appraisal: ["column", "weight"],
  records: ["column", "points"],
  atPost: ["when", "points"],
} as const;

/** One step of a procedure; what is recorded of it stands in the workbook under its name. */
const step = {
  id: ownIdSchema,
  source: z.string().min(1),
  /** Its name; records call the step so. */
  text: textSchema,
  by: textSchema.optional(),
};

/** Month and day. */
const monthDay = z
  .string()
  .regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, "must be a month and day such as 08-22");

const stepSchema = z.strictObject({
  ...step,
  due: monthDay.optional(),
  /** Nobody is appointed before it has passed. */
  gate: z.boolean().optional(),
});

/** How people are chosen for posts of some kinds: each step passed before the next, then the best by weighted criteria. */
const selectionSchema = z.strictObject({
  source: z.string().min(1),
  text: textSchema,
  /** The posts that are filled so. */
  kinds: z.array(postKindSchema).min(1).optional(),
  offices: z.array(z.string().min(1)).min(1).optional(),
  supervisedBy: textSchema.optional(),
  steps: z
    .array(z.strictObject({ ...step, recorded: z.enum(["once", "byApplication", "each"]).optional() }))
    .min(1)
    .optional(),
  criteria: z
    .array(
      z.strictObject({
        id: ownIdSchema,
        source: z.string().min(1),
        text: textSchema.optional(),
        column: z.string().min(1),
        weight: weightText,
      }),
    )
    .min(1)
    .optional(),
});

/** Who appoints to which posts; the first that fits. */
const appointerSchema = z.strictObject({
  id: ownIdSchema,
  source: z.string().min(1),
  /** Who appoints. */
  text: textSchema,
  kinds: z.array(postKindSchema).min(1).optional(),
  offices: z.array(z.string().min(1)).min(1).optional(),
  schoolTypes: z.array(z.string().min(1)).min(1).optional(),
});

/** For how long people are appointed to which posts; the first that fits. */
const contractSchema = z.strictObject({
  id: ownIdSchema,
  source: z.string().min(1),
  kinds: z.array(postKindSchema).min(1).optional(),
  offices: z.array(z.string().min(1)).min(1).optional(),
  months: z.int().min(1).max(600),
});

/** What follows for people who found no post in the competition. */
const unplacedSchema = z.strictObject({
  id: ownIdSchema,
  source: z.string().min(1),
  /** What holds; records call it so where it has to be passed. */
  text: textSchema,
  /** Who was given a post by a later round of those without one, who has none in the end, or both. */
  who: z.enum(["placed", "unplaced", "both"]),
  /** Work begins only when it was recorded as passed. */
  gate: z.boolean().optional(),
});

/** Fields of the section that may have a source of their own. */
const SOURCED = ["rule", "ownPost", "rankedBy", "ties", "offered", "surplus", "circles"] as const;

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
  /** Where single fields stand in the documents, other than the section. */
  sources: z.partialRecord(z.enum(SOURCED), z.string().min(1)).optional(),
  /** How points are counted, where the workbook has neither points nor items. */
  items: z.array(itemSchema).optional(),
  /** Steps of the procedure in their order, with the day by which each is due. */
  steps: z.array(stepSchema).optional(),
  selection: selectionSchema.optional(),
  appointers: z.array(appointerSchema).optional(),
  contracts: z.array(contractSchema).optional(),
  unplaced: z.array(unplacedSchema).optional(),
});

/**
 * How people are appointed to posts: the rule, what ranks them, which posts are offered, and the rounds.
 *
 * @public
 */
export type AppointmentTerms = z.infer<typeof appointmentSchema>;
