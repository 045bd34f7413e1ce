import type { Plan } from "@lungang/core/plan";
import { advanceInstance } from "./advance.ts";
import type { YearsGround } from "./base-years.ts";
import { policyOfYear, recruitsOfYear } from "./base-years.ts";
import type { PlannedYear } from "./rolling.ts";
import { forYears } from "./years-policy.ts";

/** Returns planned years as they were from their plans alone, such as plans that were written and are read again. */
export function plannedYears(ground: YearsGround, plans: readonly Plan[]): readonly PlannedYear[] {
  let { instance } = ground;
  return plans.map((plan, year) => {
    const policy = forYears(policyOfYear(ground, year));
    const planned = { instance, policy, locks: ground.locks?.[year] ?? [], plan };
    instance = advanceInstance(instance, plan, { policy, ...recruitsOfYear(ground, year + 1) });
    return planned;
  });
}
