import type { CheckOutcome, PlanFacts } from "../recount/facts.ts";
import type { RuleCheck } from "../recount/facts.ts";
import type { PolicyRule } from "../policy/policy-rule.ts";
import { ruleNamed } from "../rules/registry.ts";

/**
 * How every rule is recounted: what verification is given, so that it never sees the rows of a rule.
 *
 * @public
 */
export const checkOf = ({ rule }: PolicyRule): RuleCheck<unknown> => ruleNamed(rule).check;

/** Recomputes one rule from the facts of a plan. */
export function checkRule(rule: PolicyRule, facts: PlanFacts): CheckOutcome {
  return checkOf(rule).check(rule.params, rule, facts);
}
