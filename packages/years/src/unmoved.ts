import { canHold, formulateCounty } from "@lungang/core/formulation";
import type { Instance, Lock, PlanRequest } from "@lungang/core";
import type { YearsBasis } from "./base-years.ts";
import { policyOfYear } from "./base-years.ts";
import { stillYears } from "./still-years.ts";

/**
 * Returns whether a year without a plan could have one if nobody started anything in the years before: these have then used up
 * what it needs. Undefined where a limit or an interrupt left that open, and for the first year, which has none before it.
 *
 * @param locksOf - what is decided of that year on some county
 */
export async function holdsUnmoved(
  basis: YearsBasis,
  year: number,
  {
    locksOf,
    ...solving
  }: Pick<PlanRequest, "solver" | "limits" | "signal"> & { readonly locksOf: (instance: Instance) => readonly Lock[] },
): Promise<boolean | undefined> {
  if (year === 0 || solving.signal?.aborted === true) return undefined;
  const { instance, locks = [] } = basis;
  const before = stillYears({ ...basis, years: year + 1 }, { instance, year: 0, locks: locks.slice(0, year) });
  const unmoved = (before[year] as (typeof before)[number]).county.instance;
  const made = formulateCounty(unmoved, policyOfYear(basis, year), { locks: locksOf(unmoved) });
  return made.ok ? (await canHold(made.value, solving)).canHold : undefined;
}
