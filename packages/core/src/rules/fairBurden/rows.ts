import type { RuleTerms } from "../../policy/policy-rule.ts";
import { BOUNDED_STANDINGS } from "../total/bound.ts";
import { proportionalLeavers } from "./burden.ts";
import type { RowsContext } from "../../formulation/context.ts";
import { addMoveEntries } from "../../formulation/rule-rows.ts";
import type { FairBurdenParams } from "./schema.ts";

/** Adds one row and one priced column a school that could send more than its share. */
export function addFairBurdenRows(params: FairBurdenParams, entry: RuleTerms, context: RowsContext): void {
  const { eligibility, rules, moves, counted, builder, levels, leavers } = context;
  const level = levels.get(params.level);
  if (level === undefined) return;
  const shares = proportionalLeavers(eligibility, rules);
  const counts = counted.map((yes, move) => (yes === 1 && BOUNDED_STANDINGS.has(standingOf(context, move)) ? 1 : 0));
  const couldLeave = (person: number) =>
    counts.subarray(moves.starts[person], moves.starts[person + 1]).some((yes) => yes === 1);
  const group = builder.group({ rule: entry.id, source: entry.source, subjectKind: "school" });
  shares.forEach((share, school) => {
    const people = (leavers[school] as readonly number[]).filter(couldLeave);
    if (people.length <= share) return;
    const row = builder.addSideRow({ lower: -Infinity, upper: share }, { group, subject: school });
    addMoveEntries(context, row, { valueOf: (move) => counts[move] as number, people });
    const excess = builder.addColumn({ lower: 0, upper: people.length - share }, { group, subject: school });
    builder.addEntry(row, excess, -1);
    builder.addCost(level, excess, params.weight);
  });
}

function standingOf({ eligibility, moves }: RowsContext, move: number): string {
  return eligibility.decisions[moves.person[move] as number]?.standing ?? "";
}
