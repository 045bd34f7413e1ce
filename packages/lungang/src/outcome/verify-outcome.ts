import type { Issue, Text, VerifyReport } from "@lungang/core";
import { verifyManifest, verifyPlan as verifyLines, verifyRoster as verifyRosterLines } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import type { Roster } from "@lungang/tabular";
import type { PlanningCase } from "../case/planning-case.ts";
import type { StatedRoster } from "../roster/complete-roster.ts";
import { completeRoster } from "../roster/complete-roster.ts";
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
 * Recounts every rule of a roster, for example one that was edited by hand, without the solver. What follows from the
 * edits is recomputed: the distance, the post, and form, term and relation where they still are as planned.
 *
 * @param before - the plan that the roster was made from, where it is known
 * @public
 */
export function verifyRoster(planningCase: PlanningCase, roster: Roster, before?: Plan): VerifyOutcome {
  const completed = completeRoster(planningCase, roster, before?.moves);
  if (!completed.ok) return unreadRoster(completed.issues, planningCase);
  const verified = verifyStated(planningCase, completed.value);
  return { ...verified, issues: [...completed.warnings, ...verified.issues] };
}

/** Recounts every rule of a roster in which what follows is left open. */
export function verifyStated(planningCase: PlanningCase, roster: StatedRoster): VerifyOutcome {
  return tellReport(verifyRosterLines({ ...planningCase, ...roster }), planningCase);
}

/** A roster with lines that cannot be read is not verified. */
function unreadRoster(issues: readonly Issue[], { instance }: PlanningCase): VerifyOutcome {
  const message = {
    zh: `未复核：名册有 ${issues.length} 处需要先填写清楚。`,
    en: `Not verified: ${issues.length} lines of the roster have to be clear first.`,
  };
  return { ok: false, violations: [], measures: [], levels: [], issues: plainIssues(issues, { instance }), message };
}

function tellReport(report: VerifyReport, planningCase: PlanningCase): VerifyOutcome {
  const hard = report.violations.filter(({ strength }) => strength === "hard").length;
  const soft = report.violations.length - hard;
  const message = report.ok
    ? {
        zh: `复核通过：没有违反硬性规定${soft > 0 ? `，${soft} 项“原则上”类规定未完全落实` : ""}。`,
        en: `Verified: no hard rule is broken${soft > 0 ? `; ${soft} soft targets are not met` : ""}.`,
      }
    : { zh: `复核未通过：${hard} 处违反硬性规定。`, en: `Not verified: hard rules are broken in ${hard} places.` };
  const violations = tellViolations(report.violations, planningCase);
  return { ...report, message, violations, issues: plainIssues(report.issues, planningCase) };
}
