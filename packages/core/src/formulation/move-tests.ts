import { NONE } from "../instance/county.ts";
import type { Cell } from "../instance/cells.ts";
import { emptySubject } from "../policy/attributes.ts";
import type { Predicate } from "../policy/predicate.ts";
import { compilePredicate, isEverything } from "../policy/predicate.ts";
import type { RowsContext } from "./context.ts";

/**
 * Returns which candidate moves count and satisfy a predicate.
 *
 * Shapes: one entry a move, 1 where it does.
 */
export function selectMoves(
  context: Pick<RowsContext, "eligibility" | "moves" | "counted">,
  predicate: Predicate,
): Uint8Array {
  return selectAmong(context, predicate, context.counted);
}

/**
 * Returns which new moves satisfy a predicate, counted in quotas or not; ended exchanges never do.
 *
 * Shapes: one entry a move, 1 where it does.
 */
export function selectAnyMoves(context: RowsContext, predicate: Predicate): Uint8Array {
  return selectAmong(
    context,
    predicate,
    Uint8Array.from(context.moves.form, (form) => (form >= 0 ? 1 : 0)),
  );
}

/**
 * Returns which new moves take a person from one school to another, counted in quotas or not: neither first schools of
 * recruits nor changes of post inside a school.
 *
 * Shapes: one entry a move, 1 where it does.
 */
export function movesBetweenSchools(context: RowsContext): Uint8Array {
  return Uint8Array.from(context.moves.form, (form, move) => {
    const { from, to } = endsOf(context, move);
    return form >= 0 && from !== NONE && from !== to ? 1 : 0;
  });
}

/**
 * Returns which exchanges satisfy a predicate, counted in quotas or not: what limits of schools and directions speak of.
 * A first school is among them where its form counts.
 *
 * Shapes: one entry a move, 1 where it does.
 */
export function selectExchanges(context: RowsContext, predicate: Predicate): Uint8Array {
  const between = movesBetweenSchools(context);
  return selectAmong(
    context,
    predicate,
    between.map((yes, move) => (yes === 1 ? 1 : (context.counted[move] as number))),
  );
}

function selectAmong(
  context: Pick<RowsContext, "eligibility" | "moves">,
  predicate: Predicate,
  among: Uint8Array,
): Uint8Array {
  if (isEverything(predicate)) return among;
  const { moves } = context;
  const test = moveTest(context, predicate);
  const chosen = new Uint8Array(moves.count);
  for (let move = 0; move < moves.count; move++) chosen[move] = among[move] === 1 && test(move) ? 1 : 0;
  return chosen;
}

/** Returns whether at least one new move, counted in quotas or not, satisfies a predicate. */
export function someMove(context: Pick<RowsContext, "eligibility" | "moves">, predicate: Predicate): boolean {
  const { moves } = context;
  const test = moveTest(context, predicate);
  for (let move = 0; move < moves.count; move++) if ((moves.form[move] as number) >= 0 && test(move)) return true;
  return false;
}

/** Returns the test of a candidate move by its number. */
function moveTest(
  { eligibility, moves }: Pick<RowsContext, "eligibility" | "moves">,
  predicate: Predicate,
): (move: number) => boolean {
  const { county, policy } = eligibility;
  const test = compilePredicate(predicate, { context: eligibility.context, sets: policy.sets, remembers: true });
  const subject = emptySubject();
  return (move) => {
    subject.person = moves.person[move] as number;
    subject.from = county.works[subject.person] as number;
    subject.cell = moves.cell[move] as number;
    subject.to = (county.cells[subject.cell] as Cell).school;
    const form = policy.forms[moves.form[move] as number];
    subject.form = form?.code;
    subject.relationMoves = form?.relationMoves;
    subject.metres = Math.max(0, moves.metres[move] as number);
    return test(subject);
  };
}

/**
 * Returns which people satisfy a predicate about the person and the school worked at.
 *
 * Shapes: one entry a person, 1 where they do.
 */
export function selectPeople(context: Pick<RowsContext, "eligibility">, predicate: Predicate): Uint8Array {
  const { decisions } = context.eligibility;
  const found = selectAnybody(context, predicate);
  return found.map((yes, index) => (decisions[index]?.standing === "outOfScope" ? 0 : yes));
}

/** Returns what {@link selectPeople} does, for people outside the scope of the policy too. */
export function selectAnybody(context: Pick<RowsContext, "eligibility">, predicate: Predicate): Uint8Array {
  const { county, policy, context: facts } = context.eligibility;
  const test = compilePredicate(predicate, { context: facts, sets: policy.sets });
  const subject = emptySubject();
  return Uint8Array.from(county.persons, (_person, index) => {
    subject.person = index;
    subject.from = county.works[index] as number;
    return test(subject) ? 1 : 0;
  });
}

/** Returns the schools in scope that satisfy a predicate on `school.` or `to.` attributes, by number. */
export function selectSchools(context: Pick<RowsContext, "eligibility">, predicate: Predicate): readonly number[] {
  const { county, policy, context: facts, inScope } = context.eligibility;
  const test = compilePredicate(predicate, { context: facts, sets: policy.sets });
  const subject = emptySubject();
  return county.schools.flatMap((_school, index) => {
    subject.school = index;
    subject.to = index;
    return inScope[index] === 1 && test(subject) ? [index] : [];
  });
}

/** Returns the school that a move leaves (-1 for a recruit) and the one that it enters. */
export function endsOf(
  { eligibility, moves }: RowsContext,
  move: number,
): { readonly from: number; readonly to: number } {
  const { county } = eligibility;
  const from = county.works[moves.person[move] as number] ?? NONE;
  return { from, to: (county.cells[moves.cell[move] as number] as Cell).school };
}
