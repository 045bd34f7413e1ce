import { couplesOf } from "../../instance/couples.ts";
import type { County } from "../../instance/county.ts";
import { NONE } from "../../instance/county.ts";
import { schoolMetres } from "../../instance/travel.ts";
import type { RuleTerms } from "../../policy/policy-rule.ts";
import type { RowsContext } from "../../formulation/context.ts";
import { endsOf, selectAnybody } from "../../formulation/move-tests.ts";
import { ABSENT } from "../../formulation/network.ts";
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
    const goals = new Set(movesOf(context, person).map((move) => endsOf(context, move).to));
    for (const to of goals) addApartRow(entry, context, { ...couple, to });
    if (params.bothOrNone && goals.size > 0) addBothRow(entry, context, couple);
  });
}

interface Couple {
  readonly person: number;
  readonly spouse: number;
  /** Whether the two may work at these schools. */
  readonly near: (a: number, b: number) => boolean;
}

/** New moves of a person: ended exchanges lead home in any case. */
function movesOf({ moves }: RowsContext, person: number): readonly number[] {
  const [first, end] = [moves.starts[person] as number, moves.starts[person + 1] as number];
  const own = Array.from({ length: end - first }, (_, k) => first + k);
  return own.filter((move) => (moves.form[move] as number) >= 0);
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

function addApartRow(
  entry: RuleTerms,
  context: RowsContext,
  { person, spouse, near, to }: Couple & { readonly to: number },
): void {
  const { eligibility, moves, network, builder } = context;
  const stays = near(to, eligibility.county.works[spouse] as number);
  const isNear = (move: number) => near(to, endsOf(context, move).to);
  const leave = network.leave[spouse] as number;
  const [first, end] = [moves.starts[spouse] as number, moves.starts[spouse + 1] as number];
  const spouseMoves = leave === ABSENT ? [] : Array.from({ length: end - first }, (_, k) => first + k);
  if (stays && spouseMoves.every(isNear)) return;
  const subject = { kind: "person", index: person } as const;
  const row = addRuleRow(context, entry, { lower: -Infinity, upper: stays ? 1 : 0, subject });
  const goes = (move: number) => (endsOf(context, move).to === to && (moves.form[move] as number) >= 0 ? 1 : 0);
  addMoveEntries(context, row, { valueOf: goes, people: [person] });
  if (stays && leave !== ABSENT) builder.addEntry(row, leave, 1);
  for (const move of spouseMoves) if (isNear(move)) builder.addEntry(row, network.move[move] as number, -1);
}

function addBothRow(entry: RuleTerms, context: RowsContext, { person, spouse }: Couple): void {
  const { moves, network, builder } = context;
  const row = addRuleRow(context, entry, { lower: -Infinity, upper: 0, subject: { kind: "person", index: person } });
  addMoveEntries(context, row, { valueOf: (move) => ((moves.form[move] as number) >= 0 ? 1 : 0), people: [person] });
  const leave = network.leave[spouse] as number;
  if (leave !== ABSENT) builder.addEntry(row, leave, -1);
}
