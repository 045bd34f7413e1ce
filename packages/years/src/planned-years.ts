import type { Plan } from "@lungang/core/plan";
import { advanceInstance } from "./advance.ts";
import type { YearsBasis } from "./base-years.ts";
import { policyOfYear, recruitsOfYear } from "./base-years.ts";
import type { PlannedYear } from "./rolling.ts";
import { forYears } from "./years-policy.ts";

/**
 * Returns planned years as they were from their plans alone, such as plans that were written and are read again.
 *
 * @public
 */
export function plannedYears(basis: YearsBasis, plans: readonly Plan[]): readonly PlannedYear[] {
  let { instance } = basis;
  return plans.map((plan, year) => {
    const policy = forYears(policyOfYear(basis, year));
    const planned = { instance, policy, locks: basis.locks?.[year] ?? [], plan };
    instance = advanceInstance(instance, plan, { policy, ...recruitsOfYear(basis, year + 1) });
    return planned;
  });
}
