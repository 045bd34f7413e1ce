import type { Instance, VerifyReport } from "@lungang/core";
import type { Policy } from "@lungang/core/policy";
import { say, tell } from "../session.ts";
import type { Session } from "../session.ts";
import { measuresTable, violationLines } from "./rule-text.ts";

/** What a verification is shown with. */
export interface VerifyView {
  readonly report: VerifyReport;
  readonly instance: Instance;
  readonly policy: Policy;
}

/** Writes for readers whether a plan keeps the rules, and where it does not. */
export function tellVerification(session: Session, { report, instance, policy }: VerifyView): void {
  tell(session, measuresTable(session, { measures: report.measures, instance, policy }));
  if (report.violations.length > 0) tell(session, violationLines(session, report.violations, instance));
  const hard = report.violations.filter((violation) => violation.strength === "hard").length;
  const soft = report.violations.length - hard;
  const text = report.ok
    ? {
        zh: `复核通过：没有违反硬性规定${soft > 0 ? `，${soft} 项软性规定未达到` : ""}。`,
        en: `Verified: no hard rule is broken${soft > 0 ? `; ${soft} soft targets are not met` : ""}.`,
      }
    : { zh: `复核未通过：${hard} 处违反硬性规定。`, en: `Not verified: hard rules are broken in ${hard} places.` };
  tell(session, say(session, text));
}
