import type { Checked, Issue } from "@lungang/core";
import { checked, hasError } from "@lungang/core";
import { z } from "zod";
import { errorIssue, repeatedIds, text, unknownId } from "../market/issues.ts";
import { shapeIssues } from "@lungang/core";
import { columnsOf } from "./condition.ts";
import { parsePoints } from "@lungang/core/policy";
import type { PointScheme, SchemeItem } from "./scheme.ts";

const id = z.string().trim().min(1);
const fact = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
const facts = z.record(z.string(), fact);

/** What points are counted from; the format `lungang-evidence-1`. */
export const evidenceSchema = z.strictObject({
  format: z.literal("lungang-evidence-1"),
  people: z.array(z.strictObject({ id, facts: facts.default({}) })),
  /** Awards, lessons and the like: level, rank, role and whatever the table of the scheme asks for. */
  records: z
    .array(
      z.strictObject({
        id: id.optional(),
        person: id,
        type: id,
        date: z.iso.date().optional(),
        facts: facts.default({}),
      }),
    )
    .default([]),
  posts: z.array(z.strictObject({ id, facts: facts.default({}) })).default([]),
  /** Wishes for which points at posts are asked. */
  wishes: z.array(z.strictObject({ person: id, post: id })).default([]),
});

/** Evidence that was read. */
export type Evidence = z.output<typeof evidenceSchema>;

/** Reads evidence for a scheme; a column that an item needs and a person lacks is an issue, never 0. */
export function loadEvidence(data: unknown, scheme: PointScheme): Checked<Evidence> {
  const parsed = evidenceSchema.safeParse(data);
  if (!parsed.success) return { ok: false, issues: shapeIssues(parsed.error, { data }) };
  const evidence = parsed.data;
  const people = new Set(evidence.people.map((person) => person.id));
  const posts = new Set(evidence.posts.map((post) => post.id));
  const issues = [
    ...repeatedIds({
      ids: evidence.people.map((person) => person.id),
      path: (index) => ["people", index, "id"],
      code: "person-twice",
      noun: text("人员", "person"),
    }),
    ...evidence.people.flatMap((person, index) => missingColumns(person, index, scheme)),
    ...evidence.records.flatMap((record, index) => [
      ...(people.has(record.person)
        ? []
        : [unknownId({ id: record.person, noun: PERSON, path: ["records", index, "person"] })]),
      ...undated(record, index, scheme),
    ]),
    ...evidence.wishes.flatMap((wish, index) => [
      ...(people.has(wish.person)
        ? []
        : [unknownId({ id: wish.person, noun: PERSON, path: ["wishes", index, "person"] })]),
      ...(posts.has(wish.post) ? [] : [unknownId({ id: wish.post, noun: POST, path: ["wishes", index, "post"] })]),
    ]),
  ];
  return hasError(issues) ? { ok: false, issues } : checked(evidence, issues);
}

const PERSON = text("人员", "person");
const POST = text("岗位", "post");

function missingColumns(person: Evidence["people"][number], index: number, scheme: PointScheme): readonly Issue[] {
  const numeric = new Set(
    scheme.items.flatMap((item) => (item.kind === "per" || item.kind === "column" ? [item.column] : [])),
  );
  const needed = new Set([...scheme.items.flatMap(neededColumns), ...scheme.ties.map((tie) => tie.column)]);
  return [...needed].flatMap((column) => {
    const value = person.facts[column];
    const isRight = numeric.has(column)
      ? (typeof value === "number" || typeof value === "string") && parsePoints(value) !== undefined
      : value !== undefined;
    return isRight ? [] : [missingColumn(person.id, column, index)];
  });
}

/** Columns of the person; conditions of records read the record. */
function neededColumns(item: SchemeItem): readonly string[] {
  if (item.kind === "records") return [];
  const ofCondition = "when" in item && item.when !== undefined ? columnsOf(item.when) : [];
  return "column" in item ? [item.column, ...ofCondition] : ofCondition;
}

function missingColumn(person: string, column: string, index: number): Issue {
  return errorIssue({
    code: "evidence-missing",
    path: ["people", index, "facts", column],
    message: text(
      `“${person}”缺少计分所需的“${column}”，或其值不能计分`,
      `"${person}" lacks "${column}", which the points need, or its value cannot be counted`,
    ),
    advice: text("请补填；没有的填 0 或否", "Fill it in; 0 or false where there is nothing"),
  });
}

function undated(record: Evidence["records"][number], index: number, scheme: PointScheme): readonly Issue[] {
  const needsDate = scheme.items.some(
    (item) =>
      item.kind === "records" && item.type === record.type && (item.from !== undefined || item.to !== undefined),
  );
  if (!needsDate || record.date !== undefined) return [];
  return [
    errorIssue({
      code: "record-without-date",
      path: ["records", index, "date"],
      message: text(
        `“${record.person}”的一项“${record.type}”没有日期`,
        `A record "${record.type}" of "${record.person}" has no date`,
      ),
      advice: text("该类材料只在规定时段内有效，请补填日期", "Only records of a period count; give the date"),
    }),
  ];
}
