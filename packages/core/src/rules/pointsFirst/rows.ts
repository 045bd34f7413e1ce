import { mayMove } from "../../eligibility/decision.ts";
import type { Person } from "../../instance/person.ts";
import type { School } from "../../instance/school.ts";
import type { RowsContext } from "../../formulation/context.ts";
import { endsOf, selectPeople } from "../../formulation/move-tests.ts";
import { addRuleRow } from "../../formulation/rule-rows.ts";
import { emptySubject } from "../../policy/attributes.ts";
import { comesBefore } from "../../policy/point-attributes.ts";
import { pointCounters } from "../../policy/policy-attributes.ts";
import type { RuleTerms } from "../../policy/policy-rule.ts";
import type { PointsFirstParams } from "./schema.ts";

/**
 * Adds a row for every wished post of everybody whom others may pass over: those with fewer points enter it only if the
 * person gets it or something wished for as much (model S20).
 */
export function addPointsFirstRows(params: PointsFirstParams, entry: RuleTerms, context: RowsContext): void {
  const order = orderOf(params, context);
  if (order === undefined) return;
  const arrivals = arrivalsByCell(context);
  for (const person of order.people) {
    const ranks = ranksOf(context, person);
    const cellOf = (move: number) => context.moves.cell[move] as number;
    const wished = new Map(ranks.map(([move, rank]) => [cellOf(move), rank]));
    for (const [cell, rank] of wished) {
      // In which form the person would go is open, and the one that ranks best counts.
      const forms = ranks.flatMap(([move]) => (cellOf(move) === cell ? [move] : []));
      const rivals = (arrivals.get(cell) ?? []).filter((other) => forms.some((move) => order.passes(move, other)));
      const asGood = ranks.flatMap(([own, ownRank]) => (ownRank <= rank ? [own] : []));
      if (rivals.length > 0) addOrderRow({ person, rivals, asGood }, entry, context);
    }
  }
}

/** Candidate moves of a person that are as good as a wished post, and those of others that pass the person over there. */
interface Wished {
  readonly person: number;
  readonly rivals: readonly number[];
  readonly asGood: readonly number[];
}

function addOrderRow({ person, rivals, asGood }: Wished, entry: RuleTerms, context: RowsContext): void {
  const { network, builder } = context;
  const subject = { kind: "person", index: person } as const;
  const row = addRuleRow(context, entry, { lower: -Infinity, upper: 0, subject });
  for (const other of rivals) builder.addEntry(row, network.move[other] as number, 1);
  for (const own of asGood) builder.addEntry(row, network.move[own] as number, 0 - rivals.length);
}

function orderOf({ points, who }: PointsFirstParams, context: RowsContext) {
  const { eligibility, moves } = context;
  const counter = pointCounters(eligibility.policy).get(points);
  if (counter === undefined) return undefined;
  const asked = selectPeople(context, who);
  const isFree = (person: number): boolean => {
    const { standing } = eligibility.decisions[person] ?? { standing: "outOfScope" };
    return asked[person] === 1 && mayMove(standing) && standing !== "pinned" && standing !== "recruit";
  };
  const keys = new Map<number, readonly number[]>();
  const keyOf = (move: number): readonly number[] => {
    const known = keys.get(move);
    if (known !== undefined) return known;
    const form = eligibility.policy.forms[moves.form[move] as number];
    const key = counter.keyAt(eligibility.context, {
      ...emptySubject(),
      person: moves.person[move] as number,
      ...endsOf(context, move),
      cell: moves.cell[move] as number,
      form: form?.code,
      relationMoves: form?.relationMoves,
      metres: Math.max(0, moves.metres[move] as number),
    });
    keys.set(move, key);
    return key;
  };
  const passes = (own: number, other: number): boolean => {
    const rival = moves.person[other] as number;
    return rival !== moves.person[own] && isFree(rival) && comesBefore(keyOf(own), keyOf(other));
  };
  const people = eligibility.decisions.flatMap((_decision, person) => (isFree(person) ? [person] : []));
  return { people, passes };
}

/** New moves by the cell that they enter. */
function arrivalsByCell({ moves }: RowsContext): ReadonlyMap<number, readonly number[]> {
  const arrivals = new Map<number, number[]>();
  for (let move = 0; move < moves.count; move++) {
    if ((moves.form[move] as number) < 0) continue;
    const cell = moves.cell[move] as number;
    const list = arrivals.get(cell) ?? [];
    arrivals.set(cell, list);
    list.push(move);
  }
  return arrivals;
}

/** The candidate moves of a person to wished schools, with the rank of the school among the wishes. */
function ranksOf(context: RowsContext, person: number): readonly (readonly [move: number, rank: number])[] {
  const { eligibility, moves } = context;
  const { county } = eligibility;
  const wishes = (county.persons[person] as Person).application?.wishes ?? [];
  const ranks: [number, number][] = [];
  if (wishes.length === 0) return ranks;
  for (let move = moves.starts[person] as number; move < (moves.starts[person + 1] as number); move++) {
    const rank = wishes.indexOf((county.schools[endsOf(context, move).to] as School).id);
    if (rank >= 0 && (moves.form[move] as number) >= 0) ranks.push([move, rank]);
  }
  return ranks;
}
