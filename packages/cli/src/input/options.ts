import type { Checked } from "@lungang/core";
import type { ReportSectionName } from "@lungang/core/policy";
import type { Session } from "../session.ts";
import { readOverrides, readSettings, together } from "./arguments.ts";
import type { PlanningInput } from "./planning-input.ts";
import { readInstance, readLocks, readPolicy } from "./planning-input.ts";

/** Options by which a county and its policy are named. */
export interface PlanningOptions {
  readonly policy: string;
  readonly set: readonly string[];
  readonly override: readonly string[];
  readonly lock?: string;
  /** Sections of the policy that only reports read and that are filled in too; none by default. */
  readonly withReports?: readonly ReportSectionName[];
}

/** Reads what the options name: instance, policy and locks; the problems of all of them at once. */
export async function readNamedInput(
  session: Session,
  instanceName: string,
  options: PlanningOptions,
): Promise<Checked<PlanningInput>> {
  const changes = together(readSettings(options.set), readOverrides(options.override));
  const files = together(await readInstance(session, instanceName), await readLocks(session, options.lock));
  // A policy with half of its settings would only bring questions that were answered.
  if (!changes.ok) return { ok: false, issues: [...changes.issues, ...(files.ok ? [] : files.issues)] };
  const [settings, overrides] = changes.value;
  const all = together(files, await readPolicy(session, { ...options, settings, overrides }));
  if (!all.ok) return all;
  const [[instance, locks], policy] = all.value;
  return { ok: true, value: { instance, policy, locks }, warnings: all.warnings };
}
