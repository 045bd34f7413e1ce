import type { z } from "zod";
import { canonicalInstance } from "./canonical.ts";
import { crossCheck } from "./cross-check.ts";
import type { Instance } from "./instance.ts";
import { instanceSchema } from "./instance.ts";
import type { Checked, Issue } from "./issue.ts";
import { checked } from "./issue.ts";

/**
 * Reads an instance from JSON data: shape, references and plausibility; all problems at once.
 *
 * @returns the instance in canonical order with its warnings, or every issue found
 */
export function loadInstance(data: unknown): Checked<Instance> {
  const parsed = instanceSchema.safeParse(data);
  if (!parsed.success) return { ok: false, issues: parsed.error.issues.map((issue) => shapeIssue(issue)) };
  return checked(canonicalInstance(parsed.data), crossCheck(parsed.data));
}

/** Turns an issue of the schema library into ours; values of sensitive fields are not repeated. */
export function shapeIssue(issue: z.core.$ZodIssue, code = "invalid-value"): Issue {
  const path = issue.path.map((key) => (typeof key === "symbol" ? String(key) : key));
  const where = path.join(".");
  return {
    code: issue.code === "unrecognized_keys" ? "unknown-key" : code,
    severity: "error",
    message: {
      zh: `“${where || "文档"}”的值不符合要求：${issue.message}`,
      en: `Cannot read "${where || "document"}": ${issue.message}`,
    },
    path,
  };
}
