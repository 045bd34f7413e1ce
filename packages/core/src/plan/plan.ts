import { z } from "zod";
import { lockSchema } from "../eligibility/locks.ts";
import { findingSchema } from "../subject/finding.ts";
import { ruleSubjectSchema } from "../subject/rule-subject.ts";
import { formCodeSchema } from "../instance/codes.ts";
import { idSchema, isoDateSchema } from "../instance/scalars.ts";
import { roundingSchema } from "../policy/share-schemas.ts";

const heads = z.int().min(0);

/**
 * Format of the plans that are written and read.
 *
 * @public
 */
export const PLAN_FORMAT = "lungang-plan-2";

/** Why the chain of levels ended; `null` stands for an unbounded or undefined number. */
export const planTerminationSchema = z.strictObject({
  reason: z.enum(["optimal", "feasible"]),
  limit: z.enum(["time", "node", "iteration", "objective", "interrupted", "other"]).optional(),
  primalBound: z.number().nullable(),
  dualBound: z.number().nullable(),
  relativeGap: z.number().nullable(),
  reproducible: z.boolean(),
  /** New moves that the plan was chosen among. */
  candidateMoves: heads.optional(),
  /** New moves that the policy admits: the limits on candidates leave out those that are no candidates. */
  admittedMoves: heads.optional(),
});

/** A person who starts at another school (or in another subject) with this plan. */
export const planMoveSchema = z.strictObject({
  person: idSchema,
  /** School left; absent for a recruit. */
  from: idSchema.nullable(),
  to: idSchema,
  /** Id of the post, or the key of the cell where no post is listed. */
  post: z.string(),
  form: formCodeSchema,
  start: isoDateSchema,
  /** Last day; absent where the move is for good. */
  end: isoDateSchema.nullable(),
  relationMoves: z.boolean(),
  distanceMetres: z.int().min(0).nullable(),
});

/** A person whose exchange has ended: back to the home school, or staying at the host with the relation. */
export const planReturnSchema = z.strictObject({
  person: idSchema,
  from: idSchema,
  to: idSchema,
  post: z.string(),
  /** True where the person stays at the host for good. */
  settles: z.boolean(),
});

/** A person in scope who stays, and why. */
export const planStaySchema = z.strictObject({
  person: idSchema,
  school: idSchema.nullable(),
  /** `exempt`, `locked`, `running`, `inTerm`, `notDue`, `noPost`, `notChosen`. */
  reason: z.enum(["exempt", "locked", "running", "inTerm", "notDue", "noPost", "notChosen"]),
  /** Entry of the policy that decided, where one did. */
  rule: z.string().optional(),
  source: z.string().optional(),
  /** Health or discipline: never shown in public output. */
  sensitive: z.boolean().optional(),
});

/** A person who takes part in a light form at another school, beside the own post (BQ-04, BN-16). */
export const planParticipationSchema = z.strictObject({
  person: idSchema,
  form: formCodeSchema,
  /** School worked at. */
  from: idSchema,
  to: idSchema,
  start: isoDateSchema,
  end: isoDateSchema,
});

/** Periods a week that a person teaches at another school, beside the own post (走教, 跨校兼课). */
export const planItinerarySchema = z.strictObject({
  person: idSchema,
  form: formCodeSchema,
  /** School worked at. */
  from: idSchema,
  to: idSchema,
  /** Id of the post whose periods are taught. */
  post: z.string(),
  periods: z.int().min(1),
  start: isoDateSchema,
  end: isoDateSchema,
});

/** What a target was taken of, term by term: the eligible less the exempt and those without a post, times a share. */
export const baseTermsSchema = z.strictObject({
  eligible: heads,
  /** Of the eligible, those who leave the base because they are exempt this year. */
  exempt: heads,
  /** Of the eligible, those who leave the base because no post admits them. */
  withoutPost: heads,
  counted: heads,
  share: z.string(),
  /** How the product becomes the target, where the policy says so. */
  rounding: roundingSchema,
});

/**
 * Shape of a number that a rule asks for, and what the plan reaches.
 *
 * @public
 */
export const measureSchema = z.strictObject({
  /** Id of the rule entry in the policy. */
  rule: z.string(),
  source: z.string(),
  /** What the number is about. */
  about: ruleSubjectSchema,
  unit: z.string(),
  value: z.number(),
  target: z.number(),
  base: baseTermsSchema.optional(),
  /** Whether the value has to be at least, at most or exactly the target. */
  sense: z.enum(["atLeast", "atMost", "equal"]),
  met: z.boolean(),
});

/**
 * A rule that the plan breaks, by how much and where.
 *
 * @public
 */
export const violationSchema = z.strictObject({
  rule: z.string(),
  source: z.string(),
  strength: z.enum(["hard", "override", "soft"]),
  about: ruleSubjectSchema,
  amount: z.number(),
  unit: z.string(),
  /** What the sentence about it is made of. */
  finding: findingSchema,
});

