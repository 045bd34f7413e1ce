import type { Checked, Issue } from "@lungang/core";
import { checked, compareText, hasError } from "@lungang/core";
import { z } from "zod";
import { parsePoints } from "@lungang/core/policy";
import { lotOf } from "../points/draw.ts";
import { decimalIssues } from "./check-people.ts";
import { errorIssue, repeatedIds, text } from "./issues.ts";
import { shapeIssues } from "@lungang/core";

const id = z.string().trim().min(1);
const decimal = z.union([z.string(), z.number()]);

const memberRow = z.strictObject({
  id,
  points: decimal.optional(),
  volunteers: z.boolean().default(false),
  /** Never surplus against the own will; the reason stays in the internal roster. */
  isProtected: z.boolean().default(false),
  /** False where the person does not count for the posts (XC-15). */
  occupies: z.boolean().default(true),
  ties: z.array(decimal).default([]),
});

const groupRow = z.strictObject({
  id,
  school: id,
  subject: id.optional(),
  posts: z.int().min(0),
  people: z.array(memberRow),
});

/** People and posts by school and subject, and how to decide who is surplus (S7); the format `lungang-surplus-1`. */
export const surplusSchema = z.strictObject({
  format: z.literal("lungang-surplus-1"),
  /** Who of those who do not volunteer leaves first. */
  order: z.enum(["lowestPoints", "highestPoints"]),
  /** Who of more volunteers than needed leaves first; no default, since it decides. */
  volunteerOrder: z.enum(["lowestPoints", "highestPoints"]),
  seed: z.string().trim().min(1).optional(),
  groups: z.array(groupRow),
});

type SurplusDocument = z.output<typeof surplusSchema>;

/** A member of a group. */
export interface SurplusMember {
  readonly id: string;
  /** Ten-thousandths of a point. */
  readonly points: number;
  readonly volunteers: boolean;
  readonly isProtected: boolean;
  readonly occupies: boolean;
  readonly ties: readonly number[];
  readonly lot: number;
}

/** The people at the posts of a school and subject. */
export interface SurplusGroup {
  readonly id: string;
  readonly school: string;
  readonly subject: string | undefined;
  readonly posts: number;
  readonly people: readonly SurplusMember[];
}

/** Groups in which somebody may be surplus, in the order of their ids. */
export interface SurplusQuestion {
  readonly order: SurplusDocument["order"];
  readonly volunteerOrder: SurplusDocument["volunteerOrder"];
  readonly groups: readonly SurplusGroup[];
}

/** Reads data of the format `lungang-surplus-1`; everything that is wrong with it at once. */
export function loadSurplus(data: unknown): Checked<SurplusQuestion> {
  const parsed = surplusSchema.safeParse(data);
  if (!parsed.success) return { ok: false, issues: shapeIssues(parsed.error, { data }) };
  const document = parsed.data;
  const issues = [
    ...repeated(document),
    ...document.groups.flatMap((group, index) => memberIssues(group, index, document)),
  ];
  return hasError(issues) ? { ok: false, issues } : checked(build(document), issues);
}

function repeated({ groups }: SurplusDocument): readonly Issue[] {
  const places = groups.flatMap((group, index) =>
    group.people.map((person, place) => ({ id: person.id, index, place })),
  );
  return [
    ...repeatedIds({
      ids: groups.map((group) => group.id),
      path: (index) => ["groups", index, "id"],
      code: "group-twice",
      noun: text("组", "group"),
    }),
    ...repeatedIds({
      ids: places.map((place) => place.id),
      path: (at) => ["groups", places[at]?.index ?? 0, "people", places[at]?.place ?? 0, "id"],
      code: "person-in-two-lists",
      noun: text("人员", "person"),
    }),
  ];
}

function memberIssues(
  group: SurplusDocument["groups"][number],
  index: number,
  document: SurplusDocument,
): readonly Issue[] {
  const seen = new Map<string, string>();
  return group.people.flatMap((person, place) => {
    const path = ["groups", index, "people", place];
    const issues = [
      ...decimalIssues(person.points, [...path, "points"]),
      ...person.ties.flatMap((value, at) => decimalIssues(value, [...path, "ties", at])),
    ];
    // Who has no points is equal to nobody yet.
    if (person.points === undefined) return [...issues, missing(person.id, [...path, "points"])];
    const key = [person.points, ...person.ties]
      .map((value) => (value === undefined ? "" : parsePoints(value)))
      .join("/");
    const other = seen.get(key);
    seen.set(key, person.id);
    if (other !== undefined && document.seed === undefined) issues.push(tied([other, person.id], path));
    return issues;
  });
}

function missing(person: string, path: readonly (string | number)[]): Issue {
  return errorIssue({
    code: "points-missing",
    path,
    message: text(`“${person}”没有分值`, `"${person}" has no points`),
    advice: text("请补填分值；没有得分请填 0", "Give the points; 0 where there are none"),
  });
}

function tied([first, second]: readonly [string, string], path: readonly (string | number)[]): Issue {
  return errorIssue({
    code: "draw-seed-missing",
    path,
    message: text(
      `“${first}”与“${second}”完全同分，需要公开抽签，但没有给出抽签种子`,
      `"${first}" and "${second}" are equal in everything: a public draw has to decide and has no seed`,
    ),
    advice: text(
      "请填写公开抽签种子，或补充同分排序项",
      "Give the seed of a public draw, or declare more keys for ties",
    ),
  });
}

function build({ order, volunteerOrder, groups, seed }: SurplusDocument): SurplusQuestion {
  const built = groups.map((group) => ({
    id: group.id,
    school: group.school,
    subject: group.subject,
    posts: group.posts,
    people: group.people
      .map((person) => ({
        ...person,
        points: parsePoints(person.points ?? 0) ?? 0,
        ties: person.ties.map((value) => parsePoints(value) ?? 0),
        lot: seed === undefined ? 0 : lotOf(seed, person.id),
      }))
      .sort((a, b) => compareText(a.id, b.id)),
  }));
  return { order, volunteerOrder, groups: built.sort((a, b) => compareText(a.id, b.id)) };
}
