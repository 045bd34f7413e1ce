import type { Checked, Issue } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import { readJsonDocument } from "../case/json-text.ts";
import { refused, sound } from "../case/together.ts";
import type { PlanSource } from "../documents/plan-document.ts";
import { readPlan } from "../documents/plan-document.ts";

/**
 * Format of the document that holds the plans of all years.
 *
 * @public
 */
export const YEARS_FORMAT = "lungang-years-1";

/**
 * Reads the plans of all years from the document that `yearsFiles` makes.
 *
 * @public
 */
export function readYears(source: PlanSource): Checked<readonly Plan[]> {
  if ("text" in source) return readJsonDocument(source, (document) => readYears({ document, file: source.file }));
  const { document, file } = source;
  const { format, plans } = (document ?? {}) as { readonly format?: unknown; readonly plans?: unknown };
  if (format !== YEARS_FORMAT || !Array.isArray(plans)) return refused(noYears(file));
  const named = file === undefined ? {} : { file };
  const read = (plans as readonly unknown[]).map((plan) => readPlan({ document: plan, ...named }));
  const issues = read.flatMap((plan, year) =>
    plan.ok ? [] : plan.issues.slice(0, 1).map((issue) => ofYear(issue, year)),
  );
  return issues.length > 0 ? refused(...issues) : sound(read.flatMap((plan) => (plan.ok ? [plan.value] : [])));
}

function noYears(file: string | undefined): Issue {
  return {
    code: "invalid-plan",
    severity: "error",
    ...(file === undefined ? {} : { place: { file } }),
    message: { zh: "这不是多年方案文件（years.json）", en: "This is no plan over years (years.json)" },
    expected: `"format": "${YEARS_FORMAT}"`,
    advice: {
      zh: "请给出 lungang years 写出的 years.json，或它所在的文件夹",
      en: "Name the years.json that lungang years has written, or its folder",
    },
  };
}

function ofYear(issue: Issue, year: number): Issue {
  const { zh, en } = issue.message;
  return {
    ...issue,
    path: ["plans", year, ...(issue.path ?? [])],
    message: { zh: `第 ${year + 1} 年：${zh}`, en: `Year ${year + 1}: ${en}` },
  };
}
