import { FORM_SETTLE } from "../../moves/candidate-moves.ts";
import type { RowsContext } from "../../formulation/context.ts";
import { addRuleRow } from "../../formulation/rule-rows.ts";
import type { RuleTerms } from "../../policy/policy-rule.ts";
import type { ApprovedStaysParams } from "./schema.ts";

/** Adds a row a person whose stay is approved and open: the way of settling is taken. */
export function addApprovedStaysRows(_params: ApprovedStaysParams, entry: RuleTerms, context: RowsContext): void {
  const { moves, network, builder } = context;
  for (let move = 0; move < moves.count; move++) {
    if (moves.form[move] !== FORM_SETTLE) continue;
    const subject = { kind: "person", index: moves.person[move] as number } as const;
    builder.addEntry(
      addRuleRow(context, entry, { lower: 1, upper: Infinity, subject }),
      network.move[move] as number,
      1,
    );
  }
}
