import { planCounty } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import { LOTTERY } from "@lungang/core/formulation";
import type { Policy } from "@lungang/core/policy";
import { withMostChanges } from "@lungang/core/policy";
import { z } from "zod";
import type { Explained } from "./explained.ts";
import { priceBetween, priceSchema } from "./level-differences.ts";
import { changedPeople, changedPersonSchema } from "./placements.ts";
import { planSums, planSumsSchema } from "./plan-sums.ts";

/** Name of the level that counts how much a plan differs from those before; it is no value of a plan. */
const DIFFERENCE = "differsFromPlans";

/**
 * Shape of another plan that is good enough.
 *
 * @public
 */
export const differentPlanSchema = planSumsSchema.extend({
  /** Against the plan in hand; null where both are equal in every level. */
  price: priceSchema.nullable(),
  /** People whose place differs from that in the plan in hand. */
  changed: z.array(changedPersonSchema),
  /** How many people the plan in hand, and each plan before this one, places differently. */
  differences: z.array(z.int()),
  /** No plan that is good enough differs from all of those by more in sum. */
  proven: z.boolean(),
});

/**
 * Shape of other plans that are good enough.
 *
 * @public
 */
export const differentPlansSchema = z.strictObject({
  plans: z.array(differentPlanSchema),
  /** Whether it is proven that there is no other; false where as many were found as were asked for. */
  isAll: z.boolean(),
  /** What ended the search before its end. */
  limit: z.string().nullable(),
});

/**
 * Another plan that is good enough; see {@link differentPlanSchema}.
 *
 * @public
 */
export type DifferentPlan = z.infer<typeof differentPlanSchema>;

/**
 * Other plans that are good enough; see {@link differentPlansSchema}.
 *
 * @public
 */
export type DifferentPlans = z.infer<typeof differentPlansSchema>;

/**
 * Returns plans that keep the values of all levels, each within its tolerance, and place as many people as can be
 * differently from the plan in hand and from one another: each the most in sum over those before it. A plan in the middle of
 * which somebody interrupted is none of them.
 *
 * @param tolerances - what a level may lose, in its unit, beside what the policy lets it lose
 * @throws {RangeError} if a tolerance is of no level of the policy
 * @throws {SolverFailedError} if the backend broke or its answer failed the check
 * @public
 */
export async function differentPlans(
  { request, outcome }: Explained,
  { count, tolerances }: { readonly count: number; readonly tolerances: ReadonlyMap<string, number> },
): Promise<DifferentPlans> {
  const { onProgress: _onProgress, ...rest } = request;
  const levels = loosened(request.policy, tolerances);
  const limits = { ...request.limits, relativeGap: 0, proveUnique: false };
  const before: Plan[] = [outcome.plan];
  const plans: DifferentPlan[] = [];
  let { memory } = outcome;
  while (plans.length < count) {
    const policy = withMostChanges({ ...request.policy, levels }, before, DIFFERENCE);
    const again = await planCounty({ ...rest, policy, limits, after: memory });
    // A plan that was ended in the middle need not be as good, nor as different as can be, even where one had been found.
    if (request.signal?.aborted === true) return { plans, isAll: false, limit: "interrupted" };
    if (again.status !== "planned") {
      const limit = again.status === "stopped" ? again.termination.limit : "other";
      return { plans, isAll: false, limit };
    }
    ({ memory } = again);
    const { plan } = again;
    const differences = before.map((other) => changedPeople(other, plan).length);
    const isProven = provenBefore(plan);
    // The level counts posts: a plan that differs in forms alone is none of its own.
    if (differences.includes(0))
      return { plans, isAll: isProven && differences.every((each) => each === 0), limit: null };
    plans.push({
      ...planSums(plan),
      price: priceBetween(outcome.plan.levels, plan.levels, [DIFFERENCE]) ?? null,
      changed: changedPeople(outcome.plan, plan),
      differences,
      proven: isProven,
    });
    before.push(plan);
  }
  return { plans, isAll: false, limit: null };
}

function loosened({ levels }: Policy, tolerances: ReadonlyMap<string, number>): Policy["levels"] {
  for (const name of tolerances.keys()) {
    if (!levels.some((level) => level.name === name)) throw new RangeError(`Cannot loosen "${name}": no such level`);
  }
  return levels.map((level) => ({ ...level, tolerance: level.tolerance + (tolerances.get(level.name) ?? 0) }));
}

/** Whether every level but the lot was solved to its optimum; one that may lose something stands higher in the plan. */
function provenBefore({ levels }: Plan): boolean {
  return levels.every(({ name, reason }) => name === LOTTERY || reason === "optimal");
}
