import { couplesOf } from "../../instance/couples.ts";
import type { County } from "../../instance/county.ts";
import { NONE } from "../../instance/county.ts";
import { schoolMetres } from "../../instance/travel.ts";
import type { RuleTerms } from "../../policy/policy-rule.ts";
import type { RowsContext } from "../../formulation/context.ts";
import { addCoupleRow, goalsOf, leavesSchool } from "../../formulation/couple-rows.ts";
import { selectAnybody } from "../../formulation/move-tests.ts";
import { addMoveEntries, addRuleRow } from "../../formulation/rule-rows.ts";
import type { LinkedParams } from "./schema.ts";

/**
 * For everybody with a spouse and every school that the person may go to: only if the spouse ends at a school that is near
 * enough (model S21). Both people of a couple have such rows; who stays is bound by those of the other.
 */
export function addLinkedRows(params: LinkedParams, entry: RuleTerms, context: RowsContext): void {
  const { county } = context.eligibility;
  const who = selectAnybody(context, params.who);
  couplesOf(county).forEach((spouse, person) => {
    if (spouse === NONE || who[person] !== 1 || who[spouse] !== 1) return;
    if (county.works[person] === NONE || county.works[spouse] === NONE) return;
    const couple = { person, spouse, near: nearness(params, county, { person, spouse }) };
    const goals = goalsOf(context, person);
    for (const to of goals) addCoupleRow(entry, context, { ...couple, fits: couple.near, to });
    if (params.bothOrNone && goals.size > 0) addBothRow(entry, context, couple);
  });
}

interface Couple {
  readonly person: number;
  readonly spouse: number;
  /** Whether the two may work at these schools. */
  readonly near: (a: number, b: number) => boolean;
}

function nearness(
  { withinMetres = 0, sameTownship }: LinkedParams,
  county: County,
  { person, spouse }: Pick<Couple, "person" | "spouse">,
): Couple["near"] {
  const before = schoolMetres(county, county.works[person] as number, county.works[spouse] as number);
  const most = Math.max(before, withinMetres);
  return (a, b) => {
    if (a === b) return true;
    const township = county.schools[a]?.township;
    if (sameTownship && township !== undefined && township === county.schools[b]?.township) return true;
    const metres = schoolMetres(county, a, b);
    return metres >= 0 && metres <= most;
  };
}

/** The person goes to another school only if the spouse does, be it home from an exchange. */
function addBothRow(entry: RuleTerms, context: RowsContext, { person, spouse }: Couple): void {
  const row = addRuleRow(context, entry, { lower: -Infinity, upper: 0, subject: { kind: "person", index: person } });
  const isNew = (move: number) => (context.moves.form[move] as number) >= 0;
  const goes = (move: number) => (leavesSchool(context, move) ? 1 : 0);
  addMoveEntries(context, row, { valueOf: (move) => (isNew(move) ? goes(move) : 0), people: [person] });
  addMoveEntries(context, row, { valueOf: (move) => -goes(move), people: [spouse] });
}
