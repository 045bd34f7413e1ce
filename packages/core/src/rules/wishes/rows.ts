import type { Person } from "../../instance/person.ts";
import type { School } from "../../instance/school.ts";
import type { RuleTerms } from "../../policy/policy-rule.ts";
import { endsOf } from "../../formulation/move-tests.ts";
import { ABSENT } from "../../formulation/network.ts";
import type { RowsContext } from "../../formulation/context.ts";
import { addMoveCosts } from "../../formulation/rule-rows.ts";
import type { WishesParams } from "./schema.ts";

/** Prices the rank of the new school among the wishes, and volunteers who stay. */
export function addWishesRows(params: WishesParams, _entry: RuleTerms, context: RowsContext): void {
  const { eligibility, moves, network, builder, levels } = context;
  const { county, decisions } = eligibility;
  addMoveCosts(context, params.level, (move) => {
    const wishes = (county.persons[moves.person[move] as number] as Person).application?.wishes ?? [];
    const { from, to } = endsOf(context, move);
    // Who changes the post alone goes to no school that could be wished for.
    if ((moves.form[move] as number) < 0 || from === to || wishes.length === 0) return 0;
    const rank = wishes.indexOf((county.schools[to] as School).id);
    return rank === -1 ? params.missed : rank;
  });
  const level = levels.get(params.level);
  if (params.volunteerStays === 0 || level === undefined) return;
  decisions.forEach(({ volunteer }, person) => {
    if (!volunteer) return;
    builder.addOffset(level, params.volunteerStays);
    const leave = network.leave[person] as number;
    if (leave !== ABSENT) builder.addCost(level, leave, -params.volunteerStays);
  });
}
