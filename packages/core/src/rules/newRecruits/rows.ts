import type { RuleTerms } from "../../policy/policy-rule.ts";
import { ABSENT } from "../../formulation/network.ts";
import { endsOf, selectSchools } from "../../formulation/move-tests.ts";
import type { RowsContext } from "../../formulation/context.ts";
import { addMoveEntries, addRuleRow } from "../../formulation/rule-rows.ts";
import { isHard } from "../../policy/strength.ts";
import type { NewRecruitsParams } from "./schema.ts";

/**
 * Places every recruit, and closes the arcs to schools that are not for recruits; the bounds carry the label of the rule.
 * Where the rule may give, a row a recruit prices it instead.
 */
export function addNewRecruitsRows(params: NewRecruitsParams, entry: RuleTerms, context: RowsContext): void {
  const { eligibility, network } = context;
  const allowed = new Set(selectSchools(context, params.schools));
  const isAllowed = (move: number) => allowed.has(endsOf(context, move).to);
  eligibility.decisions.forEach(({ standing }, person) => {
    if (standing !== "recruit" || network.leave[person] === ABSENT) return;
    if (isHard(entry)) placeRecruit(context, entry, { person, isAllowed });
    else {
      const row = addRuleRow(context, entry, { lower: 1, upper: Infinity, subject: { kind: "person", index: person } });
      addMoveEntries(context, row, { valueOf: (move) => (isAllowed(move) ? 1 : 0), people: [person] });
    }
  });
}

function placeRecruit(
  { network, builder, moves }: RowsContext,
  { id, source }: RuleTerms,
  { person, isAllowed }: { readonly person: number; readonly isAllowed: (move: number) => boolean },
): void {
  const label = { group: builder.group({ rule: id, source, subjectKind: "person" }), subject: person };
  const leave = network.leave[person] as number;
  builder.tighten(leave, 1, 1);
  builder.relabel(leave, label);
  for (let move = moves.starts[person] as number; move < (moves.starts[person + 1] as number); move++) {
    if (isAllowed(move)) continue;
    const column = network.move[move] as number;
    builder.tighten(column, 0, 0);
    builder.relabel(column, label);
  }
}
