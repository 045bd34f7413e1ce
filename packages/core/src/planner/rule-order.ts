import type { PolicyRule } from "../policy/policy-rule.ts";
import { RULE_NAMES } from "../rules/registry.ts";

/**
 * Returns rules in the order of the registry; rules of one kind keep theirs.
 *
 * @public
 */
export function inOrder(rules: readonly PolicyRule[]): readonly PolicyRule[] {
  const order = new Map<string, number>(RULE_NAMES.map((name, at) => [name, at]));
  return [...rules].sort((a, b) => (order.get(a.rule) ?? 0) - (order.get(b.rule) ?? 0));
}
