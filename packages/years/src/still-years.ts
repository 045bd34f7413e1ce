import { decideEligibility } from "@lungang/core/policy";
import type { DecidedCounty } from "@lungang/core/policy";
import type { Lock } from "@lungang/core";
import { indexCounty } from "@lungang/core";
import type { Instance } from "@lungang/core";
import { advanceInstance, stillPlan } from "./advance.ts";
import type { YearsBasis } from "./base-years.ts";
import { policyOfYear, recruitsOfYear } from "./base-years.ts";

/**
 * Returns a year and those after it as they are if nobody starts anything from then on.
 *
 * @param from - where to begin; locks are those of the years from the first on
 */
export function stillYears(
  basis: YearsBasis,
  from: { readonly instance: Instance; readonly year: number; readonly locks?: readonly (readonly Lock[])[] },
): readonly DecidedCounty[] {
  const years: DecidedCounty[] = [];
  let { instance } = from;
  for (let { year } = from; year < basis.years; year++) {
    const policy = policyOfYear(basis, year);
    const locks = from.locks?.[year - from.year] ?? [];
    const eligibility = decideEligibility(indexCounty(instance).county, policy, locks);
    years.push(eligibility);
    if (year + 1 === basis.years) break;
    instance = advanceInstance(instance, stillPlan(eligibility), { policy, ...recruitsOfYear(basis, year + 1) });
  }
  return years;
}
