import type { DecidedCounty } from "../../eligibility/eligibility.ts";
import { quotaBase } from "../../eligibility/eligibility.ts";
import { NONE } from "../../instance/county.ts";
import { totalBound } from "../total/bound.ts";
import type { PolicyRule } from "../../policy/policy-rule.ts";

/**
 * Returns how many leavers of each school are its proportional share of the total bound, rounded up.
 *
 * Shapes: one entry a school; 0 where nobody is in the base.
 */
export function proportionalLeavers(eligibility: DecidedCounty, rules: readonly PolicyRule[]): Int32Array {
  const { county } = eligibility;
  const base = quotaBase(eligibility, { excludeExempt: true, excludeWithoutPost: true });
  const bySchool = new Int32Array(county.schools.length);
  let all = 0;
  base.forEach((yes, person) => {
    const school = county.works[person] as number;
    if (yes !== 1 || school === NONE) return;
    bySchool[school] = (bySchool[school] as number) + 1;
    all++;
  });
  const total = totalBound(eligibility, rules);
  if (!Number.isFinite(total)) return bySchool;
  return bySchool.map((count) => (all === 0 ? 0 : Math.floor((total * count + all - 1) / all)));
}