/** Heads that a post lacks after the plan. */
export const shortfallSchema = z.strictObject({
  school: idSchema,
  post: z.string(),
  stage: z.string().nullable(),
  subject: z.string().nullable(),
  demand: heads,
  before: heads,
  after: heads,
  shortfall: heads,
});

/**
 * Shape of a level of the objective in a plan.
 *
 * @public
 */
export const planLevelSchema = z.strictObject({
  name: z.string(),
  unit: z.string(),
  value: z.number(),
  dualBound: z.number().nullable(),
  relativeGap: z.number().nullable(),
  reason: z.enum(["optimal", "feasible"]),
  /** For the lottery: whether the plan is the only one with these level values. */
  unique: z.boolean().optional(),
});

/** Headcounts of one school before and after on both ledgers. */
export const schoolBalanceSchema = z.strictObject({
  school: idSchema,
  establishment: heads.nullable(),
  relationBefore: heads,
  relationAfter: heads,
  workingBefore: heads,
  workingAfter: heads,
  movesOut: heads,
  movesIn: heads,
});

/** What the plan was made from; together with the inputs it lets anyone make it again. */
export const manifestSchema = z.strictObject({
  instance: z.strictObject({ county: z.string(), planYear: z.int() }),
  policy: z.strictObject({ id: z.string(), version: z.string() }),
  seed: z.string(),
  solver: z.string(),
  versions: z.record(z.string(), z.string()),
  hashes: z.strictObject({ instance: z.string(), policy: z.string(), locks: z.string() }),
  limits: z.record(z.string(), z.union([z.number(), z.null()])),
  overrides: z.array(z.strictObject({ rule: z.string(), source: z.string(), reason: z.string() })),
});

/** Policy, settings, overrides and locks as they were used: with the instance and the seed they make the plan again. */
export const planBasisSchema = z.strictObject({
  /** The policy document as written, parameters in place. */
  policy: z.record(z.string(), z.json()),
  /** Values given for parameters, by name. */
  settings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
  /** Reasons for which rules are set aside, by the id of the rule. */
  overrides: z.record(z.string(), z.string()),
  locks: z.array(lockSchema),
});

/**
 * A plan: the whole answer in domain words. It holds no times of day and no durations.
 *
 * @public
 */
export const planSchema = z.strictObject({
  format: z.literal(PLAN_FORMAT),
  termination: planTerminationSchema,
  moves: z.array(planMoveSchema),
  returns: z.array(planReturnSchema),
  stays: z.array(planStaySchema),
  participations: z.array(planParticipationSchema).default([]),
  itineraries: z.array(planItinerarySchema).default([]),
  measures: z.array(measureSchema),
  violations: z.array(violationSchema),
  shortfalls: z.array(shortfallSchema),
  schools: z.array(schoolBalanceSchema),
  levels: z.array(planLevelSchema),
  indicators: z.record(z.string(), z.number().nullable()),
  manifest: manifestSchema,
  basis: planBasisSchema,
});

/**
 * A plan of one year as data, format `lungang-plan-2`.
 *
 * @public
 */
export type Plan = z.infer<typeof planSchema>;

/**
 * A person who starts at another school, or in another post.
 *
 * @public
 */
export type PlanMove = z.infer<typeof planMoveSchema>;

/**
 * A person whose exchange has ended: back to the home school, or staying for good.
 *
 * @public
 */
export type PlanReturn = z.infer<typeof planReturnSchema>;

/**
 * A person who stays, and why.
 *
 * @public
 */
export type PlanStay = z.infer<typeof planStaySchema>;

/**
 * A person who takes part in a light form beside the own post.
 *
 * @public
 */
export type PlanParticipation = z.infer<typeof planParticipationSchema>;

/**
 * Periods a week that a person teaches at another school.
 *
 * @public
 */
export type PlanItinerary = z.infer<typeof planItinerarySchema>;

/**
 * A number of a rule against its target, and what it is about.
 *
 * @public
 */
export type Measure = z.infer<typeof measureSchema>;
export type BaseTerms = z.infer<typeof baseTermsSchema>;

/**
 * A rule that a plan breaks: by how much, where, and what was found.
 *
 * @public
 */
export type Violation = z.infer<typeof violationSchema>;

/**
 * Heads that a post lacks after the plan.
 *
 * @public
 */
export type Shortfall = z.infer<typeof shortfallSchema>;

/**
 * A level of the objective with its value and the bound that was proven.
 *
 * @public
 */
export type PlanLevel = z.infer<typeof planLevelSchema>;

/**
 * Headcounts of a school before and after on both ledgers.
 *
 * @public
 */
export type SchoolBalance = z.infer<typeof schoolBalanceSchema>;

/**
 * What a plan was made from: county, policy with settings and overrides, locks, seed, solver, versions, hashes.
 *
 * @public
 */
export type Manifest = z.infer<typeof manifestSchema>;

/**
 * Policy, settings, overrides and locks as they were used for a plan.
 *
 * @public
 */
export type PlanBasis = z.infer<typeof planBasisSchema>;
