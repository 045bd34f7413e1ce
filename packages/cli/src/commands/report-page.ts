import type { Checked, Instance, PageExplanations, PageOptions, Plan } from "lungang";
import { findPerson, pageFile, together, togetherExplained } from "lungang";
import { readExplanationFile, readPlanFile } from "lungang/node";
import { usageIssue } from "../input/arguments.ts";
import { readPlanInput } from "../input/plan-input.ts";
import { EXIT } from "../io.ts";
import type { ExitCode } from "../io.ts";
import { checkFile, writeFile } from "../output.ts";
import { pathOf, say, tell, tellJson } from "../session.ts";
import type { Session } from "../session.ts";
import { reportBadInput, reportWarnings } from "../text/issue-text.ts";
import { judge, tellBroken } from "./judged-plan.ts";
import type { ReportOptions } from "./report-options.ts";

/** Makes the page of a plan as one HTML file; a plan that breaks hard rules gets none. */
export async function reportPage(
  session: Session,
  planName: string,
  options: ReportOptions & { readonly html: string },
): Promise<ExitCode> {
  const { html: out } = options;
  const call = together(readCall(options), await checkFile(session, { ...options, out }));
  if (!call.ok) return reportBadInput(session, call.issues);
  const read = together(
    await readPlanInput(session, planName, options),
    await readOther(session, options),
    await readExplained(session, options),
  );
  if (!read.ok) return reportBadInput(session, read.issues);
  const [input, other, explained] = read.value;
  const person = readPerson(options, input.planningCase.instance);
  if (!person.ok) return reportBadInput(session, person.issues);
  const judged = await judge(input);
  if (judged.status === "invalid") return reportBadInput(session, judged.issues);
  const { verified } = judged;
  reportWarnings(session, [...read.warnings, ...verified.issues]);
  const { planningCase } = input;
  if (judged.status === "broken") return tellBroken(session, verified, planningCase);
  const made = await pageFile(
    out,
    { planningCase, plan: judged.plan },
    { ...explained, ...other, ...person.value, ...editionOf(options) },
  );
  if (!made.ok) return reportBadInput(session, made.issues);
  const written = await writeFile(session, { ...options, out }, made.value);
  if (!written.ok) return reportBadInput(session, written.issues);
  const path = pathOf(session, out);
  if (session.json) tellJson(session, { page: path });
  else tell(session, `${say(session, { zh: "网页报告：", en: "Page: " })}${path}`);
  return EXIT.done;
}

function readPerson({ person }: ReportOptions, instance: Instance): Checked<Pick<PageOptions, "person">> {
  if (person === undefined) return { ok: true, value: {}, warnings: [] };
  const found = findPerson(person, instance);
  return found.ok ? { ...found, value: { person: found.value } } : found;
}

function editionOf({ public: isPublic }: ReportOptions): Pick<PageOptions, "edition"> {
  return isPublic === true ? { edition: "public" } : {};
}

/** One file, for one kind of reader. */
function readCall(options: ReportOptions & { readonly html: string }): Checked<undefined> {
  const { html, letters, out, only, person, public: isPublic } = options;
  const issues = [
    ...(html.toLowerCase().endsWith(".html")
      ? []
      : [
          usageIssue(
            "--html",
            { zh: "请给出以 .html 结尾的文件名", en: "Name a file that ends in .html" },
            { received: html, expected: "轮岗方案.html" },
          ),
        ]),
    ...(out === undefined && only === undefined
      ? []
      : [
          usageIssue("--html", {
            zh: "网页报告与报表工作簿请分两次生成：--html 不与 --out、--only 同用",
            en: "Make the page and the workbook of reports one after the other: --html goes without --out and --only",
          }),
        ]),
    ...(letters === undefined
      ? []
      : [
          usageIssue("--letters", {
            zh: "网页报告与通知书请分两次生成：--html 不与 --letters 同用",
            en: "Make the page and the letters one after the other: --html goes without --letters",
          }),
        ]),
    ...(isPublic === true && person !== undefined
      ? [
          usageIssue("--person", {
            zh: "公示版不含个人：--person 与 --public 只用一个",
            en: "The public edition is of nobody: use --person or --public",
          }),
        ]
      : []),
  ];
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: undefined, warnings: [] };
}

async function readOther({ io }: Session, { compare }: ReportOptions): Promise<Checked<{ readonly other?: Plan }>> {
  if (compare === undefined) return { ok: true, value: {}, warnings: [] };
  const plan = await readPlanFile(compare, { folder: io.cwd });
  return plan.ok ? { ...plan, value: { other: plan.value } } : plan;
}

async function readExplained({ io }: Session, { explained = [] }: ReportOptions): Promise<Checked<PageExplanations>> {
  const files: Checked<PageExplanations>[] = [];
  for (const path of explained) files.push(await readExplanationFile(path, { folder: io.cwd }));
  const read = together(...files);
  return read.ok ? { ...read, value: togetherExplained(read.value) } : read;
}
