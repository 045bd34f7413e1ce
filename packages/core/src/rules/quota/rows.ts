import { rowSubject } from "../../formulation/row-subject.ts";
import { groupSubject } from "../../subject/rule-subject.ts";
import type { RowsContext } from "../../formulation/context.ts";
import type { RuleTerms } from "../../policy/policy-rule.ts";
import { quotaGroups } from "./groups.ts";
import { selectMoves } from "../../formulation/move-tests.ts";
import { addMoveEntries, addRuleRow } from "../../formulation/rule-rows.ts";
import type { QuotaParams } from "./schema.ts";

/** Adds one row a group: counted moves of the group against the required number (model S1). */
export function addQuotaRows(params: QuotaParams, entry: RuleTerms, context: RowsContext): void {
  const { moves, eligibility } = context;
  const valueOf = quotaTerms(params, context);
  quotaGroups(eligibility, params).forEach((group) => {
    const bounds =
      params.bound === "atLeast"
        ? { lower: group.required, upper: Infinity }
        : { lower: -Infinity, upper: group.required };
    const subject = rowSubject(groupSubject(params.by, group.name), eligibility.county);
    const row = addRuleRow(context, entry, { ...bounds, subject });
    const inGroup = (move: number) => (group.members[moves.person[move] as number] === 1 ? valueOf(move) : 0);
    addMoveEntries(context, row, { valueOf: inGroup, people: membersOf(group.members) });
  });
}

/** Returns 1 for the candidate moves that a quota counts, whatever their group. */
export function quotaTerms(
  params: QuotaParams,
  context: Pick<RowsContext, "eligibility" | "moves" | "counted">,
): (move: number) => number {
  const { moves, eligibility } = context;
  const chosen = selectMoves(context, params.moves);
  return (move) => {
    if (chosen[move] !== 1) return 0;
    const standing = eligibility.decisions[moves.person[move] as number]?.standing;
    return params.volunteersInNumerator || standing !== "volunteer" ? 1 : 0;
  };
}

function membersOf(members: Uint8Array): readonly number[] {
  return Array.from(members.keys()).filter((person) => members[person] === 1);
}
