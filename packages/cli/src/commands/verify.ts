import { hasError, verifyPlan, verifyRoster } from "lungang";
import type { Plan } from "lungang";
import type { BesidePlanOptions } from "../input/plan-input.ts";
import { readPlanInput } from "../input/plan-input.ts";
import { EXIT } from "../io.ts";
import type { ExitCode } from "../io.ts";
import { tellJson } from "../session.ts";
import type { Session } from "../session.ts";
import { reportBadInput, reportWarnings } from "../text/issue-text.ts";
import { tellVerification } from "../text/verify-text.ts";

/** Verifies a plan by what it says that it was made with, or a roster workbook that people edited, without the solver. */
export async function verify(session: Session, planName: string, options: BesidePlanOptions): Promise<ExitCode> {
  const read = await readPlanInput(session, planName, options);
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
