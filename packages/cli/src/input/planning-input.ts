import type { Checked, Instance, Issue, Lock } from "@lungang/core";
import type { Policy, ReportSectionName, Settings } from "@lungang/core/policy";
import { resolvePolicy } from "@lungang/core/policy";
import { loadInstance, locksSchema } from "@lungang/core";
import { findPolicy } from "@lungang/policies/node";
import type { FoundPolicy } from "@lungang/policies/node";
import { checkCoordinates, convertDeclared } from "@lungang/geo";
import { readCounty } from "@lungang/tabular/node";
import { pathOf } from "../session.ts";
import type { Session } from "../session.ts";
import type { Override } from "./arguments.ts";
import { inFile, readJson } from "./read-file.ts";

/** A policy and what changes it, as the user named them. */
export interface PolicyNames {
  readonly policy: string;
  readonly settings: Settings;
  readonly overrides: readonly Override[];
  readonly withReports?: readonly ReportSectionName[];
}

/** What planning, checking and verifying start from. */
export interface PlanningInput {
  readonly instance: Instance;
  readonly policy: Policy;
  readonly locks: readonly Lock[];
}

/** Reads a county from a JSON file, a workbook or a folder of CSV files. */
export async function readInstance(session: Session, name: string): Promise<Checked<Instance>> {
  const path = pathOf(session, name);
  if (!name.toLowerCase().endsWith(".json"))
    return readCounty(path, { convertCoordinates: convertDeclared, checks: [checkCoordinates] });
  const data = await readJson(path, name);
  if (!data.ok) return data;
  const loaded = loadInstance(data.value);
  return loaded.ok ? loaded : { ok: false, issues: inFile(loaded.issues, name) };
}

/** Finds a policy, applies settings and overrides, and adds line numbers to what is wrong with a file. */
export async function readPolicy(
  session: Session,
  { policy, settings, overrides, withReports = [] }: PolicyNames,
): Promise<Checked<Policy>> {
  const found = await findPolicy(policy, { folder: session.io.cwd });
  if (!found.ok) return found;
  const { document, placeOf } = found.value;
  const reasons = Object.fromEntries(overrides.map(({ rule, reason }) => [rule, reason]));
  const resolved = resolvePolicy(document, { settings, withReports, overrides: reasons });
  return resolved.ok ? resolved : { ok: false, issues: resolved.issues.map((issue) => locate(issue, placeOf)) };
}

/** Adds the line of a policy file to an issue that has none. */
function locate(issue: Issue, placeOf: FoundPolicy["placeOf"]): Issue {
  const place = placeOf(issue.path ?? []);
  return place.file === undefined || issue.place !== undefined ? issue : { ...issue, place };
}

/** Reads locks; one wrong lock refuses the whole file. */
export async function readLocks(session: Session, name: string | undefined): Promise<Checked<readonly Lock[]>> {
  if (name === undefined) return { ok: true, value: [], warnings: [] };
  const data = await readJson(pathOf(session, name), name);
  if (!data.ok) return data;
  const parsed = locksSchema.safeParse(data.value);
  if (parsed.success) return { ok: true, value: parsed.data, warnings: [] };
  const issues = parsed.error.issues.map((issue): Issue => ({
    code: "invalid-lock",
    severity: "error",
    place: { file: name },
    path: issue.path.map((key) => (typeof key === "symbol" ? String(key) : key)),
    message: {
      zh: `第 ${Number(issue.path[0] ?? 0) + 1} 条锁定无法识别`,
      en: `Cannot read lock number ${Number(issue.path[0] ?? 0) + 1}`,
    },
    expected: '{"person": "...", "school" | "post" | "forbid": "..." | "stay": true, "reason": "..."}',
    advice: { zh: "每条锁定写明一人、一种决定和理由", en: "Each lock names one person, one decision and a reason" },
  }));
  return { ok: false, issues };
}
