import type { Checked, Instance, Issue } from "@lungang/core";
import { isIsoDate } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import type { ReportSectionName } from "@lungang/core/policy";
import type { Audience, Report, ReportRecords } from "@lungang/report";
import {
  REPORT_IDS,
  buildReports,
  policySectionsOf,
  readRecords as readRecordsOf,
  reportSheets,
} from "@lungang/report";
import { officialSheets, writeWorkbook } from "@lungang/tabular";
import { readJsonDocument } from "../case/json-text.ts";
import type { PlanningCase } from "../case/planning-case.ts";
import { inFile, refused, sound } from "../case/together.ts";
import type { PlanSource } from "../documents/plan-document.ts";
import { planDigest } from "../documents/plan-document.ts";
import { officialDocument } from "./official-document.ts";
import type { Language, OutFile } from "./out-file.ts";
import type { PlanFilesOptions } from "./plan-files.ts";

/**
 * Which reports are made and for whom.
 *
 * @public
 */
export interface ReportOptions {
  /** Ids of reports. @defaultValue those that the policy selects, else all */
  readonly reports?: readonly string[];
  /** @defaultValue "internal" */
  readonly audience?: Audience;
  /** What the data of one year do not hold, from {@link readRecords}. @defaultValue nothing */
  readonly records?: ReportRecords;
}

/**
 * Returns the sections of a policy that some reports read: the case has to be opened with them.
 *
 * @returns the sections, or that a report does not exist
 * @public
 */
export function reportSections(reports: readonly string[] | undefined): Checked<readonly ReportSectionName[]> {
  const unknown = (reports ?? []).filter((id) => !REPORT_IDS.includes(id));
  if (unknown.length === 0 && reports?.length !== 0) return sound(policySectionsOf(reports));
  return refused({
    code: "unknown-report",
    severity: "error",
    path: ["reports"],
    received: unknown.join(", "),
    expected: REPORT_IDS.join(", "),
    message: { zh: "没有这个报表", en: "There is no such report" },
  });
}

/**
 * Reads what the authority adds to the data of one year: earlier years, unplaced people, the day of the decision.
 *
 * @public
 */
export function readRecords(source: PlanSource, { instance, policy }: PlanningCase): Checked<ReportRecords> {
  if ("text" in source) return readJsonDocument(source, (document) => readRecordsOf(document, { instance, policy }));
  const records = readRecordsOf(source.document, { instance, policy });
  return records.ok ? records : { ok: false, issues: inFile(records.issues, source.file) };
}

/**
 * Returns the issue of a day that is none, or undefined.
 *
 * @public
 */
export function wrongDay(day: string): Issue | undefined {
  if (isIsoDate(day)) return undefined;
  const message = { zh: "日期不正确", en: "This is no date" };
  return { code: "invalid-date", severity: "error", message, received: day, expected: "2024-08-22" };
}

/**
 * Makes the reports of a plan that was verified; computes nothing that the plan does not say.
 *
 * @public
 */
export function reportsOf(planningCase: PlanningCase, plan: Plan, options: ReportOptions = {}): readonly Report[] {
  const { audience = "internal", records = {}, reports } = options;
  return buildReports({ ...planningCase, plan, audience, records, ...(reports === undefined ? {} : { reports }) });
}

/**
 * What a workbook of reports is about, in which language, and its day.
 *
 * @public
 */
export interface ReportFileOptions extends PlanFilesOptions {
  readonly language: Language;
  readonly plan: Plan;
  readonly instance: Instance;
}

/**
 * Returns the workbook of some reports, which carries the digest of their plan.
 *
 * @public
 */
export async function reportFile(
  name: string,
  reports: readonly Report[],
  { plan, instance, ...options }: ReportFileOptions,
): Promise<OutFile> {
  const stamp = await planDigest(plan);
  const document = officialDocument(instance, options);
  const sheets = officialSheets(reportSheets(reports, options), document);
  return { name, content: await writeWorkbook(sheets, { stamp, title: document.title }) };
}
