import { z } from "zod";
import { isMonthDay } from "../instance/calendar.ts";
import type { FormCode } from "../instance/codes.ts";
import { formCodeSchema, officeSchema, postKindSchema, SCOPES } from "../instance/codes.ts";
import { appointmentSchema } from "./appointment-section.ts";
import { benefitsSchema } from "./benefits.ts";
import { FORM_CATEGORIES, MANAGERS, withCatalogue } from "./forms.ts";
import { parameterSchema, textSchema } from "./parameters.ts";
import { EVERYTHING, moveCondition, personCondition, predicateSchema, schoolCondition } from "./predicate.ts";
import { holidayYearsSchema } from "./holidays.ts";
import { deadlinesSchema, reportsSchema } from "./report-section.ts";
import { monthsSchema, weightSchema } from "./ranges.ts";
import { ownAttributeSchema } from "./own-attributes.ts";
import { pointsSchema } from "./points-section.ts";
import { publicationSchema } from "./publication-section.ts";
import { shareSchema } from "./share-schemas.ts";

const monthDaySchema = z.string().refine(isMonthDay, "must be a month and day such as 08-31");
const sourceSchema = z.string().min(1);

export const scopeSchema = z.enum(SCOPES);

/**
 * Which schools a policy is for.
 *
 * @public
 */
export type Scope = z.infer<typeof scopeSchema>;

export const ageLimitSchema = z.strictObject({
  male: z.int(),
  female: z.int(),
  /** Whether 以下 includes the limit itself (Civil Code article 1259). */
  inclusive: z.boolean().default(true),
});

/** Which years count: at the home school, in one office there, or as a leader there without a break. */
export const yearsSchema = z.strictObject({
  measure: z.enum(["school", "office", "leadership"]),
  office: officeSchema.optional(),
  min: z.int().min(0),
});

/** People whom the policy wants to move over the years: they form the base of quotas. */
export const dueSchema = z.strictObject({
  id: z.string(),
  source: sourceSchema,
  who: personCondition,
  age: ageLimitSchema.optional(),
  years: yearsSchema.optional(),
  text: textSchema,
});

export const exemptionSchema = z.strictObject({
  id: z.string(),
  source: sourceSchema,
  when: personCondition,
  text: textSchema,
  /** Only in principle (原则上不): it protects, and who volunteers or has a destination fixed may go all the same (BQ-02). */
  inPrinciple: z.boolean().default(false),
  /** Whether the person uses headcount of the school while exempt (XC-15). */
  occupiesHeadcount: z.boolean().default(true),
  /** The reason is health or discipline: never shown in public output (FL-01). */
  sensitive: z.boolean().default(false),
});

export const forcedSchema = z.strictObject({
  id: z.string(),
  source: sourceSchema,
  when: personCondition,
  text: textSchema,
  /** Also moves somebody whose term at the present school has not ended. */
  withinTerm: z.boolean().default(false),
  sensitive: z.boolean().default(true),
});

export const volunteersSchema = z.strictObject({
  source: sourceSchema,
  who: personCondition.default(EVERYTHING),
  /** The present school has to agree (DM-08). */
  needsHomeConsent: z.boolean().default(true),
  /** Only into a post that is short (DM-08). */
  needsVacancy: z.boolean().default(true),
  /** Only to schools that the person wishes for; who states no wish stays. */
  onlyWishes: z.boolean().default(false),
});

export const returnsSchema = z.strictObject({
  source: sourceSchema,
  /** Who applied and was approved may stay with the relation moved, if the host has room (YL-17). */
  stayAllowed: z.boolean().default(false),
  /** An exchange whose goal was missed runs on (HL-05). */
  extendIfGoalMissed: z.boolean().default(false),
  /** By how many months it runs on, once. */
  extensionMonths: monthsSchema.default(12),
});

const formShape = z.strictObject({
  code: formCodeSchema,
  /** Entry of the catalogue of forms that everything not stated here is taken from. */
  base: formCodeSchema.optional(),
  source: sourceSchema,
  text: textSchema,
  /** Who moves in this form. */
  who: personCondition.default(EVERYTHING),
  /** From and to which schools and posts. */
  where: moveCondition.default(EVERYTHING),
  scope: scopeSchema,
  kinds: z.array(postKindSchema).default(["teaching"]),
  relationMoves: z.boolean(),
  termMonths: z.strictObject({ min: monthsSchema, max: monthsSchema }),
  /** Moves of this form count in quotas and shares. */
  countsInQuota: z.boolean().default(true),
  /** Counts as a year or more (BQ-06b); without it the shortest term decides. */
  countsAsLong: z.boolean().optional(),
  /** Share of a full-time post; below 1 nobody moves: a light form (GL-03, BN-16). */
  fullTimeShare: shareSchema.prefault("1"),
  /** The home school keeps the professional post (YL-16, GL-05). */
  keepsHomePost: z.boolean().default(true),
  /** People may enter the next office up: vice principals as principals, middle leaders and reserve cadres below (BN-03). */
  promotes: z.boolean().default(false),
  /** Who leads the management of the person (BQ-13, BN-15). */
  management: z.enum(MANAGERS).default("host"),
  /** How people come to take part (GP-01). */
  category: z.enum(FORM_CATEGORIES).optional(),
  /** Both legs of a pair send equally many (ZW-02); needs a pair rule. */
  equalSwap: z.boolean().default(false),
  /** A subject other than the main one is allowed where it is certified. */
  crossSubject: z.boolean().default(true),
  crossStage: z.boolean().default(false),
});

