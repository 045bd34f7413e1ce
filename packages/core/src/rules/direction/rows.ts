import type { RuleTerms } from "../../policy/policy-rule.ts";
import { addActivity } from "../../formulation/activity.ts";
import { selectExchanges } from "../../formulation/move-tests.ts";
import type { RowsContext } from "../../formulation/context.ts";
import { addMoveCosts, addMoveEntries, addRuleRow } from "../../formulation/rule-rows.ts";
import { shareBounds } from "../../formulation/share-bounds.ts";
import type { DirectionParams } from "./schema.ts";

type ValueOf = (move: number) => number;

/** Moves of which a share is asked for, and those that are wanted; of one subject where the rule counts by subject. */
interface Counted {
  readonly of: ValueOf;
  readonly wanted: ValueOf;
  readonly subject?: string;
}

/** Adds a share row, a cap row and costs for the direction of moves (model S8); the rows for every subject where asked. */
export function addDirectionRows(params: DirectionParams, entry: RuleTerms, context: RowsContext): void {
  const of = selectExchanges(context, params.of);
  const wanted = selectExchanges(context, params.moves).map((yes, move) => (of[move] === 1 ? yes : 0));
  const all: Counted = { of: (move) => of[move] as number, wanted: (move) => wanted[move] as number };
  for (const counted of params.bySubject ? partedBySubject(all, context) : [all]) addLimits(params, entry, { ...counted, context }); // prettier-ignore
  if (params.level === undefined) return;
  addMoveCosts(context, params.level, (move) => (of[move] === 1 && wanted[move] !== 1 ? params.weight : 0));
}

/** Returns the moves of every subject that posts of moves have, in order. */
function partedBySubject({ of, wanted }: Counted, { eligibility, moves }: RowsContext): readonly Counted[] {
  const subjectOf = (move: number) => eligibility.county.cells[moves.cell[move] as number]?.subject;
  const subjects = new Set<string>();
  for (let move = 0; move < moves.count; move++) {
    const subject = subjectOf(move);
    if (subject !== undefined && of(move) === 1) subjects.add(subject);
  }
  return [...subjects].sort().map((subject) => {
    const only = (valueOf: ValueOf) => (move: number) => (subjectOf(move) === subject ? valueOf(move) : 0);
    return { of: only(of), wanted: only(wanted), subject };
  });
}

function addLimits(
  params: DirectionParams,
  entry: RuleTerms,
  { of, wanted, subject, context }: Counted & { readonly context: RowsContext },
): void {
  const { builder } = context;
  const about = (limit: "minShare" | "max") => ({ kind: "county", ...(subject && { subject }), limit }) as const;
  if (params.minShare !== undefined) {
    const { part, whole, ...bounds } = shareBounds(params.minShare, { bound: "atLeast", rounding: params.rounding });
    const row = addRuleRow(context, entry, { ...bounds, subject: about("minShare"), violationUnit: part });
    const total = addActivity(context, entry, { valueOf: of });
    const chosen = addActivity(context, entry, { valueOf: wanted });
    builder.addEntry(row, total, -whole);
    builder.addEntry(row, chosen, part);
  }
  if (params.max === undefined) return;
  const row = addRuleRow(context, entry, { lower: -Infinity, upper: params.max, subject: about("max") });
  addMoveEntries(context, row, { valueOf: wanted });
}
