import { isPinnedRecruit } from "../../eligibility/decision.ts";
import type { RuleTerms } from "../../policy/policy-rule.ts";
import { ABSENT } from "../../formulation/network.ts";
import type { RowsContext } from "../../formulation/context.ts";
import { addRuleRow } from "../../formulation/rule-rows.ts";
import { isHard } from "../../policy/strength.ts";
import type { MustMoveParams } from "./schema.ts";

const MUST: ReadonlySet<string> = new Set(["forced", "pinned", "returning"]);

/**
 * Fixes the arc of leaving of everybody who must go; the lower bound carries the label of the rule. Where the rule may
 * give, a row a person prices it instead.
 */
export function addMustMoveRows(_params: MustMoveParams, entry: RuleTerms, context: RowsContext): void {
  const { eligibility, network, builder } = context;
  const group = builder.group({ rule: entry.id, source: entry.source, subjectKind: "person" });
  eligibility.decisions.forEach((decision, person) => {
    const leave = network.leave[person] as number;
    if ((!MUST.has(decision.standing) && !isPinnedRecruit(decision)) || leave === ABSENT) return;
    if (!isHard(entry)) {
      const subject = { kind: "person", index: person } as const;
      builder.addEntry(addRuleRow(context, entry, { lower: 1, upper: Infinity, subject }), leave, 1);
      return;
    }
    builder.tighten(leave, 1, 1);
    builder.relabel(leave, { group, subject: person });
  });
}
