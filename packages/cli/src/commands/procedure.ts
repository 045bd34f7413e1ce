import { basename, dirname } from "node:path";
import type { Checked, Issue, Procedure, ProcedureRequest, ProcedureStatus, Text } from "lungang";
import { dateText, namesOf, openProcedure, procedureFile, takeProcedureStep, together, wrongDay } from "lungang";
import { readProcedureFile } from "lungang/node";
import { usageIssue } from "../input/arguments.ts";
import type { BesidePlanOptions } from "../input/plan-input.ts";
import { readPlanInput } from "../input/plan-input.ts";
import { recordOf } from "../input/procedure-record.ts";
import { EXIT } from "../io.ts";
import type { ExitCode } from "../io.ts";
import { writeFile } from "../output.ts";
import { pathOf, say, tell, tellJson } from "../session.ts";
import type { Session } from "../session.ts";
import { reportBadInput, reportWarnings } from "../text/issue-text.ts";
import { judge, tellBroken } from "./judged-plan.ts";

/** Options of the verbs of `procedure` as they stand on the command line. */
export interface ProcedureOptions extends BesidePlanOptions {
  /** Day of the step. */
  readonly on?: string;
  /** Workbook of the procedure; the one beside the plan by default. */
  readonly record?: string;
  /** Working days of publicity. */
  readonly days?: string;
  readonly person?: string;
  readonly by?: string;
  readonly reason?: string;
  readonly appeal?: boolean;
  readonly decide?: string;
  readonly note?: string;
  readonly withdraw?: boolean;
}

/** Verbs of the group. */
export type ProcedureVerb = "publish" | "object" | "finalise" | "assess";

/** Takes one step in the procedure of a plan and keeps it in the workbook beside the plan. */
export async function procedure(
  session: Session,
  { verb, planName }: { readonly verb: ProcedureVerb; readonly planName: string },
  options: ProcedureOptions,
): Promise<ExitCode> {
  const request = requestOf(verb, options);
  if (!request.ok) return reportBadInput(session, request.issues);
  const input = await readPlanInput(session, planName, options);
  if (!input.ok) return reportBadInput(session, input.issues);
  const judged = await judge(input.value);
  if (judged.status === "invalid") return reportBadInput(session, judged.issues);
  if (judged.status === "broken") return tellBroken(session, judged.verified, input.value.planningCase);
  const ground = { planningCase: input.value.planningCase, plan: judged.plan };
  const out = options.record ?? (await recordOf(dirname(pathOf(session, planName))));
  const taken = await take(session, ground, { request: request.value, out });
  if (!taken.ok) return reportBadInput(session, taken.issues);
  const issues = [...input.warnings, ...taken.warnings];
  reportWarnings(session, issues);
  const { after, status } = taken.value;
  if (session.json) tellJson(session, { ...status, issues });
  else tellStatus(session, status, { after, path: pathOf(session, out) });
  return EXIT.done;
}

/** Reads the workbook, takes the step, and writes the workbook again; nothing is written where the step is refused. */
async function take(
  session: Session,
  { planningCase, plan }: Pick<Procedure, "planningCase" | "plan">,
  { request, out }: { readonly request: ProcedureRequest; readonly out: string },
): Promise<Checked<{ readonly after: Procedure; readonly status: ProcedureStatus }>> {
  const book = await readProcedureFile(out, { folder: session.io.cwd });
  if (!book.ok) return book;
  const opened = await openProcedure(planningCase, plan, book.value);
  if (!opened.ok) return opened;
  const taken = takeProcedureStep(opened.value, request);
  if (!taken.ok) return taken;
  const { procedure: after, status } = taken.value;
  const file = await procedureFile(after, { language: session.language });
  // What people filled in was read and is kept, so that the file may be replaced.
  const written = await writeFile(session, { out, force: true }, { ...file, name: basename(out) });
  if (!written.ok) return written;
  return { ok: true, value: { after, status }, warnings: [...book.warnings, ...taken.warnings] };
}

/** Reads what a step asks for; all that is wrong with it at once. */
function requestOf(verb: ProcedureVerb, options: ProcedureOptions): Checked<ProcedureRequest> {
  const on = readOn(options.on);
  if (verb === "publish") return publication(options, on);
  if (verb === "object") return objection(options, on);
  return on.ok ? { ...on, value: { step: verb, on: on.value } } : on;
}

function publication({ days, withdraw }: ProcedureOptions, on: Checked<string>): Checked<ProcedureRequest> {
  if (withdraw === true) return on.ok ? { ...on, value: { step: "withdraw", on: on.value } } : on;
  const read = together(on, readDays(days));
  if (!read.ok) return read;
  const [day, workingDays] = read.value;
  return { ...read, value: { step: "publish", on: day, ...(workingDays === undefined ? {} : { workingDays }) } };
}

