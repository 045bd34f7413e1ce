import type { RuleTerms } from "../../policy/policy-rule.ts";
import { selectAnyMoves } from "../../formulation/move-tests.ts";
import type { RowsContext } from "../../formulation/context.ts";
import { addMoveEntries, addRuleRow } from "../../formulation/rule-rows.ts";
import type { PrerequisiteParams } from "./schema.ts";

/** Adds one row a person who could move without what the move needs: none of these moves is made. */
export function addPrerequisiteRows(params: PrerequisiteParams, entry: RuleTerms, context: RowsContext): void {
  const { moves } = context;
  const meets = selectAnyMoves(context, params.requires);
  const lacking = selectAnyMoves(context, params.moves).map((yes, move) => (meets[move] === 1 ? 0 : yes));
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
