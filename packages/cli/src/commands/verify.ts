import type { Checked, VerifyReport } from "@lungang/core";
import { verifyPlan, verifyRoster } from "@lungang/core";
import { readRoster } from "@lungang/tabular/node";
import { together } from "../input/arguments.ts";
import type { PlanningOptions } from "../input/options.ts";
import { readNamedInput } from "../input/options.ts";
import type { PlanningInput } from "../input/planning-input.ts";
import { readPlan } from "../input/read-plan.ts";
import { EXIT } from "../io.ts";
import type { ExitCode } from "../io.ts";
import { pathOf, tellJson } from "../session.ts";
import type { Session } from "../session.ts";
import { reportBadInput, reportWarnings } from "../text/issue-text.ts";
import { tellVerification } from "../text/verify-text.ts";

/** Options of `verify` as they stand on the command line. */
export interface VerifyOptions extends PlanningOptions {
  readonly instance: string;
}

/** Verifies a plan, or a roster workbook that people edited, from instance and policy alone. */
export async function verify(session: Session, planName: string, options: VerifyOptions): Promise<ExitCode> {
  const read = await readNamedInput(session, options.instance, options);
  if (!read.ok) return reportBadInput(session, read.issues);
  const input = read.value;
  const found = planName.toLowerCase().endsWith(".json")
    ? await verifyPlanFile(session, planName, input)
    : await verifyRosterFile(session, planName, input);
  const both = together(read, found);
  if (!both.ok) return reportBadInput(session, both.issues);
  const [, report] = both.value;
  const errors = report.issues.filter((issue) => issue.severity === "error");
  if (errors.length > 0) return reportBadInput(session, report.issues, input.instance);
  reportWarnings(session, [...both.warnings, ...report.issues], input.instance);
  if (session.json) tellJson(session, report);
  else tellVerification(session, { report, ...input });
  return report.ok ? EXIT.done : EXIT.infeasible;
}

async function verifyPlanFile(session: Session, name: string, input: PlanningInput): Promise<Checked<VerifyReport>> {
  const plan = await readPlan(session, name);
  return plan.ok ? { ok: true, value: verifyPlan({ ...input, plan: plan.value }), warnings: [] } : plan;
}

async function verifyRosterFile(session: Session, name: string, input: PlanningInput): Promise<Checked<VerifyReport>> {
  const roster = await readRoster(pathOf(session, name), input.instance);
  if (!roster.ok) return roster;
  return { ok: true, value: verifyRoster({ ...input, ...roster.value }), warnings: roster.warnings };
}
