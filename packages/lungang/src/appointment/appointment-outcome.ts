import { z } from "zod";
import { outcomeBase, textSchema } from "../outcome/parts.ts";

/**
 * Format of the outcome of an appointment.
 *
 * @public
 */
export const APPOINTMENT_OUTCOME_FORMAT = "lungang-appointment-outcome-1";

const base = { format: z.literal(APPOINTMENT_OUTCOME_FORMAT), ...outcomeBase };

const findingSchema = z.strictObject({ people: z.array(z.string()), posts: z.array(z.string()), text: textSchema });

const lineSchema = z.strictObject({
  person: z.string(),
  name: z.string().exactOptional(),
  from: z.string().nullable(),
  post: z.string().nullable(),
  /** Place in the person's list, counted from 1, the own post included; null for nothing. */
  wish: z.int().nullable(),
  outcome: z.enum(["moved", "stayed", "appointed", "unplaced"]),
  /** The round that decided, or the last one in which the person took part; null without rounds, or for none. */
  round: z.string().nullable(),
  /** Points as the text of an exact decimal; null where none count. */
  points: z.string().nullable(),
  /** Who appoints to the post; null where no policy says or there is no post. */
  appointer: textSchema.nullable(),
  /** First and last day; null where no policy says for how long. The first is null for a contract that runs on. */
  contract: z.strictObject({ from: z.string().nullable(), to: z.string() }).nullable(),
  /** What holds of work, training and pay; `met` is null where nothing has to be passed. */
  conditions: z.array(
    z.strictObject({ id: z.string(), source: z.string(), text: textSchema, met: z.boolean().nullable() }),
  ),
  /** Why this post or none. */
  reason: textSchema,
  /**
   * Posts that the person would rather have, best first, and what stands before each, by the round in which they were lost: the
   * lowest points admitted there.
   */
  missed: z.array(
    z.strictObject({
      post: z.string(),
      /** Null for a post that was no wish and was tried because it is nearer. */
      wish: z.int().nullable(),
      heads: z.int(),
      lowestPoints: z.string().nullable(),
      text: textSchema,
      /** The same for the person, without names of others. */
      toPerson: textSchema,
    }),
  ),
});

const vacancySchema = z.strictObject({
  post: z.string(),
  school: z.string(),
  gap: z.int(),
  offered: z.int(),
  notOffered: z.array(z.strictObject({ reason: z.string(), heads: z.int(), text: textSchema })),
});

/** A rule beside the one that decided. */
const comparedSchema = z.strictObject({
  rule: z.string(),
  name: textSchema,
  /** Whether this is the rule that decided. */
  chosen: z.boolean(),
  moved: z.int(),
  appointed: z.int(),
  unplaced: z.int(),
  firstWish: z.int(),
  /** People who are passed over for somebody behind them. */
  passedOver: z.int(),
});

export const checkedPropertySchema = z.strictObject({
  name: z.string(),
  text: textSchema,
  holds: z.boolean(),
  findings: z.array(findingSchema),
});

const strategySchema = z.strictObject({
  isSafe: z.boolean(),
  text: textSchema,
  reference: z.string().nullable(),
  /** How somebody gains, where honest answers are not safe. */
  example: textSchema.nullable(),
});

/** One round of several, each fixed before the next. */
const roundSchema = z.strictObject({
  round: z.string(),
  rule: z.string(),
  ruleName: textSchema,
  taking: z.int(),
  /** What it changed: who got a post, and with null who lost the own one. */
  steps: z.array(z.strictObject({ person: z.string(), from: z.string().nullable(), post: z.string().nullable() })),
  properties: z.array(checkedPropertySchema),
  strategy: strategySchema,
});

/** Heads of a school by relation and by where people work, before a rotation plan, and after it and the competition. */
const ledgerSchema = z.strictObject({
  school: z.string(),
  name: z.string(),
  establishment: z.int().nullable(),
  relationBefore: z.int(),
  relationAfter: z.int(),
  workingBefore: z.int(),
  workingAfter: z.int(),
});

