import type { Checked, Issue, Plan, PlanningCase, Report, ReportRecords } from "lungang";
import { reportFile, reportSections, reportsOf, together, wrongDay } from "lungang";
import { readRecordsFile } from "lungang/node";
import { usageIssue } from "../input/arguments.ts";
import { readPlanInput } from "../input/plan-input.ts";
import { EXIT } from "../io.ts";
import type { ExitCode } from "../io.ts";
import { checkFile, datedOptions, readDate, writeFile } from "../output.ts";
import type { DatedOptions } from "../output.ts";
import { pathOf, say, tell, tellJson } from "../session.ts";
import type { Session } from "../session.ts";
import { reportBadInput, reportWarnings } from "../text/issue-text.ts";
import { judge, tellBroken } from "./judged-plan.ts";
import { reportLetters } from "./report-letters.ts";
import { reportPage } from "./report-page.ts";
import type { ReportOptions } from "./report-options.ts";

/** Makes the reports of a plan, for the bureau or for publication; a plan that breaks hard rules gets none. */
export function report(session: Session, planName: string, options: ReportOptions): Promise<ExitCode> {
  const { html, letters } = options;
  if (html !== undefined) return reportPage(session, planName, { ...options, html });
  if (letters !== undefined) return reportLetters(session, planName, { ...options, letters });
  return reportWorkbook(session, planName, options);
}

async function reportWorkbook(session: Session, planName: string, options: ReportOptions): Promise<ExitCode> {
  const ids = readIds(options.only);
  const call = together(
    named("--only", reportSections(ids)),
    readOut(session, options),
    readDay(options.decided),
    readDate(options),
    await checkFile(session, options),
  );
  if (!call.ok) return reportBadInput(session, call.issues);
  const [withReports] = call.value;
  const read = await readPlanInput(session, planName, { ...options, withReports });
  if (!read.ok) return reportBadInput(session, read.issues);
  const { planningCase } = read.value;
  const judged = await judge(read.value);
  if (judged.status === "invalid") return reportBadInput(session, judged.issues);
  const { verified } = judged;
  const records = await readRecords(session, options, planningCase);
  if (!records.ok) return reportBadInput(session, records.issues);
  reportWarnings(session, [...call.warnings, ...read.warnings, ...verified.issues]);
  if (judged.status === "broken") return tellBroken(session, verified, planningCase);
  const { plan } = judged;
  const reports = reportsOf(planningCase, plan, {
    audience: options.public === true ? "public" : "internal",
    ...(ids === undefined ? {} : { reports: ids }),
    records: { ...records.value, ...(options.decided === undefined ? {} : { decidedOn: options.decided }) },
  });
  const unpublished = notPublished(ids, reports);
  if (unpublished.length > 0) return reportBadInput(session, unpublished);
  return deliver(session, { reports, plan, planningCase }, options);
}

/** What was asked for and has nothing that the public may see. */
function notPublished(ids: readonly string[] | undefined, reports: readonly Report[]): readonly Issue[] {
  const absent = ids?.filter((asked) => !reports.some(({ id }) => id === asked)) ?? [];
  if (absent.length === 0 && reports.length > 0) return [];
  const message = { zh: "没有可以公开的内容", en: "There is nothing in it that the public may see" };
  const advice = {
    zh: "请去掉 --public，或改用 --only 选其他报表",
    en: "Leave out --public, or choose others with --only",
  };
  return [{ ...usageIssue("--only", message, { received: absent.join("、") }), advice }];
}

/** Reads what the authority adds to the data; nothing without the option. */
async function readRecords(
  { io }: Session,
  { records }: ReportOptions,
  planningCase: PlanningCase,
): Promise<Checked<ReportRecords>> {
  if (records === undefined) return { ok: true, value: {}, warnings: [] };
  return readRecordsFile(records, planningCase, { folder: io.cwd });
}

interface Made {
  readonly reports: readonly Report[];
  readonly plan: Plan;
  readonly planningCase: PlanningCase;
}

async function deliver(
  session: Session,
  { reports, plan, planningCase }: Made,
  options: DatedOptions,
): Promise<ExitCode> {
  const { out } = options;
  if (out !== undefined) {
    const written = await writeFile(
      session,
      { ...options, out },
      await reportFile(out, reports, {
        ...datedOptions(session, options, planningCase),
        plan,
        instance: planningCase.instance,
      }),
    );
    if (!written.ok) return reportBadInput(session, written.issues);
  }
  if (session.json) tellJson(session, { reports });
  else tellReports(session, reports, out === undefined ? undefined : pathOf(session, out));
  return EXIT.done;
}

function tellReports(session: Session, reports: readonly Report[], path: string | undefined): void {
  const missing = { zh: "无数据：", en: "no data: " };
  for (const { id, title, missing: absent } of reports) {
    const lacks = absent.map((one) => say(session, one)).join(session.language === "zh" ? "；" : "; ");
    tell(session, `${id} ${say(session, title)}${lacks === "" ? "" : `  (${say(session, missing)}${lacks})`}`);
  }
  if (path !== undefined) tell(session, path);
}

/** Returns the ids of reports as they are written, separated in any way. */
function readIds(only: string | undefined): readonly string[] | undefined {
  const ids = only?.split(/[,，、\s]+/u).filter((id) => id !== "");
  return ids?.map((id) => id.toUpperCase());
}

/** Returns issues with the option that they are about. */
function named<T>(option: string, read: Checked<T>): Checked<T> {
  return read.ok ? read : { ok: false, issues: read.issues.map((issue) => ({ ...issue, path: [option] })) };
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
  const wrong = day === undefined ? undefined : wrongDay(day);
  return wrong === undefined ? { ok: true, value: undefined, warnings: [] } : named("--decided", refused(wrong));
}

function refused(issue: Issue): { readonly ok: false; readonly issues: readonly Issue[] } {
  return { ok: false, issues: [issue] };
}
