import type { Cell } from "../../instance/cells.ts";
import type { RuleTerms } from "../../policy/policy-rule.ts";
import { endsOf } from "../../formulation/move-tests.ts";
import { schoolPairs } from "./pairs.ts";
import type { SchoolPair } from "./pairs.ts";
import type { RowsContext } from "../../formulation/context.ts";
import { addMoveEntries, addRuleRow } from "../../formulation/rule-rows.ts";
import type { PairBalanceParams } from "./schema.ts";

/** Adds `Σ A to B - Σ B to A = 0` for each pair (model S6), by subject where asked, and the fixed number each way. */
export function addPairBalanceRows(params: PairBalanceParams, entry: RuleTerms, context: RowsContext): void {
  const { eligibility, moves } = context;
  const inForm = Uint8Array.from(moves.form, (form) => {
    const code = eligibility.policy.forms[form]?.code;
    return code !== undefined && params.forms.includes(code) ? 1 : 0;
  });
  const between = movesBetween(context, inForm);
  schoolPairs(eligibility, params.between).forEach((pair) => {
    const used = between.get(routeKey(pair.a, pair.b)) ?? [];
    if (used.length === 0 && params.count === undefined) return;
    const people = [...new Set(used.map((move) => moves.person[move] as number))];
    const sign = (move: number) => (inForm[move] === 1 ? directionIn(pair, endsOf(context, move)) : 0);
    const { a, b, id } = pair;
    const about = { kind: "pair", a, b, ...(id === undefined ? {} : { id }) } as const;
    for (const valueOf of params.bySubject ? balancesBySubject(context, used, { pair, sign }) : [sign]) {
      const row = addRuleRow(context, entry, { lower: 0, upper: 0, subject: about });
      addMoveEntries(context, row, { valueOf, people });
    }
    if (params.count === undefined) return;
    const row = addRuleRow(context, entry, { lower: params.count, upper: params.count, subject: about });
    addMoveEntries(context, row, { valueOf: (move) => (sign(move) > 0 ? 1 : 0), people });
  });
}

/** A key of two schools, whatever the direction. */
function routeKey(a: number, b: number): string {
  return `${Math.min(a, b)}/${Math.max(a, b)}`;
}

/** Returns the moves of the forms by the two schools that they lead between. */
function movesBetween(context: RowsContext, inForm: Uint8Array): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  inForm.forEach((yes, move) => {
    if (yes !== 1) return;
    const { from, to } = endsOf(context, move);
    const key = routeKey(from, to);
    const list = found.get(key) ?? [];
    found.set(key, list);
    list.push(move);
  });
  return found;
}

function directionIn(pair: SchoolPair, ends: { readonly from: number; readonly to: number }): number {
  if (ends.from === pair.a && ends.to === pair.b) return 1;
  return ends.from === pair.b && ends.to === pair.a ? -1 : 0;
}

/**
 * Returns for each of the two schools and each subject what a move adds to its heads: a move takes a head of the subject
 * of the post that is left and brings one of the subject of the post that is entered.
 */
function balancesBySubject(
  context: RowsContext,
  used: readonly number[],
  { pair, sign }: { readonly pair: SchoolPair; readonly sign: (move: number) => number },
): readonly ((move: number) => number)[] {
  const ends = (move: number) => {
    const { county } = context.eligibility;
    const left = county.cellOf[context.moves.person[move] as number] as number;
    return { left: county.cells[left]?.subject ?? "", entered: subjectOf(context, move) };
  };
  const subjects = [...new Set(used.flatMap((move) => Object.values(ends(move))))].sort();
  return [pair.a, pair.b].flatMap((school) =>
    subjects.map((subject) => (move: number) => {
      const direction = sign(move);
      if (direction === 0) return 0;
      const leaves = direction > 0 === (school === pair.a);
      const { left, entered } = ends(move);
      return leaves ? (left === subject ? -1 : 0) : entered === subject ? 1 : 0;
    }),
  );
}

function subjectOf({ eligibility, moves }: RowsContext, move: number): string {
  return (eligibility.county.cells[moves.cell[move] as number] as Cell).subject ?? "";
}
