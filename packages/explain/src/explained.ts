import type { PlanLimits, PlanOutcome, PlanRequest } from "@lungang/core";

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
