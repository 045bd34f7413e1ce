import { z } from "zod";
import {
  APPOINTERS,
  AREAS,
  OWNERSHIPS,
  QUALITIES,
  SCHOOL_LEVELS,
  SCHOOL_STATUSES,
  SCHOOL_TYPES,
  TERRAINS,
  groupKindSchema,
  officeSchema,
  postKindSchema,
  stageSchema,
  stagesOfType,
} from "./codes.ts";
import type { Stage } from "./codes.ts";
import {
  coordinatesSchema,
  countSchema,
  idSchema,
  nameSchema,
  orderedObject,
  ownValuesSchema,
  subjectSchema,
} from "./scalars.ts";

/** Limits on the moves of one school that the authority has set; each is optional. */
export const schoolQuotaSchema = orderedObject({
  minOut: countSchema.optional(),
  maxOut: countSchema.optional(),
  minIn: countSchema.optional(),
  maxIn: countSchema.optional(),
});

/** One school of the county. */
export const schoolSchema = orderedObject({
  id: idSchema,
  name: nameSchema,
  /** Place of the school in lists, where the county does not list its schools by id; nothing is planned by it. */
  listOrder: z.int().min(1).optional(),
  type: z.enum(SCHOOL_TYPES),
  /** A school that is closed or merged (撤并) receives nobody; without a word it is open. */
  status: z.enum(SCHOOL_STATUSES).optional(),
  ownership: z.enum(OWNERSHIPS).default("public"),
  level: z.enum(SCHOOL_LEVELS).optional(),
  area: z.enum(AREAS).optional(),
  terrain: z.enum(TERRAINS).optional(),
  quality: z.enum(QUALITIES).optional(),
  /** Directly under the county; entry only by examination (XC-06). */
  countyAffiliated: z.boolean().default(false),
  /** Only where an instance holds schools of more than one county. */
  county: idSchema.optional(),
  township: idSchema.optional(),
  zones: z.array(idSchema).default([]),
  alliances: z.array(idSchema).default([]),
  schoolGroups: z.array(idSchema).default([]),
  pairs: z.array(idSchema).default([]),
  /** Center school that runs this village school or teaching point. */
  parent: idSchema.optional(),
  students: countSchema.optional(),
  /** Pupils by stage for a school of several stages. */
  studentsByStage: z.partialRecord(stageSchema, countSchema).optional(),
  classes: countSchema.optional(),
  /** Authorised headcount (编制). */
  establishment: countSchema.optional(),
  leadershipPosts: countSchema.optional(),
  midLevelPosts: countSchema.optional(),
  seniorPosts: countSchema.optional(),
  middlePosts: countSchema.optional(),
  roomsAvailable: countSchema.optional(),
  quota: schoolQuotaSchema.optional(),
  coordinates: coordinatesSchema.optional(),
  /** Attributes that the policy declares, by their ids. */
  x: ownValuesSchema.optional(),
});

/**
 * A post: a demand cell (school, kind, stage, subject) with a capacity in heads.
 *
 * Demand in weekly periods is given as `periodsPerWeek` with the full load of one person; it becomes heads by exact
 * division, rounded up.
 */
export const postSchema = orderedObject({
  id: idSchema,
  school: idSchema,
  kind: postKindSchema.default("teaching"),
  stage: stageSchema.optional(),
  subject: subjectSchema.optional(),
  /** Office of a management post; without one it takes any leader. */
  office: officeSchema.optional(),
  capacity: countSchema.optional(),
  periodsPerWeek: countSchema.optional(),
  fullLoad: z.int().min(1).optional(),
  grade: z.int().min(1).max(13).optional(),
  /** Conditions in words; shown to readers, not evaluated. */
  conditions: z.string().optional(),
  appointer: z.enum(APPOINTERS).optional(),
  stageOrder: countSchema.optional(),
});

/** A township, zone, alliance, school group or pair; schools name the groups that they belong to. */
export const groupSchema = orderedObject({
  id: idSchema,
  kind: groupKindSchema,
  name: nameSchema,
  leadSchool: idSchema.optional(),
  head: idSchema.optional(),
});

/**
 * A school of a county.
 *
 * @public
 */
export type School = z.infer<typeof schoolSchema>;

/**
 * A school as it is written: what has a default may be left out.
 *
 * @public
 */
export type SchoolInput = z.input<typeof schoolSchema>;

/**
 * A post: heads needed of one kind, stage and subject (or office) at one school.
 *
 * @public
 */
export type Post = z.infer<typeof postSchema>;

/**
 * A post as it is written: what has a default may be left out.
 *
 * @public
 */
export type PostInput = z.input<typeof postSchema>;

/**
 * A township, zone, alliance, school group or pair with its name.
 *
 * @public
 */
export type Group = z.infer<typeof groupSchema>;

/**
 * Returns the heads that a post needs: its capacity, or weekly periods divided by the full load, rounded up.
 *
 * @throws {RangeError} if the post has neither a capacity nor periods with a full load
 * @public
 */
export function headsOf(post: Post): number {
  if (post.capacity !== undefined) return post.capacity;
  if (post.periodsPerWeek === undefined || post.fullLoad === undefined) {
    throw new RangeError(
      `Cannot count the heads of post "${post.id}": it has no capacity and no periods with full load`,
    );
  }
  return Math.floor((post.periodsPerWeek + post.fullLoad - 1) / post.fullLoad);
}

/**
 * Returns whether a school is closed: said to be, or without any pupil and any class.
 *
 * @public
 */
export function isClosed({ status, students, classes }: School): boolean {
  if (status === "closed") return true;
  return (students === 0 || classes === 0) && (students ?? 0) === 0 && (classes ?? 0) === 0;
}

/** Returns the only stage that a school teaches, or undefined where it teaches several. */
export function onlyStageOf(school: School): Stage | undefined {
  const stages = stagesOfType(school.type);
  return stages.length === 1 ? stages[0] : undefined;
}

/** Returns the pupils of a school in a stage: 0 where it does not teach it, undefined where nobody counted them. */
export function studentsOfStage(school: School, stage: Stage): number | undefined {
  const counted = school.studentsByStage?.[stage];
  if (counted !== undefined) return counted;
  if (onlyStageOf(school) === stage) return school.students;
  return stagesOfType(school.type).includes(stage) ? undefined : 0;
}
