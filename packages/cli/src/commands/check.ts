import { checkCounty, hasError } from "@lungang/core";
import type { PlanningOptions } from "../input/options.ts";
import { readNamedInput } from "../input/options.ts";
import { EXIT } from "../io.ts";
import type { ExitCode } from "../io.ts";
import { tellJson } from "../session.ts";
import type { Session } from "../session.ts";
import { tellCheck } from "../text/check-text.ts";
import { reportBadInput, reportWarnings } from "../text/issue-text.ts";

/** Checks the data against the policy and says what is known before any solve. */
export async function check(session: Session, instance: string, options: PlanningOptions): Promise<ExitCode> {
  const read = await readNamedInput(session, instance, options);
  if (!read.ok) return reportBadInput(session, read.issues);
  const report = checkCounty(read.value.instance, read.value.policy, read.value.locks);
  const issues = [...read.warnings, ...report.issues];
  const { instance: county, policy } = read.value;
  if (hasError(issues)) return reportBadInput(session, issues, county);
  reportWarnings(session, issues, county);
  if (session.json) tellJson(session, { ...report, issues });
  else tellCheck(session, { report: { ...report, issues }, policy, instance: county });
  return EXIT.done;
}
