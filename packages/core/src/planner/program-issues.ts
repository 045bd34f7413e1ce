import type { Issue } from "../instance/issue.ts";
import type { RowsContext } from "../formulation/context.ts";
import { ruleNamed } from "../rules/registry.ts";

/** Returns what keeps rules from being written as rows, known once the candidate moves are. */
export function programIssues(context: Pick<RowsContext, "eligibility" | "moves" | "rules">): readonly Issue[] {
  return context.rules.flatMap((rule) => ruleNamed(rule.rule).issues?.(rule, context) ?? []);
}
