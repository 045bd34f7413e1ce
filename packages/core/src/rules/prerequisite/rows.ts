import type { RuleTerms } from "../../policy/policy-rule.ts";
import { selectAnyMoves } from "../../formulation/move-tests.ts";
import type { RowsContext } from "../../formulation/context.ts";
import { addMoveCosts, addMoveEntries, addRuleRow, COMPLIANCE } from "../../formulation/rule-rows.ts";
import { isHard } from "../../policy/strength.ts";
import type { PrerequisiteParams } from "./schema.ts";

/**
 * Forbids the moves without what they need, in one row a person; where the rule gives, each costs its price (S13).
 *
 * A row with a slack would say the same. It would also be a side row, and a county has one for every teacher.
 */
export function addPrerequisiteRows(params: PrerequisiteParams, entry: RuleTerms, context: RowsContext): void {
  const { moves } = context;
  const meets = selectAnyMoves(context, params.requires);
  const lacking = selectAnyMoves(context, params.moves).map((yes, move) => (meets[move] === 1 ? 0 : yes));
  if (!isHard(entry)) {
    addMoveCosts(context, COMPLIANCE, (move) => (lacking[move] as number) * entry.price);
    return;
  }
  const people = new Set<number>();
  lacking.forEach((yes, move) => {
    if (yes === 1) people.add(moves.person[move] as number);
  });
  for (const person of people) {
    const subject = { kind: "person", index: person } as const;
    const row = addRuleRow(context, entry, { lower: -Infinity, upper: 0, subject });
    addMoveEntries(context, row, { valueOf: (move) => lacking[move] as number, people: [person] });
  }
}
