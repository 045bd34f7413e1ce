import type { PlacedCondition } from "../policy/conditions.ts";
import { conditionsIn } from "../policy/conditions.ts";
import type { PolicyRule } from "../policy/policy-rule.ts";
import type { Policy } from "../policy/resolved.ts";
import { findRule } from "../rules/registry.ts";

/** A condition in the parameters of a rule, and the rule. */
export interface RuleCondition extends PlacedCondition {
  readonly rule: PolicyRule;
}

/** Returns the conditions that the rules of a policy hold, each at its place in the document. */
export function ruleConditions(policy: Policy): readonly RuleCondition[] {
  return policy.rules.flatMap((rule) => {
    const schema = findRule(rule.rule)?.meaning.schema;
    if (schema === undefined) return [];
    return conditionsIn(schema, rule.params, [...rulePath(policy, rule), "params"]).map((found) => ({
      ...found,
      rule,
    }));
  });
}

/** Returns where a rule stands in the document; an entry that no document holds goes by its id. */
export function rulePath(policy: Policy, { id }: PolicyRule): readonly (string | number)[] {
  const written = (policy.origin.document as { readonly rules?: readonly { readonly id?: unknown }[] }).rules ?? [];
  const index = written.findIndex((entry) => entry.id === id);
  return ["rules", index < 0 ? id : index];
}
