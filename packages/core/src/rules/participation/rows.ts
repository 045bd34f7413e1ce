import { rowSubject } from "../../formulation/row-subject.ts";
import { isLong } from "../../policy/forms.ts";
import type { RuleTerms } from "../../policy/policy-rule.ts";
import type { Form } from "../../policy/policy.ts";
import type { RowsContext } from "../../formulation/context.ts";
import { addMoveEntries, addRuleRow } from "../../formulation/rule-rows.ts";
import { participationNeeds } from "./groups.ts";
import type { ParticipationParams } from "./schema.ts";

/** Adds one row for every number asked for: counted moves and light forms of the members, running exchanges apart. */
export function addParticipationRows(params: ParticipationParams, entry: RuleTerms, context: RowsContext): void {
  const { eligibility, builder, moves, counted, light } = context;
  const { forms } = eligibility.policy;
  const counts = (form: number) => params.forms.includes((forms[form] as Form).code);
  for (const { members, about, required, long } of participationNeeds(params, eligibility)) {
    const running = params.countRunning
      ? members.filter((person) => eligibility.decisions[person]?.standing === "running").length
      : 0;
    const subject = rowSubject(about, eligibility.county);
    const row = addRuleRow(context, entry, { lower: required - running, upper: Infinity, subject });
    const lasts = (form: number) => !long || isLong(forms[form] as Form);
    const valueOf = (move: number) => (counted[move] === 1 && lasts(moves.form[move] as number) ? 1 : 0);
    addMoveEntries(context, row, { valueOf, people: members });
    const uses = members.flatMap((person) => light?.get(person) ?? []);
    for (const { form, column } of uses) if (counts(form) && lasts(form)) builder.addEntry(row, column, 1);
  }
}
