import type { Instance, Policy, VerifyOutcome } from "lungang";
import { say, tell } from "../session.ts";
import type { Session } from "../session.ts";
import { measuresTable, violationLines } from "./rule-text.ts";

/** What a verification is shown with. */
export interface VerifyView {
  readonly report: VerifyOutcome;
  readonly instance: Instance;
  readonly policy: Policy;
}

/** Writes for readers whether a plan keeps the rules, and where it does not. */
export function tellVerification(session: Session, { report, instance, policy }: VerifyView): void {
  tell(session, measuresTable(session, { measures: report.measures, instance, policy }));
  if (report.violations.length > 0) tell(session, violationLines(session, report.violations));
  tell(session, say(session, report.message));
}
