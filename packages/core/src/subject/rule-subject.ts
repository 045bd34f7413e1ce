import { z } from "zod";
import { canonicalJson } from "../instance/canonical-json.ts";
import { groupKindSchema, stageSchema } from "../instance/codes.ts";
import { idSchema } from "../instance/scalars.ts";

/** Which limit of its subject a number is about, where a rule sets several. */
export const LIMITS = [
  "minOut",
  "maxOut",
  "minIn",
  "maxIn",
  "min",
  "max",
  "minShare",
  "maxShare",
  "maxOfReverse",
  "maxLoss",
  "longTerm",
  "meanDeviation",
  "variation",
  "working",
  "relation",
  "load",
  "places",
  "metres",
  "membership",
  "teachers",
  "leaders",
] as const;

export const limitSchema = z.enum(LIMITS);

/**
 * Name of a limit; see {@link LIMITS}.
 *
 * @public
 */
export type LimitName = z.infer<typeof limitSchema>;

/** Parts of what a plan says that it was made from. */
export const MANIFEST_PARTS = [
  "county",
  "planYear",
  "instance",
  "policy",
  "overrides",
  "levels",
  "locks",
  "seed",
] as const;

const limit = limitSchema.optional();
/** Where a rule counts by subject: the one counted. */
const subject = z.string().optional();

/**
 * What a number, a breach or a row is about: the same from the label of a row to the printed sentence.
 *
 * Ids are those of the instance; `post` is the id of a post or the key of its cell. Statements of a plan about itself
 * have kinds of their own: `entry` (a rule of the policy), `level`, `indicator` and `manifest`.
 *
 * @public
 */
export const ruleSubjectSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("county"), subject, limit }),
  z.strictObject({
    kind: z.literal("school"),
    school: idSchema,
    subject,
    limit,
    /** In so many years after the one that is planned. @defaultValue in that year itself */
    yearsLater: z.int().min(1).optional(),
  }),
  z.strictObject({ kind: z.literal("group"), group: groupKindSchema, id: z.string(), limit }),
  z.strictObject({ kind: z.literal("area"), area: z.string(), limit }),
  z.strictObject({ kind: z.literal("post"), post: z.string(), limit }),
  z.strictObject({ kind: z.literal("person"), person: z.string(), limit }),
  /** Two schools, in the order in which sentences name them; `id` where they are a pair of the instance. */
  z.strictObject({ kind: z.literal("pair"), a: idSchema, b: idSchema, id: z.string().optional(), limit }),
  z.strictObject({ kind: z.literal("stage"), stage: stageSchema, limit }),
  /** Moves from one class of schools to another, by the names that the rule gives the classes; `*` is any. */
  z.strictObject({ kind: z.literal("route"), from: z.string(), to: z.string(), limit }),
  z.strictObject({ kind: z.literal("entry"), entry: z.string() }),
  z.strictObject({ kind: z.literal("level"), level: z.string() }),
  z.strictObject({ kind: z.literal("indicator"), indicator: z.string() }),
  z.strictObject({ kind: z.literal("manifest"), part: z.enum(MANIFEST_PARTS) }),
]);

/**
 * What a rule is about; see {@link ruleSubjectSchema}.
 *
 * @public
 */
export type RuleSubject = z.infer<typeof ruleSubjectSchema>;

/**
 * The county as a whole.
 *
 * @public
 */
export const COUNTY = { kind: "county" } as const satisfies RuleSubject;

/**
 * Returns a text that two subjects share only where they are the same; for look-up and order, never for readers.
 *
 * @public
 */
export function subjectKey(subject: RuleSubject): string {
  return canonicalJson(subject);
}

/**
 * How some rules part the people or schools of a county: one number for all, or one for every group.
 *
 * @public
 */
export type Grouping = "county" | "school" | "township" | "zone" | "alliance";

/** Id of the one group of a county that is not parted. */
export const WHOLE_COUNTY = "";

/**
 * Returns one group of a parting as what a number is about.
 *
 * @public
 */
export function groupSubject(by: Grouping, id: string): RuleSubject {
  if (by === "county") return COUNTY;
  return by === "school" ? { kind: "school", school: id } : { kind: "group", group: by, id };
}
