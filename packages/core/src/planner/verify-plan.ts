import type { VerifyPlanInput, VerifyReport, VerifyRosterInput } from "../verify/verify.ts";
import { verifyPlanBy, verifyRosterBy } from "../verify/verify.ts";
import { checkOf } from "./rule-checks.ts";

/**
 * Checks a plan without the solver: every line, every rule and every figure that the plan states about itself.
 *
 * Cost: linear in people and moves; a quarter of a second for 8,000 people on an idle machine.
 *
 * @public
 */
export function verifyPlan(input: VerifyPlanInput): VerifyReport {
  return verifyPlanBy(checkOf, input);
}

/**
 * Checks a roster, for example a workbook edited by hand; what a line leaves out is filled in as a plan would.
 *
 * @public
 */
export function verifyRoster(input: VerifyRosterInput): VerifyReport {
  return verifyRosterBy(checkOf, input);
}