/** What would be if as few people as can be ended elsewhere after decisions were withdrawn. */
const fewestChangesSchema = z.strictObject({
  changes: z.array(z.strictObject({ person: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  /** People who end elsewhere when the rounds are run again. */
  changesByRounds: z.int(),
  /** Whether no list changes fewer. */
  isProven: z.boolean(),
  /** Who is passed over by it, or is kept from a free post, and is not when the rounds are run again. */
  envy: z.array(findingSchema),
});

/** Posts of a level of titles at a school; people without a post hold the one of the school they came from. */
const titlePostsSchema = z.strictObject({
  school: z.string(),
  level: z.string(),
  posts: z.int(),
  before: z.int(),
  after: z.int(),
  vacant: z.int(),
  over: z.int(),
});

/** What the establishment of a school comes to, and the heads of its posts. */
const establishmentSchema = z.strictObject({
  countyTotal: z.int(),
  /** Heads that the county holds: the reserve and what nobody needs. */
  held: z.int(),
  /** Whether the standard asks for more than there is, so that the total was divided in proportion. */
  isScarce: z.boolean(),
  schools: z.array(
    z.strictObject({
      school: z.string(),
      byStandard: z.int(),
      smallSchoolHundredths: z.int(),
      heads: z.int(),
      posts: z.int(),
    }),
  ),
});

/** A step that the policy prescribes, and what was recorded of it. */
const stepSchema = z.strictObject({
  step: z.string(),
  source: z.string(),
  text: textSchema,
  by: textSchema.nullable(),
  /** Month and day by which it was due. */
  due: z.string().nullable(),
  state: z.enum(["passed", "failed", "open"]),
  on: z.string().nullable(),
  isLate: z.boolean(),
});

const pointItemSchema = z.strictObject({
  item: z.string(),
  points: z.string(),
  text: textSchema,
  source: z.string().nullable(),
  /** Set where the item counts at this post only. */
  post: z.string().nullable(),
});

/** Somebody who applied for a post that is filled by selection, and how far he came. */
const candidateSchema = z.strictObject({
  person: z.string(),
  passed: z.array(textSchema),
  /** The step that was failed or of which nothing is recorded; null for who may be appointed. */
  stoppedAt: textSchema.nullable(),
  because: z.enum(["failed", "open"]).nullable(),
  /** Points of the weighted criteria; null where none are counted. */
  points: z.string().nullable(),
  items: z.array(pointItemSchema),
});

const sheetSchema = z.strictObject({
  person: z.string(),
  total: z.string(),
  items: z.array(pointItemSchema),
});

const decidedSchema = z.strictObject({
  title: z.string(),
  rule: z.string(),
  ruleName: textSchema,
  /** Seed of the public draw, null where none was needed. */
  seed: z.string().nullable(),
  counts: z.strictObject({
    people: z.int(),
    moved: z.int(),
    stayed: z.int(),
    appointed: z.int(),
    unplaced: z.int(),
    firstWish: z.int(),
  }),
  lines: z.array(lineSchema),
  vacancies: z.array(vacancySchema),
  compared: z.array(comparedSchema),
  /** Who is passed over for somebody behind, by the rule that decided. */
  envy: z.array(findingSchema),
  /** Pairs that would rather have each other, each with the couple, limit or full level of titles between them. */
  remaining: z.array(
    z.strictObject({ person: z.string(), post: z.string(), causes: z.array(z.string()), text: textSchema }),
  ),
  properties: z.array(checkedPropertySchema),
  strategy: strategySchema,
  /** Rounds in their order; empty where everything was decided at once. */
  rounds: z.array(roundSchema),
  /** Who ends elsewhere because decisions were withdrawn. */
  withdrawn: z.array(
    z.strictObject({
      person: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
      /** Rounds that decided before and after, null for none. */
      rounds: z.tuple([z.string().nullable(), z.string().nullable()]),
    }),
  ),
  /** Posts of titles of every school that has some, and who holds them before and after; empty where none are set. */
  titlePosts: z.array(titlePostsSchema),
  /** The list with the fewest changes after decisions were withdrawn, as an alternative; null where it is not asked for. */
  fewestChanges: fewestChangesSchema.nullable(),
  /** Both ledgers of every school after rotation and competition; empty without a rotation plan. */
  ledgers: z.array(ledgerSchema),
  /** Establishment by pupils and classes; null where the workbook has no sizes of schools. */
  establishment: establishmentSchema.nullable(),
  /** Steps of the procedure that the policy prescribes, in their order. */
  procedure: z.array(stepSchema),
  /** Who applied for posts filled by selection. */
  candidates: z.array(candidateSchema),
  /** Working days for which the list is public, where a policy says so. */
  publicityDays: z.int().nullable(),
  sheets: z.array(sheetSchema),
  surplus: z.array(
    z.strictObject({
      post: z.string(),
      excess: z.int(),
      leaving: z.array(z.strictObject({ person: z.string(), because: z.enum(["volunteers", "lastInOrder"]) })),
    }),
  ),
});

/**
 * The outcome of an appointment, as plain data. `appointed` was checked by code that shares none with the rule;
 * `infeasible` means that couples and limits cannot be kept together; `stopped` that a limit came first; `invalid` that
 * data or call are wrong.
 *
 * @public
 */
export const appointmentOutcomeSchema = z.discriminatedUnion("status", [
  z.strictObject({ ...base, status: z.literal("appointed"), appointment: decidedSchema }),
  z.strictObject({ ...base, status: z.literal("infeasible") }),
  z.strictObject({ ...base, status: z.literal("stopped") }),
  z.strictObject({ ...base, status: z.literal("invalid") }),
]);

/**
 * The outcome of an appointment; see {@link appointmentOutcomeSchema}.
 *
 * @public
 */
export type AppointmentOutcome = z.infer<typeof appointmentOutcomeSchema>;

/**
 * What was decided, and everything that people ask about it.
 *
 * @public
 */
export type DecidedAppointment = z.infer<typeof decidedSchema>;
