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
  return walk(basis, plans).planned;
}

/**
 * Returns the year after some planned ones, with the county as their plans leave it: the year that has no plan, where one has
 * none.
 *
 * @public
 */
export function yearAfter(basis: YearsBasis, plans: readonly Plan[]): Omit<PlannedYear, "plan"> {
  return walk(basis, plans).next;
}

function walk(basis: YearsBasis, plans: readonly Plan[]) {
  let { instance } = basis;
  const yearOf = (year: number) => ({
    instance,
    policy: forYears(policyOfYear(basis, year)),
    locks: basis.locks?.[year] ?? [],
  });
  const planned = plans.map((plan, year): PlannedYear => {
    const made = { ...yearOf(year), plan };
    instance = advanceInstance(instance, plan, { policy: made.policy, ...recruitsOfYear(basis, year + 1) });
    return made;
  });
  return { planned, next: yearOf(plans.length) };
}
