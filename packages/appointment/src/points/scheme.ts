import type { Checked, Issue } from "@lungang/core";
import { checked, hasError } from "@lungang/core";
import { parseShare } from "@lungang/core/policy";
import { z } from "zod";
import { errorIssue, repeatedIds, text } from "../market/issues.ts";
import { shapeIssues } from "@lungang/core";
import { conditionSchema } from "./condition.ts";
import { parsePoints } from "@lungang/core/policy";

const id = z.string().trim().min(1);
const decimal = z
  .union([z.string(), z.number()])
  .refine((value) => parsePoints(value) !== undefined)
  .transform((value) => parsePoints(value) as number);
const share = z
  .string()
  .refine((value) => parseShare(value) !== undefined)
  .transform((value) => parseShare(value) as { numerator: number; denominator: number });
const words = z.strictObject({ zh: z.string(), en: z.string() });

const common = { id, source: z.string().optional(), text: words.optional() };

const items = z.discriminatedUnion("kind", [
  /** So many points for every unit of a column: years, periods. */
  z.strictObject({
    ...common,
    kind: z.literal("per"),
    column: id,
    points: decimal,
    max: decimal.optional(),
    when: conditionSchema.optional(),
  }),
  /** Points where a condition holds; negative ones are a deduction. */
  z.strictObject({ ...common, kind: z.literal("when"), when: conditionSchema, points: decimal }),
  /** The whole total where a condition holds, whatever else there is. */
  z.strictObject({ ...common, kind: z.literal("set"), when: conditionSchema, points: decimal }),
  /** A score of the workbook with its weight; `isAppraisal` marks a democratic appraisal. */
  z.strictObject({
    ...common,
    kind: z.literal("column"),
    column: id,
    weight: share,
    max: decimal.optional(),
    isAppraisal: z.boolean().default(false),
  }),
  /** Records of a type (awards, lessons, papers): the first line of the table that fits gives the points of a record. */
  z.strictObject({
    ...common,
    kind: z.literal("records"),
    type: id,
    table: z.array(z.strictObject({ when: conditionSchema, points: decimal })).min(1),
    /** Only so many records count, the best ones. */
    best: z.int().min(1).optional(),
    max: decimal.optional(),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
  }),
  /** Points at posts for which a condition holds. */
  z.strictObject({ ...common, kind: z.literal("atPost"), when: conditionSchema, points: decimal }),
]);

/** How points are counted (S1); the format `lungang-points-1`. Shares are texts such as `60%` or `1/3`. */
export const schemeSchema = z.strictObject({
  format: z.literal("lungang-points-1"),
  id,
  source: z.string().optional(),
  cap: decimal.optional(),
  items: z.array(items).min(1),
  /** Columns that break ties, in their order; numbers or dates. */
  ties: z.array(z.strictObject({ column: id, order: z.enum(["desc", "asc"]) })).default([]),
});

/** A scheme that was read: all points in ten-thousandths, all shares exact. */
export type PointScheme = z.output<typeof schemeSchema>;
/** One item of a scheme. */
export type SchemeItem = PointScheme["items"][number];

/** Reads a scheme; a scheme that rests on democratic appraisal alone is refused (YY-07). */
export function loadScheme(data: unknown): Checked<PointScheme> {
  const parsed = schemeSchema.safeParse(data);
  if (!parsed.success) return { ok: false, issues: shapeIssues(parsed.error, { data }) };
  const scheme = parsed.data;
  const issues = [
    ...repeatedIds({
      ids: scheme.items.map((item) => item.id),
      path: (index) => ["items", index, "id"],
      code: "item-twice",
      noun: text("计分项", "item"),
    }),
    ...appraisalAlone(scheme),
  ];
  return hasError(issues) ? { ok: false, issues } : checked(scheme, issues);
}

function appraisalAlone({ items: all }: PointScheme): readonly Issue[] {
  const isAppraisal = (item: SchemeItem): boolean => item.kind === "column" && item.isAppraisal;
  const first = all.findIndex(isAppraisal);
  const others = all.filter(
    (item) => !isAppraisal(item) && item.kind !== "set" && item.kind !== "atPost" && canCount(item),
  );
  if (first < 0 || others.length > 0) return [];
  return [
    errorIssue({
      code: "appraisal-alone",
      path: ["items", first],
      message: text("计分只依据民主测评，不符合要求（YY-07）", "The points rest on democratic appraisal alone (YY-07)"),
      advice: text("请加入业绩考核等其他计分项", "Add other items, such as results of assessment"),
    }),
  ];
}

function canCount(item: SchemeItem): boolean {
  return item.kind === "column" ? item.weight.numerator > 0 : true;
}
