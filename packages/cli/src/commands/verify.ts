import type { Checked, PlanningCase, VerifyOutcome } from "lungang";
import { hasError, verifyPlan, verifyRoster } from "lungang";
import { readRosterFile } from "lungang/node";
import { usageIssue } from "../input/arguments.ts";
import { readNamedCase } from "../input/options.ts";
import type { BesidePlanOptions } from "../input/plan-input.ts";
import { readPlanInput } from "../input/plan-input.ts";
import { EXIT } from "../io.ts";
import type { ExitCode } from "../io.ts";
import { tellJson } from "../session.ts";
import type { Session } from "../session.ts";
import { reportBadInput, reportWarnings } from "../text/issue-text.ts";
import { tellVerification } from "../text/verify-text.ts";

/** What was verified, by which case. */
interface Verified {
  readonly planningCase: PlanningCase;
  readonly report: VerifyOutcome;
}

/** Verifies a plan by what it says that it was made with, or a roster workbook that people edited, without the solver. */
export async function verify(session: Session, planName: string, options: BesidePlanOptions): Promise<ExitCode> {
  const isPlan = planName.toLowerCase().endsWith(".json");
  const found = await (isPlan ? verifyPlanFile : verifyRosterFile)(session, planName, options);
  if (!found.ok) return reportBadInput(session, found.issues);
  const { report, planningCase } = found.value;
  if (hasError(report.issues)) return reportBadInput(session, report.issues);
  reportWarnings(session, [...found.warnings, ...report.issues]);
  if (session.json) tellJson(session, { ...report, issues: [...found.warnings, ...report.issues] });
  else tellVerification(session, { report, ...planningCase });
  return report.ok ? EXIT.done : EXIT.infeasible;
}

async function verifyPlanFile(session: Session, name: string, options: BesidePlanOptions): Promise<Checked<Verified>> {
  const read = await readPlanInput(session, name, options);
  if (!read.ok) return read;
  const { plan, planningCase } = read.value;
  return { ...read, value: { planningCase, report: await verifyPlan(planningCase, plan) } };
}

async function verifyRosterFile(
  session: Session,
  name: string,
  options: BesidePlanOptions,
): Promise<Checked<Verified>> {
  const { policy } = options;
  if (policy === undefined) return { ok: false, issues: [usageIssue("--policy", NO_POLICY)] };
  const opened = await readNamedCase(session, options.instance, { ...options, policy });
  if (!opened.ok) return opened;
  const planningCase = opened.value;
  const roster = await readRosterFile(name, planningCase.instance, { folder: session.io.cwd });
  if (!roster.ok) return roster;
  const report = verifyRoster(planningCase, roster.value);
  return { ok: true, value: { planningCase, report }, warnings: [...opened.warnings, ...roster.warnings] };
}

const NO_POLICY = {
  zh: "名单工作簿没有记载所用的政策，请给出",
  en: "A roster workbook does not say by which policy it was made; give it",
};