function objection(options: ProcedureOptions, on: Checked<string>): Checked<ProcedureRequest> {
  const read = together(on, readPerson(options.person), readDecision(options.decide), usedOnly(options));
  if (!read.ok) return read;
  const [day, person, decision] = read.value;
  const { by, reason, note, appeal } = options;
  if (decision !== undefined)
    return { ...read, value: { step: "decide", on: day, person, decision, ...(note === undefined ? {} : { note }) } };
  const said = { ...(by === undefined ? {} : { by }), ...(reason === undefined ? {} : { reason }) };
  return {
    ...read,
    value: { step: "object", on: day, person, kind: appeal === true ? "appeal" : "objection", ...said },
  };
}

function readOn(day: string | undefined): Checked<string> {
  if (day === undefined) return refused(usageIssue("--on", NO_DAY, { expected: "--on 2026-08-20" }));
  const wrong = wrongDay(day);
  return wrong === undefined ? fine(day) : refused({ ...wrong, path: ["--on"] });
}

const NO_DAY = { zh: "没有给出日期", en: "No day is given" };

function readDays(days: string | undefined): Checked<number | undefined> {
  if (days === undefined) return fine(undefined);
  if (/^[1-9]\d?$/u.test(days)) return fine(Number(days));
  const message = {
    zh: "公示的工作日数应为 1 至 99 的整数",
    en: "Working days of publicity are a whole number, 1 to 99",
  };
  return refused(usageIssue("--days", message, { received: days, expected: "--days 5" }));
}

function readPerson(person: string | undefined): Checked<string> {
  if (person !== undefined) return fine(person);
  const message = { zh: "没有给出异议涉及的人员", en: "Nobody is named whom the objection is about" };
  return refused(usageIssue("--person", message, { expected: "--person T001" }));
}

/** What a step would not keep is refused: who typed it takes it for recorded. */
function usedOnly({ decide, by, reason, appeal, note }: ProcedureOptions): Checked<undefined> {
  const unused =
    decide === undefined
      ? note === undefined
        ? []
        : ["--note"]
      : [
          ...(by === undefined ? [] : ["--by"]),
          ...(reason === undefined ? [] : ["--reason"]),
          ...(appeal === true ? ["--appeal"] : []),
        ];
  if (unused.length === 0) return fine(undefined);
  const message = decide === undefined ? NOTE_OF_DECISION : REASON_OF_OBJECTION;
  return { ok: false, issues: unused.map((name) => usageIssue(name, message)) };
}

const NOTE_OF_DECISION = {
  zh: "复核意见与复核结果（--decide）一起登记；提出异议的事由请用 --reason",
  en: "A note goes with a decision (--decide); what an objection is for goes with --reason",
};
const REASON_OF_OBJECTION = {
  zh: "提出人、事由和是否申诉在提出时登记，登记复核结果时不能再给；复核意见请用 --note",
  en: "Who objects, why, and whether it is an appeal is recorded when it comes in; what the decision says goes with --note",
};

const DECISIONS: Readonly<Record<string, "upheld" | "dismissed">> = {
  upheld: "upheld",
  成立: "upheld",
  dismissed: "dismissed",
  不成立: "dismissed",
};

function readDecision(decide: string | undefined): Checked<"upheld" | "dismissed" | undefined> {
  const decision = decide === undefined ? undefined : DECISIONS[decide];
  if (decide === undefined || decision !== undefined) return fine(decision);
  const message = { zh: "复核结果应为“成立”或“不成立”", en: "A decision is upheld or dismissed" };
  return refused(
    usageIssue("--decide", message, { received: decide, expected: { zh: "成立、不成立", en: "upheld, dismissed" } }),
  );
}

function fine<T>(value: T): Checked<T> {
  return { ok: true, value, warnings: [] };
}

function refused(issue: Issue): { readonly ok: false; readonly issues: readonly Issue[] } {
  return { ok: false, issues: [issue] };
}

function tellStatus(
  session: Session,
  { stateText, message, due, open, upheld, assessments }: ProcedureStatus,
  { after, path }: { readonly after: Procedure; readonly path: string },
): void {
  const line = (text: Text) => tell(session, say(session, text));
  const names = namesOf(after.planningCase.instance);
  const people = (ids: readonly string[]) =>
    ids.map((id) => names.person(id)).join(session.language === "zh" ? "、" : ", ");
  line({ zh: `方案状态：${stateText.zh}`, en: `State of the plan: ${stateText.en}` });
  line(message);
  if (open.length > 0) {
    const who = people([...new Set(open.map(({ person }) => person))]);
    line({ zh: `待复核：${who}`, en: `To be decided: ${who}` });
  }
  if (upheld.length > 0) line({ zh: `可以改动的人员：${people(upheld)}`, en: `May be changed: ${people(upheld)}` });
  const behind = (assessments ?? []).filter(({ missing }) => missing.length > 0).map(({ person }) => person);
  if (behind.length > 0) line({ zh: `打分未齐：${people(behind)}`, en: `Points are missing of: ${people(behind)}` });
  for (const { by, text } of due) {
    if (by !== undefined) line({ zh: `${dateText(by).zh}前：${text.zh}`, en: `Due ${by}: ${text.en}` });
  }
  tell(session, path);
}
