import { canonicalJson, sha256, shapeIssues } from "@lungang/core";
import type { Checked, Issue } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import { PLAN_FORMAT, planSchema } from "@lungang/core/plan";
import { readJsonDocument } from "../case/json-text.ts";
import { refused, sound } from "../case/together.ts";

/** The format before plans carried their policy, settings and locks. */
const OLD_FORMAT = "lungang-plan-1";

/**
 * A plan that was written: a document in memory, or the text of a file.
 *
 * @public
 */
export type PlanSource =
  { readonly document: unknown; readonly file?: string } | { readonly text: string; readonly file: string };

/**
 * Reads a plan document, also one whose violations carry their sentences.
 *
 * @public
 */
export function readPlan(source: PlanSource): Checked<Plan> {
  if ("text" in source) return readJsonDocument(source, (document) => readPlan({ document, file: source.file }));
  const place = source.file === undefined ? {} : { place: { file: source.file } };
  const format = formatOf(source.document);
  if (format === OLD_FORMAT) return refused({ ...oldFormat(), ...place });
  if (format !== PLAN_FORMAT) return refused({ ...noPlan(format), ...place });
  const parsed = planSchema.safeParse(withoutMessages(source.document));
  if (parsed.success) return sound(parsed.data);
  const told = shapeIssues(parsed.error, { code: "invalid-plan" });
  return refused(...told.map((issue): Issue => ({ ...issue, ...place, advice: NOT_BY_HAND })));
}

const NOT_BY_HAND = {
  zh: "方案文件不由人手工修改：请恢复原文件；要改方案，请改名册后用 lungang adopt 采用",
  en: "A plan file is not edited by hand: restore it; to change the plan, edit its roster and run lungang adopt",
};

/**
 * Returns the digest of a plan, which every workbook made from it carries.
 *
 * @public
 */
export function planDigest(plan: Plan): Promise<string> {
  return sha256(canonicalJson(plan));
}

function formatOf(document: unknown): unknown {
  return document !== null && typeof document === "object" && "format" in document ? document.format : undefined;
}

/** Sentences are made from what a violation says and are no part of the document. */
function withoutMessages(document: unknown): unknown {
  if (document === null || typeof document !== "object") return document;
  const { violations } = document as { readonly violations?: unknown };
  if (!Array.isArray(violations)) return document;
  return { ...document, violations: violations.map(withoutMessage) };
}

function withoutMessage(violation: unknown): unknown {
  if (violation === null || typeof violation !== "object" || !("message" in violation)) return violation;
  const { message: _message, ...rest } = violation;
  return rest;
}

function noPlan(format: unknown): Issue {
  return {
    code: "not-a-plan",
    severity: "error",
    path: ["format"],
    ...(typeof format === "string" ? { received: format.slice(0, 40) } : {}),
    expected: PLAN_FORMAT,
    message: { zh: "这个文件不是方案", en: "This file is no plan" },
    advice: {
      zh: "请给出 lungang plan 写出的 plan.json，或由它写出的名册工作簿",
      en: "Give the plan.json that lungang plan has written, or the roster workbook beside it",
    },
  };
}

function oldFormat(): Issue {
  return {
    code: "old-plan-format",
    severity: "error",
    path: ["format"],
    received: OLD_FORMAT,
    expected: PLAN_FORMAT,
    message: {
      zh: "这份方案由旧版本编制，没有记载所用的政策、参数和已定人员",
      en: "An older version made this plan; it does not say by which policy, settings and locks",
    },
    advice: {
      zh: "请用同样的数据、政策和参数重新编制（lungang plan），同样的抽签种子得出同样的方案",
      en: "Plan again from the same data, policy and settings (lungang plan); the same seed gives the same plan",
    },
  };
}
