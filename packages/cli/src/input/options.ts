import type { Checked, PlanningCase, ReportSectionName } from "lungang";
import { together } from "lungang";
import { openCase, openCounty, readLocks } from "lungang/node";
import { issuesOf } from "./issues-of.ts";
import type { Session } from "../session.ts";
import { readOverrides, readSettings } from "./arguments.ts";

/** Options by which a county and its policy are named. */
export interface PlanningOptions {
  /** The one that the county names by default. */
  readonly policy?: string;
  readonly set: readonly string[];
  readonly override: readonly string[];
  readonly lock?: string;
  /** Sections of the policy that only reports read and that are filled in too; none by default. */
  readonly withReports?: readonly ReportSectionName[];
}

/** Reads what the options name: county, policy and locks; the problems of all of them at once. */
export async function readNamedCase(
  { io }: Session,
  county: string,
  { policy, set, override, lock, withReports = [] }: PlanningOptions,
): Promise<Checked<PlanningCase>> {
  const changes = together(readSettings(set), readOverrides(override));
  const at = { folder: io.cwd };
  const named = { ...(policy === undefined ? {} : { policy }), ...(lock === undefined ? {} : { locks: lock }) };
  if (changes.ok) {
    const [settings, overrides] = changes.value;
    return openCase({ county, ...named, settings, overrides, withReports, ...at });
  }
  // A policy with half of its settings would only bring questions that were answered.
  const files = [await openCounty(county, at), ...(lock === undefined ? [] : [await readLocks(lock, at)])];
  return { ok: false, issues: [...changes.issues, ...files.flatMap(issuesOf)] };
}
