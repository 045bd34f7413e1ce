import type { Instance, Lock, PlanLimits, PlanOutcome, PlanRequest } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import type { Policy } from "@lungang/core/policy";

/**
 * A plan that was made, and everything that it was made with: what questions about it are answered from.
 *
 * @public
 */
export interface Explained {
  readonly request: PlanRequest;
  readonly outcome: Extract<PlanOutcome, { status: "planned" }>;
}

/**
 * Limits of a question: answers are exact where the gap is 0, and no question asks whether its answer is the only one.
 */
export function questionLimits({ limits }: PlanRequest): PlanLimits {
  return { ...limits, relativeGap: 0, proveUnique: false };
}

/**
 * A plan with the county, the policy and the decisions that it was made from: what can be told of it without solving.
 *
 * @public
 */
export interface PlanGround {
  readonly instance: Instance;
  readonly policy: Policy;
  readonly locks?: readonly Lock[];
  readonly plan: Plan;
}
