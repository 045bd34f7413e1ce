import type { RuleTerms } from "../policy/policy-rule.ts";
import type { RowsContext } from "./context.ts";
import { endsOf } from "./move-tests.ts";
import { ABSENT } from "./network.ts";
import { addMoveEntries, addRuleRow } from "./rule-rows.ts";

/** Somebody, the spouse, and a school that the person may go to. */
export interface CoupleRow {
  readonly person: number;
  readonly spouse: number;
  readonly to: number;
  /** Whether the person may be at the first school while the spouse is at the second. */
  readonly fits: (a: number, b: number) => boolean;
}

/**
 * Returns the schools that exchanges of a person lead to: another post of the own school is none, and ended exchanges lead
 * home in any case.
 */
export function goalsOf(context: RowsContext, person: number): ReadonlySet<number> {
  const { starts, form } = context.moves;
  const goals = new Set<number>();
  for (let move = starts[person] as number; move < (starts[person + 1] as number); move++)
    if ((form[move] as number) >= 0 && leavesSchool(context, move)) goals.add(endsOf(context, move).to);
  return goals;
}

/** Whether a move, new or home, leads to another school than the one worked at. */
export function leavesSchool(context: RowsContext, move: number): boolean {
  const { from, to } = endsOf(context, move);
  return from !== to;
}

/** The person goes to the school only if the spouse ends where that fits; no row where it always does. */
export function addCoupleRow(entry: RuleTerms, context: RowsContext, { person, spouse, fits, to }: CoupleRow): void {
  const { eligibility, moves, network, builder } = context;
  const stays = fits(to, eligibility.county.works[spouse] as number);
  const isFitting = (move: number) => fits(to, endsOf(context, move).to);
  const leave = network.leave[spouse] as number;
  const [first, end] = [moves.starts[spouse] as number, moves.starts[spouse + 1] as number];
  const spouseMoves = leave === ABSENT ? [] : Array.from({ length: end - first }, (_, k) => first + k);
  if (stays && spouseMoves.every(isFitting)) return;
  const subject = { kind: "person", index: person } as const;
  const row = addRuleRow(context, entry, { lower: -Infinity, upper: stays ? 1 : 0, subject });
  const goes = (move: number) => (endsOf(context, move).to === to && (moves.form[move] as number) >= 0 ? 1 : 0);
  addMoveEntries(context, row, { valueOf: goes, people: [person] });
  if (stays && leave !== ABSENT) builder.addEntry(row, leave, 1);
  for (const move of spouseMoves) if (isFitting(move)) builder.addEntry(row, network.move[move] as number, -1);
}
