import type { DecidedCounty } from "../eligibility/eligibility.ts";
import { waysBackOf } from "../eligibility/ways-back.ts";
import { lastDayOfMonths } from "../instance/calendar.ts";
import type { Cell } from "../instance/cells.ts";
import { postName } from "../instance/cells.ts";
import type { Person } from "../instance/person.ts";
import { worksAt } from "../instance/person.ts";
import { createTravel } from "../instance/travel.ts";
import type { TravelTable } from "../instance/travel.ts";
import type { PlanMove, PlanReturn } from "../plan/plan.ts";
import type { Form } from "../policy/policy.ts";
import { cellsByName } from "./read-moves.ts";

/**
 * A move as people write it: who goes where; the rest may be left out.
 *
 * @public
 */
export type RosterMove = Pick<PlanMove, "person" | "to" | "post"> & Partial<PlanMove>;

/** What moves are completed with. */
interface RosterContext {
  readonly eligibility: DecidedCounty;
  readonly travel: TravelTable;
  readonly cells: ReadonlyMap<string, number>;
}

/** Fills in what a roster leaves out: the admitted form and its shortest term, the start of the plan, the distance. */
export function completeMoves(moves: readonly RosterMove[], eligibility: DecidedCounty): PlanMove[] {
  const context = { eligibility, travel: createTravel(eligibility.county), cells: cellsByName(eligibility) };
  return moves.map((move) => completeMove(move, context));
}

function completeMove(move: RosterMove, roster: RosterContext): PlanMove {
  const { county, context } = roster.eligibility;
  const form = formOf(move, roster);
  const index = county.personIndex.get(move.person) ?? -1;
  const person = county.persons[index];
  const metres = roster.travel.metres(index, county.schoolIndex.get(move.to) ?? -1);
  const defaults = {
    from: person === undefined ? null : (worksAt(person) ?? null),
    form: form.code,
    start: context.start,
    end: form.code === "recruit" ? null : lastDayOfMonths(context.start, form.termMonths.min),
    relationMoves: form.relationMoves,
    distanceMetres: metres < 0 ? null : metres,
  };
  return { ...defaults, ...move };
}

/**
 * The admitted form of the stated code, or the first that is admitted where none is stated; where there is none, one of that
 * code or the first of the policy: then the line is reported as not admitted.
 */
function formOf(move: RosterMove, { eligibility, cells }: RosterContext): Form {
  const { county, policy, admission } = eligibility;
  const person = county.personIndex.get(move.person);
  const cell = cells.get(move.post);
  const admitted = person === undefined || cell === undefined ? [] : admission.formsOf(person, cell);
  const forms = [...admitted.map((number) => policy.forms[number] as Form), ...policy.forms];
  return (forms.find(({ code }) => code === move.form) ?? forms[0]) as Form;
}

/**
 * Returns the way home of everybody whose exchange has ended: to the post reserved at the home school.
 *
 * @public
 */
export function expectedReturns(eligibility: DecidedCounty): readonly PlanReturn[] {
  return eligibility.decisions.flatMap(({ standing }, index) =>
    standing === "returning" ? returnOf(eligibility, index, false) : [],
  );
}

/** Returns the ended exchanges of a roster that says nothing of them: everybody goes home, but who is locked to stay. */
export function unstatedReturns(eligibility: DecidedCounty): readonly PlanReturn[] {
  return eligibility.decisions.flatMap(({ standing }, index) => {
    if (standing !== "returning") return [];
    const { home, host } = waysBackOf(eligibility, index);
    return returnOf(eligibility, index, host && !home);
  });
}

function returnOf({ county }: DecidedCounty, index: number, settles: boolean): readonly PlanReturn[] {
  const cell: Cell | undefined = county.cells[(settles ? county.cellOf : county.reservedCellOf)[index] as number];
  const { id, currentSchool, homeSchool } = county.persons[index] as Person;
  if (currentSchool === undefined || homeSchool === undefined) return [];
  const to = settles ? currentSchool : homeSchool;
  return [{ person: id, from: currentSchool, to, post: cell === undefined ? "" : postName(cell), settles }];
}
