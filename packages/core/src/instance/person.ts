import { z } from "zod";
import {
  EDUCATIONS,
  ESTABLISHMENTS,
  GRADES,
  HONOURS,
  RANKING_KINDS,
  RETIRE_CATEGORIES,
  TITLES,
  formCodeSchema,
  officeSchema,
  personTypeSchema,
  sexSchema,
  stageSchema,
  statusCodeSchema,
} from "./codes.ts";
import {
  coordinatesSchema,
  countSchema,
  idSchema,
  isoDateSchema,
  orderedObject,
  ownValuesSchema,
  subjectSchema,
} from "./scalars.ts";

/** A subject that a person can teach; without stages it holds for every stage in which the person is certified. */
export const subjectSkillSchema = orderedObject({
  subject: subjectSchema,
  stages: z.array(stageSchema).optional(),
  /** The main subject decides the cell that the person fills. */
  main: z.boolean().default(false),
  certified: z.boolean().default(true),
});

/** A period in an office at a school; without an end it runs on. */
export const officePeriodSchema = orderedObject({
  office: officeSchema,
  school: idSchema.optional(),
  start: isoDateSchema,
  end: isoDateSchema.optional(),
});

/** A status that can exempt a person: who, from when, until when, approved or not. Never shown in public output. */
export const statusSchema = orderedObject({
  code: statusCodeSchema,
  from: isoDateSchema.optional(),
  to: isoDateSchema.optional(),
  approved: z.boolean().default(true),
  /** Grade of the hospital that certified an illness (GX-02). */
  certificateGrade: z.int().min(1).max(3).optional(),
  /** Whether the person uses headcount of the school; the policy decides where this is silent (XC-15). */
  occupiesHeadcount: z.boolean().optional(),
});

/** An exchange that has ended or is running. */
export const exchangeRecordSchema = orderedObject({
  from: idSchema,
  to: idSchema,
  form: formCodeSchema,
  start: isoDateSchema,
  end: isoDateSchema,
  goalMet: z.boolean().optional(),
  pass: z.boolean().optional(),
  /** The person applied to stay for good and the authority approved (YL-17). */
  stay: orderedObject({ applied: z.boolean(), approved: z.boolean() }).optional(),
});

export const evaluationSchema = orderedObject({
  year: z.int(),
  score: z.number().optional(),
  grade: z.enum(GRADES).optional(),
});

export const examRankSchema = orderedObject({
  survey: z.string(),
  /** Surveys and exams are series of their own (GX-07); without a word the name decides (统考、考试). */
  kind: z.enum(RANKING_KINDS).optional(),
  rank: z.int().min(1),
  of: z.int().min(1),
  gapToMean: z.number().optional(),
});

/** What a person asks for: to move, where to, and what the present school and the person agree to. */
export const applicationSchema = orderedObject({
  volunteer: z.boolean().default(false),
  /** The present school agrees (DM-08). */
  homeConsent: z.boolean().default(false),
  /** Schools in order of preference, best first. */
  wishes: z.array(idSchema).default([]),
  /** Townships or zones to which the person consents; empty means no restriction was stated. */
  consentRegions: z.array(idSchema).default([]),
});

/** One person of the county. */
export const personSchema = orderedObject({
  id: idSchema,
  name: z.string().optional(),
  sex: sexSchema,
  birthDate: isoDateSchema,
  /** School that holds the personnel relation (人事关系); absent only for a recruit who has no school yet. */
  homeSchool: idSchema.optional(),
  /** School worked at on plan start where it differs from the home school. */
  currentSchool: idSchema.optional(),
  establishment: z.enum(ESTABLISHMENTS).default("established"),
  inPost: z.boolean().default(true),
  personType: personTypeSchema,
  /** Member of the leadership team (领导班子) of the home school; by default principals and vice principals are. */
  leadershipTeam: z.boolean().optional(),
  retireCategory: z.enum(RETIRE_CATEGORIES).optional(),
  stageCertified: z.array(stageSchema).default([]),
  subjects: z.array(subjectSkillSchema).default([]),
  multiSubject: z.boolean().default(false),
  /** Post filled now; inferred from school and main subject where absent. */
  currentPost: idSchema.optional(),
  professionalTitle: z.enum(TITLES).default("none"),
  /** Since when the present title is held (任现职称): what counts inside its term is counted from this day (HL-22). */
  titleSince: isoDateSchema.optional(),
  postGrade: z.int().min(1).max(13).optional(),
  honours: z.array(z.enum(HONOURS)).default([]),
  education: z.enum(EDUCATIONS).optional(),
  hiredOn: isoDateSchema.optional(),
  recruitYear: z.int().optional(),
  probationUntil: isoDateSchema.optional(),
  serviceUntil: isoDateSchema.optional(),
  /** First day of continuous service at the home school. */
  tenureStart: isoDateSchema.optional(),
  offices: z.array(officePeriodSchema).default([]),
  featuredCourseLead: z.boolean().default(false),
  leadDeferralYearsUsed: countSchema.default(0),
  /** Head teacher of a class that must not change its teacher before this date. */
  classCycleUntil: isoDateSchema.optional(),
  evaluations: z.array(evaluationSchema).default([]),
  examRanks: z.array(examRankSchema).default([]),
  schoolsWorked: countSchema.optional(),
  ruralYears: countSchema.optional(),
  weakYears: countSchema.optional(),
  remoteYears: countSchema.optional(),
  exchanges: z.array(exchangeRecordSchema).default([]),
  statuses: z.array(statusSchema).default([]),
  residence: coordinatesSchema.optional(),
  /** Used where the coordinates of the residence are unknown. */
  residenceTownship: idSchema.optional(),
  spouse: idSchema.optional(),
  /** Somebody with whom the person asks to exchange places; each has to name the other. */
  swapPartner: idSchema.optional(),
  childrenSchooling: z.boolean().default(false),
  housingNeed: z.boolean().default(false),
  application: applicationSchema.optional(),
  /** Named by the authority as one who must go; see the forced rules of the policy. */
  named: z.boolean().default(false),
  weeklyLoad: countSchema.optional(),
  nextTitleWanted: z.enum(TITLES).optional(),
  /** Attributes that the policy declares, by their ids. */
  x: ownValuesSchema.optional(),
});

/**
 * A person of a county.
 *
 * @public
 */
export type Person = z.infer<typeof personSchema>;

/**
 * A person as it is written: what has a default may be left out.
 *
 * @public
 */
export type PersonInput = z.input<typeof personSchema>;

/**
 * An exchange of a person, ended or running.
 *
 * @public
 */
export type ExchangeRecord = z.infer<typeof exchangeRecordSchema>;

/**
 * A circumstance of a person with its first and last day.
 *
 * @public
 */
export type PersonStatus = z.infer<typeof statusSchema>;

/**
 * Returns whether a person works at a school: on the establishment, or sent from outside it (支教、对口帮扶), who use a post
 * there without a relation (XR-16).
 */
export function worksThere({ establishment, inPost }: Person): boolean {
  return inPost && establishment !== "temporary";
}

/** Returns whether a person belongs to the leadership team: as stated, else principals and vice principals. */
export function inLeadershipTeam(person: Person): boolean {
  return person.leadershipTeam ?? (person.personType === "principal" || person.personType === "vicePrincipal");
}

/**
 * Returns the school at which a person works on plan start, if any.
 *
 * @public
 */
export function worksAt(person: Person): string | undefined {
  return person.currentSchool ?? person.homeSchool;
}
