import { NONE } from "../../instance/county.ts";
import { swapPartnersOf } from "../../instance/swap-partners.ts";
import type { RowsContext } from "../../formulation/context.ts";
import { selectPeople } from "../../formulation/move-tests.ts";
import { addMoveEntries, addRuleRow } from "../../formulation/rule-rows.ts";
import type { RuleTerms } from "../../policy/policy-rule.ts";
import type { SwapPartnersParams } from "./schema.ts";

/**
 * A person goes to the post of the partner only if the partner comes to his, and who volunteers for a swap goes nowhere
 * else (model S22).
 */
export function addSwapPartnersRows(params: SwapPartnersParams, entry: RuleTerms, context: RowsContext): void {
  const { eligibility, moves } = context;
  const { county, decisions } = eligibility;
  const who = selectPeople(context, params.who);
  const partners = swapPartnersOf(county);
  county.persons.forEach(({ swapPartner }, person) => {
    if (swapPartner === undefined || who[person] !== 1 || moves.starts[person] === moves.starts[person + 1]) return;
    const partner = partners[person] as number;
    const subject = { kind: "person", index: person } as const;
    const isNew = (move: number) => (moves.form[move] as number) >= 0;
    const takesPostOf = (other: number) => (move: number) =>
      other !== NONE && isNew(move) && moves.cell[move] === county.cellOf[other] ? 1 : 0;
    if (partner !== NONE) {
      const row = addRuleRow(context, entry, { lower: -Infinity, upper: 0, subject });
      addMoveEntries(context, row, { valueOf: takesPostOf(partner), people: [person] });
      addMoveEntries(context, row, { valueOf: (move) => -takesPostOf(person)(move), people: [partner] });
    }
    if (decisions[person]?.standing !== "volunteer") return;
    const row = addRuleRow(context, entry, { lower: -Infinity, upper: 0, subject });
    const isElsewhere = (move: number) => (isNew(move) && takesPostOf(partner)(move) === 0 ? 1 : 0);
    addMoveEntries(context, row, { valueOf: isElsewhere, people: [person] });
  });
}
