import { checkCase, hasError } from "lungang";
import type { PlanningOptions } from "../input/options.ts";
import { readNamedCase } from "../input/options.ts";
import { EXIT } from "../io.ts";
import type { ExitCode } from "../io.ts";
import { tellJson } from "../session.ts";
import type { Session } from "../session.ts";
import { tellCheck } from "../text/check-text.ts";
import { reportBadInput, reportWarnings } from "../text/issue-text.ts";

/** Checks the data against the policy and says what is known before any solve. */
export async function check(session: Session, county: string, options: PlanningOptions): Promise<ExitCode> {
  const read = await readNamedCase(session, county, options);
  if (!read.ok) return reportBadInput(session, read.issues);
  const report = checkCase(read.value);
  const issues = [...read.warnings, ...report.issues];
  if (hasError(issues)) return reportBadInput(session, issues);
  reportWarnings(session, issues);
  if (session.json) tellJson(session, { ...report, issues });
  else tellCheck(session, { report: { ...report, issues }, ...read.value });
  return EXIT.done;
}
