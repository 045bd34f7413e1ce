import { hasError, verifyPlan, verifyRoster } from "lungang";
import type { Plan } from "lungang";
import type { BehindAppointment } from "../input/applications.ts";
import { applicationsBehind, behindNamed } from "../input/applications.ts";
import { usageIssue } from "../input/arguments.ts";
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
export interface VerifyOptions extends BesidePlanOptions {
  readonly applications?: string;
  /** Rotation plan after which people competed, for an appointment. */
  readonly after?: string;
}

/**
 * Verifies a plan by what it says that it was made with, a roster workbook that people edited, or an appointment, without
 * the solver.
 */
export async function verify(session: Session, name: string, options: VerifyOptions): Promise<ExitCode> {
  const { applications, after, ...beside } = options;
  if (beside.instance !== undefined && applications !== undefined)
    return reportBadInput(session, [usageIssue("--instance", ONE_OF_BOTH)]);
  const behind =
    applications === undefined
      ? await recorded(session, name, beside)
      : await behindNamed(session, name, { applications, after });
  if (behind === undefined) return verifyExchange(session, name, beside);
  return verifyList(session, name, { ...beside, ...behind, ...(after === undefined ? {} : { after }) });
}

/** A county that is named is that of a plan or a roster. */
async function recorded(session: Session, name: string, { instance }: BesidePlanOptions) {
  return instance === undefined ? applicationsBehind(session, name) : undefined;
}

async function verifyList(
  session: Session,
  name: string,
  { applications, after, policy, set, lock, override }: BesidePlanOptions & BehindAppointment,
): Promise<ExitCode> {
  if (lock !== undefined || override.length > 0)
    return reportBadInput(session, [usageIssue("--applications", RULE_IN_WORKBOOK)]);
  return verifyAppointment(session, name, {
    applications,
    set,
    ...(policy === undefined ? {} : { policy }),
    ...(after === undefined ? {} : { after }),
  });
}

const ONE_OF_BOTH = {
  zh: "复核方案或名册请给出 --instance，复核聘任名单请给出 --applications，两者只给一个",
  en: "Give --instance for a plan or roster, or --applications for an appointment, and only one of them",
};

const RULE_IN_WORKBOOK = {
  zh: "复核聘任名单不与 --override、--lock 同用",
  en: "--override and --lock do not go with a workbook of applications",
};

async function verifyExchange(session: Session, name: string, options: BesidePlanOptions): Promise<ExitCode> {
  const read = await readPlanInput(session, name, options);
  if (!read.ok) return reportBadInput(session, read.issues);
  const { plan, roster, planningCase } = read.value;
  const report =
    roster === undefined ? await verifyPlan(planningCase, plan as Plan) : verifyRoster(planningCase, roster, plan);
  if (hasError(report.issues)) return reportBadInput(session, report.issues);
  reportWarnings(session, [...read.warnings, ...report.issues]);
  if (session.json) tellJson(session, { ...report, issues: [...read.warnings, ...report.issues] });
  else tellVerification(session, { report, ...planningCase });
  return report.ok ? EXIT.done : EXIT.infeasible;
}
