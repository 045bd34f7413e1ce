import type { School } from "../../instance/school.ts";
import type { RowSpec } from "@lungang/program";
import type { RuleTerms } from "../../policy/policy-rule.ts";
import { schoolLimits } from "./limits.ts";
import { selectExchanges, selectSchools } from "../../formulation/move-tests.ts";
import type { RowsContext } from "../../formulation/context.ts";
import { addMoveEntries, addRuleRow } from "../../formulation/rule-rows.ts";
import type { PerSchoolParams } from "./schema.ts";

/** Adds up to two rows a school: moves out of it and into it (model S3); rows that cannot bind are left out. */
export function addPerSchoolRows(params: PerSchoolParams, entry: RuleTerms, context: RowsContext): void {
  const { eligibility, start, leavers, arrivals, moves, builder, network } = context;
  const chosen = selectExchanges(context, params.moves);
  const valueOf = (move: number) => chosen[move] as number;
  const isChosen = (person: number) =>
    chosen.subarray(moves.starts[person], moves.starts[person + 1]).some((yes) => yes === 1);
  for (const index of selectSchools(context, params.schools)) {
    const limits = schoolLimits(params, eligibility.county.schools[index] as School, start.working[index] as number);
    const people = (leavers[index] as readonly number[]).filter(isChosen);
    for (const range of rangesThatBind(limits.out, people.length)) {
      const limit = range.upper === Infinity ? "minOut" : "maxOut";
      const row = addRuleRow(context, entry, { ...range, subject: { kind: "school", index, limit } });
      addMoveEntries(context, row, { valueOf, people });
    }
    const into = (arrivals[index] as readonly number[]).filter((move) => chosen[move] === 1);
    for (const range of rangesThatBind(limits.in, into.length)) {
      const limit = range.upper === Infinity ? "minIn" : "maxIn";
      const row = addRuleRow(context, entry, { ...range, subject: { kind: "school", index, limit } });
      for (const move of into) builder.addEntry(row, network.move[move] as number, 1);
    }
  }
}

/** The least and the most are two rows: where the rule may give, it is known which of them gives. */
function rangesThatBind({ lower, upper }: RowSpec, possible: number): readonly RowSpec[] {
  return [
    ...(lower > 0 ? [{ lower, upper: Infinity }] : []),
    ...(upper < possible ? [{ lower: -Infinity, upper }] : []),
  ];
}
