import type { PlanFacts } from "../check-types.ts";
import { quotaGroups } from "../quota/check.ts";
import type { RuleCheck } from "../rule-check.ts";
import { measureOf, violationOf } from "../rule-check.ts";
import { rulesOf } from "../schemas.ts";
import { countyId, underTotal } from "../tally.ts";
import type { TotalParams } from "./schema.ts";
import { totalExceededText } from "./text.ts";

/** Returns the most counted moves of people who are due, forced or pinned. */
export function totalMax(params: TotalParams, facts: PlanFacts): number {
  if (params.max !== undefined) return params.max;
  const required = rulesOf(facts.rules, "quota")
    .filter((rule) => rule.params.bound === "atLeast")
    .map((rule) => quotaGroups(rule.params, facts).reduce((sum, group) => sum + group.required, 0));
  const quota =
    params.quotas === "sum"
      ? required.reduce((sum, heads) => sum + heads, 0)
      : required.reduce((a, b) => Math.max(a, b), 0);
  const bound = facts.eligibility.decisions.filter(({ standing }) => standing === "forced" || standing === "pinned");
  return Math.max(quota, bound.length);
}

/** Recomputes the bound on the total. */
export const totalCheck: RuleCheck<TotalParams> = {
  check: (params, entry, facts) => {
    const max = totalMax(params, facts);
    const moved = facts.moves.filter((move) => underTotal(facts, move)).length;
    const measure = measureOf(entry, { unit: "people", value: moved, target: max, sense: "atMost" });
    if (measure.met) return { measures: [measure], violations: [] };
    const breach = {
      subject: countyId(facts),
      amount: moved - max,
      unit: "people",
      message: totalExceededText({ moved, max }),
    };
    return { measures: [measure], violations: [violationOf(entry, breach)] };
  },
};
