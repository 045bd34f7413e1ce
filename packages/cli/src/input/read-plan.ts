import { basename } from "node:path";
import type { Checked } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import { planSchema } from "@lungang/core/plan";
import { pathOf } from "../session.ts";
import type { Session } from "../session.ts";
import { readJson } from "./read-file.ts";

/** Reads a plan that `plan` wrote. */
export async function readPlan(session: Session, name: string): Promise<Checked<Plan>> {
  const data = await readJson(pathOf(session, name), name);
  if (!data.ok) return data;
  const parsed = planSchema.safeParse(data.value);
  if (parsed.success) return { ok: true, value: parsed.data, warnings: [] };
  const issues = parsed.error.issues.map((issue) => ({
    code: "invalid-plan",
    severity: "error" as const,
    place: { file: basename(name) },
    path: issue.path.map((key) => (typeof key === "symbol" ? String(key) : key)),
    message: {
      zh: `方案文件的“${issue.path.join(".")}”不符合要求：${issue.message}`,
      en: `Cannot read "${issue.path.join(".")}" of the plan: ${issue.message}`,
    },
  }));
  return { ok: false, issues };
}
