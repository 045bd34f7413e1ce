import { basename, dirname } from "node:path";
import type { Checked, Issue } from "@lungang/core";
import { hasError, isIsoDate, verifyPlan } from "@lungang/core";
import type { Report, ReportRecords } from "@lungang/report";
import { REPORT_IDS, buildReports, policySectionsOf, readRecords, reportSheets } from "@lungang/report";
import { writeWorkbook } from "@lungang/tabular";
import { together, usageIssue } from "../input/arguments.ts";
import type { PlanningOptions } from "../input/options.ts";
import { readNamedInput } from "../input/options.ts";
import type { PlanningInput } from "../input/planning-input.ts";
import { inFile, readJson } from "../input/read-file.ts";
import { readPlan } from "../input/read-plan.ts";
import { EXIT } from "../io.ts";
import type { ExitCode } from "../io.ts";
import { pathOf, say, tell, tellJson } from "../session.ts";
import type { Session } from "../session.ts";
import { reportBadInput, reportWarnings } from "../text/issue-text.ts";
import { tellVerification } from "../text/verify-text.ts";
import { writeAll } from "../write-all.ts";

/** Options of `report` as they stand on the command line. */
export interface ReportOptions extends PlanningOptions {
  readonly instance: string;
  /** Ids of reports separated by commas. */
  readonly only?: string;
  readonly public?: boolean;
  /** Day on which the plan was decided. */
  readonly decided?: string;
  /** JSON file of what the data of one year do not hold. */
  readonly records?: string;
  readonly out?: string;
}

/** Makes the reports of a plan, for the bureau or for publication; a plan that breaks hard rules gets none. */
export async function report(session: Session, planName: string, options: ReportOptions): Promise<ExitCode> {
  const call = together(readIds(options.only), readOut(session, options), readDay(options.decided));
  if (!call.ok) return reportBadInput(session, call.issues);
  const [ids] = call.value;
  const named = await readNamedInput(session, options.instance, { ...options, withReports: policySectionsOf(ids) });
  const read = together(named, await readPlan(session, planName));
  if (!read.ok) return reportBadInput(session, read.issues);
  const [input, plan] = read.value;
  const verified = verifyPlan({ ...input, plan });
  if (hasError(verified.issues)) return reportBadInput(session, verified.issues, input.instance);
  const records = await readRecordsFile(session, options, input);
  if (!records.ok) return reportBadInput(session, records.issues);
  reportWarnings(session, [...read.warnings, ...verified.issues], input.instance);
  if (!verified.ok) {
    if (session.json) tellJson(session, verified);
    else tellVerification(session, { report: verified, ...input });
    return EXIT.infeasible;
  }
  const reports = buildReports({
    ...input,
    plan,
    audience: options.public === true ? "public" : "internal",
    ...(ids === undefined ? {} : { reports: ids }),
    records: { ...records.value, ...(options.decided === undefined ? {} : { decidedOn: options.decided }) },
  });
  await deliver(session, reports, options.out);
  return EXIT.done;
}

/** Reads what the authority adds to the data; nothing without the option. */
async function readRecordsFile(
  session: Session,
  { records: name }: ReportOptions,
  input: PlanningInput,
): Promise<Checked<ReportRecords>> {
  if (name === undefined) return { ok: true, value: {}, warnings: [] };
  const data = await readJson(pathOf(session, name), name);
  if (!data.ok) return data;
  const records = readRecords(data.value, input);
  return records.ok ? records : { ok: false, issues: inFile(records.issues, name) };
}

async function deliver(session: Session, reports: readonly Report[], out: string | undefined): Promise<void> {
  const path = out === undefined ? undefined : pathOf(session, out);
  if (path !== undefined) {
    const content = await writeWorkbook(reportSheets(reports, { language: session.language }));
    await writeAll(dirname(path), [{ name: basename(path), content }]);
  }
  if (session.json) tellJson(session, { reports });
  else tellReports(session, reports, path);
}

function tellReports(session: Session, reports: readonly Report[], path: string | undefined): void {
  const missing = { zh: "无数据：", en: "no data: " };
  for (const { id, title, missing: absent } of reports) {
    const lacks = absent.map((one) => say(session, one)).join(session.language === "zh" ? "；" : "; ");
    tell(session, `${id} ${say(session, title)}${lacks === "" ? "" : `  (${say(session, missing)}${lacks})`}`);
  }
  if (path !== undefined) tell(session, path);
}

function readIds(only: string | undefined): Checked<readonly string[] | undefined> {
  if (only === undefined) return { ok: true, value: undefined, warnings: [] };
  const ids = only.split(/[,，、\s]+/u).filter((id) => id !== "");
  const asked = ids.map((id) => id.toUpperCase());
  const unknown = asked.filter((id) => !REPORT_IDS.includes(id));
  if (unknown.length === 0 && asked.length > 0) return { ok: true, value: asked, warnings: [] };
  const message = { zh: "没有这个报表", en: "There is no such report" };
  return refused(usageIssue("--only", message, { received: only, expected: REPORT_IDS.join(", ") }));
}

function readOut({ json }: Session, { out }: ReportOptions): Checked<undefined> {
  const fits = out === undefined ? json : out.toLowerCase().endsWith(".xlsx");
  if (fits) return { ok: true, value: undefined, warnings: [] };
  const message = {
    zh: "请用 --out 给出以 .xlsx 结尾的文件名，或用 --json",
    en: "Name a workbook with --out (.xlsx), or use --json",
  };
  return refused(usageIssue("--out", message, { received: out ?? "", expected: "报表.xlsx" }));
}

function readDay(day: string | undefined): Checked<undefined> {
  if (day === undefined || isIsoDate(day)) return { ok: true, value: undefined, warnings: [] };
  const message = { zh: "日期不正确", en: "This is no date" };
  return refused(usageIssue("--decided", message, { received: day, expected: "2024-08-22" }));
}

function refused(issue: Issue): { readonly ok: false; readonly issues: readonly Issue[] } {
  return { ok: false, issues: [issue] };
}
