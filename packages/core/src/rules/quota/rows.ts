import type { RowsContext } from "../rows-types.ts";
import type { RuleEntry } from "../../policy/policy.ts";
import { quotaGroups } from "../bounds-of-total.ts";
import { addMoveEntries, addRuleRow } from "../rule-rows.ts";
import type { QuotaParams } from "./schema.ts";

/** Adds one row a group: counted moves of the group against the required number (model S1). */
export function addQuotaRows(params: QuotaParams, entry: RuleEntry, context: RowsContext): void {
  const { moves, counted, eligibility } = context;
  quotaGroups(eligibility, params).forEach((group, index) => {
    const bounds =
      params.bound === "atLeast"
        ? { lower: group.required, upper: Infinity }
        : { lower: -Infinity, upper: group.required };
    const row = addRuleRow(context, entry, { ...bounds, subject: { kind: `quota.${params.by}`, index } });
    const valueOf = (move: number) => {
      const person = moves.person[move] as number;
      if (counted[move] !== 1 || group.members[person] !== 1) return 0;
      return params.volunteersInNumerator || eligibility.decisions[person]?.standing !== "volunteer" ? 1 : 0;
    };
    addMoveEntries(context, row, { valueOf, people: membersOf(group.members) });
  });
}

function membersOf(members: Uint8Array): readonly number[] {
  return Array.from(members.keys()).filter((person) => members[person] === 1);
}
