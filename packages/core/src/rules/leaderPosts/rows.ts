import type { RuleTerms } from "../../policy/policy-rule.ts";
import { ABSENT } from "../../formulation/network.ts";
import type { RowsContext } from "../../formulation/context.ts";
import { addRuleRow } from "../../formulation/rule-rows.ts";
import { isHard } from "../../policy/strength.ts";
import type { LeaderPostsParams } from "./schema.ts";

/**
 * Bounds the shortfall of leaders' posts by what is missing already; the upper bound carries the label of the rule. Where
 * the rule may give, a row a post prices it instead.
 */
export function addLeaderPostsRows(params: LeaderPostsParams, entry: RuleTerms, context: RowsContext): void {
  const { eligibility, network, start, builder } = context;
  const group = builder.group({ rule: entry.id, source: entry.source, subjectKind: "cell" });
  eligibility.county.cells.forEach((cell, index) => {
    const short = network.shortfall[index] as number;
    if (short === ABSENT || cell.kind !== "management" || cell.office === undefined) return;
    if (!params.offices.includes(cell.office) || eligibility.inScope[cell.school] !== 1) return;
    const missing = Math.max(0, cell.demand - (start.cells[index] as number));
    if (!isHard(entry)) {
      const subject = { kind: "cell", index } as const;
      builder.addEntry(addRuleRow(context, entry, { lower: -Infinity, upper: missing, subject }), short, 1);
      return;
    }
    builder.tighten(short, 0, missing);
    builder.relabel(short, { group, subject: index });
  });
}
