import { CARD_FINDINGS, GROUPINGS, STRENGTHS } from "@lungang/appointment/card";
import { HELD_BACK } from "@lungang/report";
import { z } from "zod";
import { outcomeBase, textSchema } from "../outcome/parts.ts";

/**
 * Format of a report card.
 *
 * @public
 */
export const REPORT_CARD_FORMAT = "lungang-report-card-1";

/** A count of people, held back in public where it would tell about few. */
const count = z.union([z.int(), z.literal(HELD_BACK)]);

/** Whole metres, null where unknown, held back in public where they would tell about few. */
const metres = z.union([z.int(), z.literal(HELD_BACK)]).nullable();

const caseSchema = z.strictObject({
  people: z.array(z.string()),
  posts: z.array(z.string()),
  school: z.string().exactOptional(),
  text: textSchema,
});

const findingSchema = z.strictObject({
  name: z.enum(CARD_FINDINGS),
  text: textSchema,
  unit: z.enum(["people", "pairs", "posts", "heads"]),
  /** Null where it cannot be asked of this plan. */
  value: count.nullable(),
  /** Why it cannot be asked, or nothing was found to ask it of; null where it was asked. */
  because: textSchema.nullable(),
  /** Every case behind the value; not in public. */
  cases: z.array(caseSchema).exactOptional(),
});

const groupSchema = z.strictObject({
  group: z.string(),
  text: textSchema,
  people: count,
  moved: count,
  worse: count,
  /** Mean distance from home to the school entered, of those who move. */
  meanMetres: metres,
  /** Ids behind the counts; not in public. */
  cases: z
    .strictObject({ people: z.array(z.string()), moved: z.array(z.string()), worse: z.array(z.string()) })
    .exactOptional(),
});

const burdenSchema = z.strictObject({
  grouping: z.enum(GROUPINGS),
  text: textSchema,
  groups: z.array(groupSchema),
  /** People of whom nobody knows the group. */
  unknown: count,
});

const distancesSchema = z.strictObject({
  /** People who move to another school, and of how many the distance is known. */
  moved: count,
  knownBefore: count,
  knownAfter: count,
  /** From home to the school left and to the school entered. Shapes: ten entries. */
  decilesBefore: z.array(metres),
  decilesAfter: z.array(metres),
});

const flowSchema = z.strictObject({
  lines: z.array(
    z.strictObject({
      from: z.enum(STRENGTHS),
      to: z.enum(STRENGTHS),
      people: count,
      cases: z.array(z.string()).exactOptional(),
    }),
  ),
  /** People who move to or from a school whose standing nobody knows. */
  unknown: count,
});

const lorenzSchema = z.strictObject({
  total: z.int(),
  /** Heads that the k schools with the smallest shortfalls lack together. Shapes: one entry more than schools. */
  curve: z.array(z.int()),
  gini: z.number().nullable(),
});

const shortfallsSchema = z.strictObject({
  schools: z.array(
    z.strictObject({ school: z.string(), name: z.string(), heads: z.int(), before: z.int(), after: z.int() }),
  ),
  before: lorenzSchema,
  after: lorenzSchema,
  /** Whether for every k the k worst schools together lack no more after than before. */
  dominates: z.boolean(),
});

const personSchema = z.strictObject({
  person: z.string(),
  name: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  moved: z.boolean(),
  worse: z.boolean(),
  metresBefore: z.int().nullable(),
  metresAfter: z.int().nullable(),
});

/**
 * A report card as plain data: what a plan does to whom, with the cases behind every number in the internal edition, and
 * counts that would tell about few held back (`*`) in the public one.
 *
 * @public
 */
export const reportCardSchema = z.strictObject({
  format: z.literal(REPORT_CARD_FORMAT),
  ...outcomeBase,
  title: z.string(),
  kind: z.enum(["rotation", "appointment"]),
  edition: z.enum(["internal", "public"]),
  /** Whether the plan keeps its rules; the card is made of any plan. */
  verified: z.strictObject({ ok: z.boolean(), text: textSchema }),
  findings: z.array(findingSchema),
  burden: z.array(burdenSchema),
  distances: distancesSchema,
  flow: flowSchema,
  shortfalls: shortfallsSchema,
  /** Everybody who moves, gets a post or loses it; not in public. */
  people: z.array(personSchema).exactOptional(),
});

/**
 * A report card; see {@link reportCardSchema}.
 *
 * @public
 */
export type ReportCardDocument = z.infer<typeof reportCardSchema>;
