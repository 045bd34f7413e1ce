/**
 * Vocabulary of people, schools and posts (docs/glossary.md). Words for readers stand in `vocabulary.ts`.
 *
 * @public
 */
import { z } from "zod";

export const SEXES = ["male", "female"] as const;
export const ESTABLISHMENTS = ["established", "temporary", "external"] as const;
export const PERSON_TYPES = [
  "teacher",
  "support",
  "logistics",
  "midLevel",
  "vicePrincipal",
  "principal",
  "reserveCadre",
] as const;
export const RETIRE_CATEGORIES = ["male60", "femaleCadre55", "female50"] as const;
/** Stages in which people are certified and posts are set. */
export const STAGES = ["kindergarten", "primary", "junior", "senior", "vocational", "special"] as const;
export const SCHOOL_TYPES = [
  "kindergarten",
  "primary",
  "junior",
  "nineYear",
  "senior",
  "completeMiddle",
  "vocational",
  "special",
] as const;
export const SCHOOL_STATUSES = ["open", "closed"] as const;
export const SCHOOL_LEVELS = [
  "countyTown",
  "townshipCenter",
  "townshipMiddle",
  "completePrimary",
  "zone",
  "village",
  "teachingPoint",
  "demonstration",
] as const;
export const AREAS = ["urban", "town", "rural", "remote"] as const;
export const TERRAINS = ["plain", "mountain"] as const;
export const QUALITIES = ["good", "ordinary", "weak"] as const;
export const OWNERSHIPS = ["public", "private"] as const;
export const TITLES = [
  "none",
  "assistant",
  "level3",
  "level2",
  "level1",
  "primarySenior",
  "senior",
  "chiefSenior",
] as const;
export const HONOURS = [
  "specialGrade",
  "teachingExpert",
  "subjectLeader",
  "famousTeacher",
  "backboneNational",
  "backboneProvince",
  "backboneCity",
  "backboneCounty",
  "model",
  "excellent",
] as const;
export const EDUCATIONS = ["below", "standard", "aboveStandard"] as const;
export const RANKING_KINDS = ["survey", "exam"] as const;
export const GRADES = ["excellent", "qualified", "basic", "failed"] as const;
export const POST_KINDS = ["teaching", "management", "support", "logistics", "dormitory"] as const;
export const OFFICES = ["principal", "vicePrincipal", "midLevel"] as const;
export const APPOINTERS = ["county", "center", "principal", "committee"] as const;
export const GROUP_KINDS = ["township", "zone", "alliance", "schoolGroup", "pair"] as const;
/** Within which group of schools people exchange: the groups, one school, or the whole county. */
export const SCOPES = ["school", "county", ...GROUP_KINDS] as const;
export const STATUS_CODES = [
  "pregnancy",
  "maternityLeave",
  "lactation",
  "seriousIllness",
  "longSickLeave",
  "disabilityCertified",
  "punishment",
  "seconded",
  "nearRetirement",
  "servicePeriod",
  "newRecruitThisYear",
  "firstYearMidLevel",
  "featuredLead",
  "returnee",
  "otherApproved",
] as const;
export const FORMS = [
  "support",
  "mutual",
  "postFill",
  "groupInternal",
  "zoneRotation",
  "alliance",
  "walk",
  "partTime",
  "shadow",
  "attach",
  "up",
  "down",
  "counterpart",
  "competition",
  "lastPlace",
  "replacement",
  "collaborate",
  "teamResearch",
  "masterLead",
  "network",
  "transfer",
  "flexible",
  "rotation",
  "leaderRotation",
  "recruit",
  "return",
  "settle",
  "internal",
] as const;

export const sexSchema = z.enum(SEXES);
export const stageSchema = z.enum(STAGES);
export const formCodeSchema = z.enum(FORMS);
export const personTypeSchema = z.enum(PERSON_TYPES);
export const postKindSchema = z.enum(POST_KINDS);
export const officeSchema = z.enum(OFFICES);
export const groupKindSchema = z.enum(GROUP_KINDS);
export const statusCodeSchema = z.enum(STATUS_CODES);

/**
 * Code of a stage of schooling.
 *
 * @public
 */
export type Stage = z.infer<typeof stageSchema>;

/**
 * Code of a form of exchange.
 *
 * @public
 */
export type FormCode = z.infer<typeof formCodeSchema>;

/**
 * Code of what somebody is employed as.
 *
 * @public
 */
export type PersonType = z.infer<typeof personTypeSchema>;

/**
 * Code of a kind of post.
 *
 * @public
 */
export type PostKind = z.infer<typeof postKindSchema>;

/**
 * Code of an office of a leader.
 *
 * @public
 */
export type Office = z.infer<typeof officeSchema>;

/**
 * Code of a kind of group of schools.
 *
 * @public
 */
export type GroupKind = z.infer<typeof groupKindSchema>;

/**
 * Code of a circumstance that may keep somebody from moving.
 *
 * @public
 */
export type StatusCode = z.infer<typeof statusCodeSchema>;

/**
 * Code of a type of school, which fixes the stages that it teaches.
 *
 * @public
 */
export type SchoolType = (typeof SCHOOL_TYPES)[number];

const STAGES_OF_TYPE: Readonly<Record<SchoolType, readonly Stage[]>> = {
  kindergarten: ["kindergarten"],
  primary: ["primary"],
  junior: ["junior"],
  nineYear: ["primary", "junior"],
  senior: ["senior"],
  completeMiddle: ["junior", "senior"],
  vocational: ["vocational"],
  special: ["special"],
};

/**
 * Returns the stages that a type of school teaches; a nine-year school (九年一贯制) teaches primary and junior.
 *
 * @public
 */
export function stagesOfType(type: SchoolType): readonly Stage[] {
  return STAGES_OF_TYPE[type];
}
