import type { Issue, Plan, PlanningCase, VerifyOutcome } from "lungang";
import { adoptRoster, hasError, verifyPlan } from "lungang";
import type { PlanInput } from "../input/plan-input.ts";
import { EXIT } from "../io.ts";
import type { ExitCode } from "../io.ts";
import { tellJson } from "../session.ts";
import type { Session } from "../session.ts";
import { tellVerification } from "../text/verify-text.ts";

/** A plan after its verification. */
export type Judged =
  | { readonly status: "sound"; readonly plan: Plan; readonly verified: VerifyOutcome }
  | { readonly status: "broken"; readonly verified: VerifyOutcome }
  | { readonly status: "invalid"; readonly issues: readonly Issue[] };

/** Verifies a plan; an edited workbook first becomes the plan that it means. */
export async function judge({ plan, roster, planningCase }: PlanInput): Promise<Judged> {
  if (roster !== undefined) {
    const outcome = await adoptRoster(planningCase, roster, plan);
    if (outcome.status !== "adopted") return outcome;
    return { status: "sound", plan: outcome.plan, verified: { ...outcome.verified, issues: [...outcome.issues] } };
  }
  if (plan === undefined) throw new Error("A plan file was read without its plan");
  const verified = await verifyPlan(planningCase, plan);
  if (hasError(verified.issues)) return { status: "invalid", issues: verified.issues };
  return verified.ok ? { status: "sound", plan, verified } : { status: "broken", verified };
}

/** Says what a plan breaks; nothing is made of it. */
export function tellBroken(session: Session, verified: VerifyOutcome, planningCase: PlanningCase): ExitCode {
  if (session.json) tellJson(session, verified);
  else tellVerification(session, { report: verified, ...planningCase });
  return EXIT.infeasible;
}
