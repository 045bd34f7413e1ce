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
import { verifyAppointment } from "./verify-appointment.ts";
import { tellVerification } from "../text/verify-text.ts";

/** Options of `verify` as they stand on the command line: what is verified has either a county or applications. */
export interface VerifyOptions extends Omit<BesidePlanOptions, "instance"> {
  readonly instance?: string;
  readonly applications?: string;
}

/** What was verified, by which case. */
interface Verified {
  readonly planningCase: PlanningCase;
  readonly report: VerifyOutcome;
}

/**
 * Verifies a plan by what it says that it was made with, a roster workbook that people edited, or an appointment, without
 * the solver.
 */
export async function verify(session: Session, name: string, options: VerifyOptions): Promise<ExitCode> {
  const { instance, applications, ...beside } = options;
  if ((instance === undefined) === (applications === undefined))
    return reportBadInput(session, [usageIssue("--instance", ONE_OF_BOTH)]);
  if (applications !== undefined) {
    const { policy, set, override, lock } = beside;
    if (policy !== undefined || lock !== undefined || set.length + override.length > 0)
      return reportBadInput(session, [usageIssue("--applications", RULE_IN_WORKBOOK)]);
    return verifyAppointment(session, name, applications);
  }
  return verifyExchange(session, name, { ...beside, instance: instance as string });
}

const ONE_OF_BOTH = {
  zh: "复核方案或名册请给出 --instance，复核聘任名单请给出 --applications，两者只给一个",
  en: "Give --instance for a plan or roster, or --applications for an appointment, and only one of them",
};

const RULE_IN_WORKBOOK = {
  zh: "聘任规则写在报名工作簿里，不与 --policy、--set、--override、--lock 同用",
  en: "The workbook of applications has the rule; --policy, --set, --override and --lock do not go with it",
};

async function verifyExchange(session: Session, name: string, options: BesidePlanOptions): Promise<ExitCode> {
  const isPlan = name.toLowerCase().endsWith(".json");
  const found = await (isPlan ? verifyPlanFile : verifyRosterFile)(session, name, options);
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
