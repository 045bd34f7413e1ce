import type { Checked, Instance, Issue } from "@lungang/core";
import type { Policy } from "@lungang/core/policy";
import { PENALTY_TRIGGERS, holidayYearSchema } from "@lungang/core/policy";
import { codes, isoDateSchema, shapeIssues } from "@lungang/core";
import type { ProcedureRecord } from "@lungang/procedure";
import { z } from "zod";

const person = z.string().min(1);
const school = z.string().min(1);
const heads = z.int().min(0);

/** Somebody without a post after the appointment, as the authority recorded it (XC-18 to XC-23, YY-12). */
const unplacedSchema = z.strictObject({
  person,
  /** Schools of the intention form, best first; without one the person accepts assignment. */
  wishes: z.array(school).default([]),
  /** Step at which a school was found. */
  step: z.enum(["wish", "township", "county", "ownSchool", "open"]),
  school: school.optional(),
  training: z.enum(["due", "passed", "failed"]),
  conduct: z.enum(["obeys", "refusedTrains", "refusedBoth"]),
});

/** An exchange of somebody who has left the county since (XR-07, XR-12, BN-09). */
const departedSchema = z.strictObject({
  rank: z.enum(["teacher", "principal", "vicePrincipal"]).default("teacher"),
  from: school,
  to: school,
  form: z.enum(codes.FORMS),
  start: isoDateSchema,
  relationMoves: z.boolean().optional(),
});

/** Numbers of an earlier year that exchanges are compared with. */
const yearTotalsSchema = z.strictObject({
  year: z.int().min(1950).max(2100),
  principals: heads.optional(),
  vicePrincipals: heads.optional(),
  /** Teachers of compulsory schools. */
  teachers: heads.optional(),
});

/** What the data of one year do not hold and the authority may add. */
export const recordsSchema = z.strictObject({
  /** Day on which the plan was decided; publicity follows it. */
  decidedOn: isoDateSchema.optional(),
  holidays: z.array(holidayYearSchema).optional(),
  conduct: z.array(z.strictObject({ person, trigger: z.enum(PENALTY_TRIGGERS), on: isoDateSchema })).optional(),
  /** How reviews of titles ended (BN-11). */
  reviews: z.array(z.strictObject({ person, title: z.enum(codes.TITLES), passed: z.boolean() })).optional(),
  unplaced: z.array(unplacedSchema).optional(),
  /** How much of a deliverable of the policy somebody has brought. */
  deliverables: z.array(z.strictObject({ person, deliverable: z.string().min(1), count: heads })).optional(),
  departed: z.array(departedSchema).optional(),
  totals: z.array(yearTotalsSchema).optional(),
  /** Universities that help (对口帮扶; XR-16). */
  universities: z.array(z.string().min(1)).optional(),
  /** Subject leaders by the level that named them (XR-03). */
  subjectLeaders: z.strictObject({ city: heads.optional(), county: heads.optional() }).optional(),
});

/**
 * Records that the bureau keeps beside the county and that some reports need.
 *
 * @public
 */
export interface ReportRecords extends z.infer<typeof recordsSchema> {
  /** What was done with the plan: publicity, objections, the end, assessments. */
  readonly procedure?: ProcedureRecord;
}

/**
 * A person whom competition left without a post.
 *
 * @public
 */
export type UnplacedRecord = z.infer<typeof unplacedSchema>;

/**
 * How much of a deliverable of the policy a person has brought.
 *
 * @public
 */
export type DeliverableRecord = NonNullable<ReportRecords["deliverables"]>[number];

/** What records may name. */
interface RecordBasis {
  readonly instance: Instance;
  readonly policy: Policy;
}

/**
 * Reads records; what is wrong in them is named by its path, all at once.
 *
 * @public
 */
export function readRecords(data: unknown, known: RecordBasis): Checked<ReportRecords> {
  const parsed = recordsSchema.safeParse(data);
  if (parsed.success) {
    const issues = referenceIssues(parsed.data, known);
    return issues.length > 0 ? { ok: false, issues } : { ok: true, value: parsed.data, warnings: [] };
  }
  return { ok: false, issues: shapeIssues(parsed.error, { code: "invalid-records" }) };
}

function referenceIssues(records: ReportRecords, { instance, policy }: RecordBasis): readonly Issue[] {
  const persons = new Set(instance.persons.map(({ id }) => id));
  const schools = new Set(instance.schools.map(({ id }) => id));
  const owed = (policy.reports?.deliverables ?? []).map(({ id }) => id);
  const issues: Issue[] = [];
  const check = (
    known: boolean,
    path: readonly (string | number)[],
    details: Pick<Issue, "message" | "received" | "expected" | "advice">,
  ) => {
    if (!known) issues.push({ code: "unknown-reference", severity: "error", path: [...path], ...details });
  };
  const ofPerson = (id: string, path: readonly (string | number)[]) =>
    check(persons.has(id), [...path, "person"], { ...UNKNOWN.person, received: id });
  const ofSchool = (id: string | undefined, path: readonly (string | number)[]) =>
    check(id === undefined || schools.has(id), path, { ...UNKNOWN.school, received: id ?? "" });
  records.conduct?.forEach((one, at) => ofPerson(one.person, ["conduct", at]));
  records.reviews?.forEach((one, at) => ofPerson(one.person, ["reviews", at]));
  records.unplaced?.forEach((one, at) => {
    ofPerson(one.person, ["unplaced", at]);
    ofSchool(one.school, ["unplaced", at, "school"]);
    one.wishes.forEach((wish, k) => ofSchool(wish, ["unplaced", at, "wishes", k]));
  });
  records.deliverables?.forEach((one, at) => {
    ofPerson(one.person, ["deliverables", at]);
    const details = { ...UNKNOWN.deliverable, received: one.deliverable, expected: owed.join(", ") };
    check(owed.includes(one.deliverable), ["deliverables", at, "deliverable"], details);
  });
  return issues;
}

const LISTED = { zh: "请改为已登记的编号，或先登记", en: "Use an id that is listed, or list it first" };
const UNKNOWN = {
  person: { message: { zh: "人员编号不在人员名单中", en: "The person is not in the instance" }, advice: LISTED },
  school: { message: { zh: "学校编号不在学校名单中", en: "The school is not in the instance" }, advice: LISTED },
  deliverable: {
    message: { zh: "政策没有这项任务", en: "The policy has no such deliverable" },
    advice: { zh: "请改为政策列出的任务", en: "Name one that the policy lists" },
  },
};
