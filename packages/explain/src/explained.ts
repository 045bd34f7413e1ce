import type { Instance, Lock, PlanLimits, PlanOutcome, PlanRequest } from "@lungang/core";
import { withFewestChanges } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import type { Policy } from "@lungang/core/policy";
import { NEARNESS_TO_PLAN } from "./level-differences.ts";

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
function questionLimits({ limits }: PlanRequest): PlanLimits {
  return { ...limits, relativeGap: 0, proveUnique: false };
}

/**
 * Returns the request of a plan for a question about it: starts from what is known, and prefers among plans of equal value
 * the one that changes the fewest people beside those who are asked about.
 */
export function nearestAgain({ request, outcome }: Explained, about: readonly string[]): PlanRequest {
  const { onProgress: _onProgress, ...rest } = request;
  const policy = withFewestChanges(request.policy, {
    baseline: outcome.plan,
    withdrawn: about,
    place: "last",
    name: NEARNESS_TO_PLAN,
  });
  return { ...rest, policy, limits: questionLimits(request), after: outcome.memory };
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
