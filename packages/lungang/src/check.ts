import type { CountyCheck } from "@lungang/core";
import { checkCounty } from "@lungang/core";
import { plainIssues } from "./outcome/told.ts";
import type { PlanningCase } from "./case/planning-case.ts";

/**
 * Says what is known before any solve: problems, who is eligible and exempt, the quotas, supply and demand.
 *
 * @public
 */
export function checkCase({ instance, policy, locks }: PlanningCase): CountyCheck {
  const check = checkCounty(instance, policy, locks);
  return { ...check, issues: plainIssues(check.issues, { instance, locks }) };
}
