import type { VerifyReport } from "@lungang/core";
import type { Text } from "@lungang/core";
import { verifyManifest, verifyPlan as verifyLines, verifyRoster as verifyRosterLines } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import type { Roster } from "@lungang/tabular";
import type { PlanningCase } from "../case/planning-case.ts";
import type { ToldViolation } from "./told.ts";
import { plainIssues, tellViolations } from "./told.ts";

/**
 * What verification finds, as plain data, with sentences.
 *
 * @public
 */
export interface VerifyOutcome extends Omit<VerifyReport, "violations"> {
  readonly message: Text;
  readonly violations: readonly ToldViolation[];
}

/**
 * Recounts every rule of a plan without the solver, and whether the plan was made from this county, and by the policy,
 * locks and overrides that it carries.
 *
 * @public
 */
export async function verifyPlan(planningCase: PlanningCase, plan: Plan): Promise<VerifyOutcome> {
  const report = verifyLines({ ...planningCase, plan });
  const untrue = await verifyManifest(plan, planningCase.instance);
  return tellReport(
    { ...report, ok: report.ok && untrue.length === 0, violations: [...report.violations, ...untrue] },
    planningCase,
  );
}

/**
 * Recounts every rule of a roster, for example one that was edited by hand, without the solver.
 *
 * @public
 */
export function verifyRoster(planningCase: PlanningCase, roster: Roster): VerifyOutcome {
  return tellReport(verifyRosterLines({ ...planningCase, ...roster }), planningCase);
}

function tellReport(report: VerifyReport, planningCase: PlanningCase): VerifyOutcome {
  const hard = report.violations.filter(({ strength }) => strength === "hard").length;
  const soft = report.violations.length - hard;
  const message = report.ok
    ? {
        zh: `复核通过：没有违反硬性规定${soft > 0 ? `，${soft} 项软性规定未达到` : ""}。`,
        en: `Verified: no hard rule is broken${soft > 0 ? `; ${soft} soft targets are not met` : ""}.`,
      }
    : { zh: `复核未通过：${hard} 处违反硬性规定。`, en: `Not verified: hard rules are broken in ${hard} places.` };
  const violations = tellViolations(report.violations, planningCase);
  return { ...report, message, violations, issues: plainIssues(report.issues, planningCase.instance) };
}