/** A form of exchange; with `base` it starts from the catalogue. */
export const formSchema = z.preprocess(withCatalogue, formShape);

export const STRENGTHS = ["hard", "override", "soft"] as const;

/** One rule with its parameters; the parameters are read by the folder of the rule. */
export const ruleEntrySchema = z.strictObject({
  /** Key of this entry, unique in the policy. */
  id: z.string().regex(/^[a-z][A-Za-z0-9-]*$/, "must begin with a small letter and be letters, digits and hyphens"),
  /** Folder under `rules/`. */
  rule: z.string(),
  source: sourceSchema,
  text: textSchema,
  strength: z.enum(STRENGTHS).default("hard"),
  /** Whether the rule holds: a policy writes a parameter here where its text leaves the choice. @defaultValue true */
  enabled: z.boolean().optional(),
  /** Points of the compliance level for one unit of violation of a soft or overridden rule. */
  price: weightSchema.default(1),
  /** Why a rule of strength `override` is set aside this year; it is then priced and logged. */
  override: z.string().min(1).optional(),
  params: z.record(z.string(), z.unknown()).default({}),
});

export const levelSchema = z.strictObject({
  name: z.string().regex(/^[a-z][A-Za-z0-9]*$/, "must begin with a small letter and be letters, digits"),
  unit: z.string(),
  text: textSchema,
  tolerance: z.int().min(0).default(0),
});

export const candidatesSchema = z.strictObject({
  /** Posts a person, nearest first. */
  limit: z.int().min(1).default(10),
  /** Metres; farther posts are left out unless a post in shortage would lose its last candidate. */
  radiusMetres: z.int().min(1).optional(),
  /** Candidates that a post in shortage keeps for every missing head, whatever the limits. */
  perShortage: z.int().min(1).default(3),
  /** Moves of an earlier plan: candidates whatever the limits, where they are admitted. */
  keep: z.array(z.strictObject({ person: z.string(), post: z.string() })).default([]),
});

/**
 * Shape of a policy after its parameters were filled in.
 *
 * @public
 */
export const policySchema = z.strictObject({
  format: z.literal("lungang-policy-1"),
  id: z.string(),
  version: z.string(),
  name: textSchema,
  description: textSchema.optional(),
  parameters: z.record(z.string(), parameterSchema).default({}),
  calendar: z.strictObject({
    source: sourceSchema,
    cutoff: monthDaySchema,
    start: monthDaySchema,
    publicityDays: z.int().min(1).optional(),
    deadlines: deadlinesSchema.optional(),
    /** Holidays of years that are not known, or other than the published ones. */
    holidays: holidayYearsSchema.optional(),
  }),
  /** Columns of the data that conditions of this policy ask for, and what is counted and summed from them. */
  attributes: z.array(ownAttributeSchema).default([]),
  /** Points of people, which conditions ask for and rules rank by. */
  points: z.array(pointsSchema).default([]),
  sets: z.record(z.string(), predicateSchema).default({}),
  scope: z.strictObject({ source: sourceSchema, schools: schoolCondition, text: textSchema }),
  eligibility: z.strictObject({
    exchangeBreaksTenure: z.boolean().default(false),
    due: z.array(dueSchema),
    exemptions: z.array(exemptionSchema).default([]),
    forced: z.array(forcedSchema).default([]),
    volunteers: volunteersSchema.optional(),
    returns: returnsSchema.optional(),
    /** Honour and title sets that count as backbone (骨干): a named set of the policy. */
    backbone: z.string().optional(),
  }),
  forms: z.array(formSchema).min(1),
  candidates: candidatesSchema.prefault({}),
  rules: z.array(ruleEntrySchema),
  levels: z.array(levelSchema).min(1),
  /** What of a plan is published; without it lists mask names. */
  publication: publicationSchema.optional(),
  /** Appointment to posts, which the verb of that name reads. */
  appointment: appointmentSchema.optional(),
  /** Sections that only reports read; masked values in them are asked for by reports alone. */
  benefits: benefitsSchema.optional(),
  reports: reportsSchema.optional(),
});

/**
 * A policy after its parameters were filled in; those of its rules are not read yet.
 *
 * @public
 */
export type FilledPolicy = z.infer<typeof policySchema>;

/**
 * What a policy says beside its rules.
 *
 * @public
 */
export interface PolicyTerms extends Omit<FilledPolicy, "rules"> {
  /** Light forms that rules plan by periods: at the schools they reach, a small rest of a load needs nobody of its own. */
  readonly periodForms?: readonly FormCode[];
}

/**
 * A form of exchange of a policy: who, where to, how long, and what moves with the person.
 *
 * @public
 */
export type Form = z.infer<typeof formSchema>;

/**
 * A rule of a policy as it is written: name, source, strength, price, parameters not read yet.
 *
 * @public
 */
export type RuleEntry = z.infer<typeof ruleEntrySchema>;

/**
 * People who are due for rotation, by office, age and years.
 *
 * @public
 */
export type DueGroup = z.infer<typeof dueSchema>;

/**
 * Who does not move this year, and why.
 *
 * @public
 */
export type Exemption = z.infer<typeof exemptionSchema>;

/**
 * A level of the objective of a policy: name, unit and tolerance.
 *
 * @public
 */
export type LevelEntry = z.infer<typeof levelSchema>;
