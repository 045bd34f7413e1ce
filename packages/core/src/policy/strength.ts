import type { RuleTerms } from "./policy-rule.ts";

/**
 * Whether a rule must hold, or gives at a price: soft rules, and those set aside with a logged reason.
 *
 * @public
 */
export function isHard(terms: Pick<RuleTerms, "strength" | "override">): boolean {
  return terms.strength === "hard" || (terms.strength === "override" && terms.override === undefined);
}
