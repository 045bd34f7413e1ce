import type { DecidedCounty } from "../eligibility/eligibility.ts";
import type { Decision, Standing } from "../eligibility/decision.ts";
import { lastDayOfMonths } from "../instance/calendar.ts";
import type { Cell } from "../instance/cells.ts";
import { postName } from "../instance/cells.ts";
import type { Person } from "../instance/person.ts";
import type { School } from "../instance/school.ts";
import { NONE } from "../instance/county.ts";
import type { CandidateMoves } from "../moves/candidate-moves.ts";
import { FORM_RETURN, FORM_SETTLE } from "../moves/candidate-moves.ts";
import type { ItineraryCandidate, LightCandidate } from "../moves/light.ts";
import { staysAtSchool } from "../policy/forms.ts";
import type { Form } from "../policy/policy.ts";
import type { PlanItinerary, PlanMove, PlanParticipation, PlanReturn, PlanStay } from "./plan.ts";

/** Who goes where in domain words. */
export interface Roster {
  readonly moves: PlanMove[];
  readonly returns: PlanReturn[];
  readonly stays: PlanStay[];
  readonly participations: PlanParticipation[];
  readonly itineraries: PlanItinerary[];
}

/** What the chosen candidate moves are read with. */
export interface DecodeInput {
  readonly eligibility: DecidedCounty;
  readonly moves: CandidateMoves;
  /** Whether a candidate move is part of the plan. */
  readonly isChosen: (move: number) => boolean;
  /** Light forms that are part of the plan. @defaultValue none */
  readonly participations?: readonly LightCandidate[];
  /** Periods taught elsewhere. @defaultValue none */
  readonly itineraries?: readonly (ItineraryCandidate & { readonly periods: number })[];
}

/**
 * Turns chosen candidate moves into moves, returns and stays, ordered by person id.
 *
 * @public
 */
export function decodeRoster(input: DecodeInput): Roster {
  const { eligibility, moves, isChosen } = input;
  const chosen = new Map<number, number>();
  for (let move = 0; move < moves.count; move++) if (isChosen(move)) chosen.set(moves.person[move] as number, move);
  const roster = { moves: [] as PlanMove[], returns: [] as PlanReturn[], stays: [] as PlanStay[] };
  eligibility.county.persons.forEach((person, index) => {
    const move = chosen.get(index);
    if (move === undefined) {
      const stay = stayOf(input, person, index);
      if (stay !== undefined) roster.stays.push(stay);
    } else if (endsExchange(moves.form[move] as number)) roster.returns.push(returnOf(input, move));
    else roster.moves.push(moveOf(input, move));
  });
  const byPerson = (a: { readonly person: string }, b: { readonly person: string }) =>
    a.person < b.person ? -1 : a.person > b.person ? 1 : 0;
  return {
    moves: roster.moves.sort(byPerson),
    returns: roster.returns.sort(byPerson),
    stays: roster.stays.sort(byPerson),
    participations: (input.participations ?? []).map((light) => participationOf(eligibility, light)).sort(byPerson),
    itineraries: (input.itineraries ?? []).map((line) => itineraryOf(eligibility, line)).sort(byPerson),
  };
}

/** @param from - school that the line starts from; @defaultValue the one worked at, which somebody who comes has left */
function participationOf(
  eligibility: DecidedCounty,
  { person, form, to }: LightCandidate,
  from = eligibility.county.works[person] as number,
): PlanParticipation {
  const { county, policy, context } = eligibility;
  const { code, termMonths } = policy.forms[form] as Form;
  return {
    person: (county.persons[person] as Person).id,
    form: code,
    from: (county.schools[from] as School).id,
    to: (county.schools[to] as School).id,
    start: context.start,
    end: lastDayOfMonths(context.start, termMonths.min),
  };
}

function itineraryOf(
  eligibility: DecidedCounty,
  { person, form, cell, periods }: ItineraryCandidate & { readonly periods: number },
): PlanItinerary {
  const target = eligibility.county.cells[cell] as Cell;
  const { policy } = eligibility;
  const isInside = staysAtSchool(policy.forms[form] as Form);
  const line = participationOf(eligibility, { person, form, to: target.school }, isInside ? target.school : undefined);
  return { ...line, post: postName(target), periods };
}

function endsExchange(form: number): boolean {
  return form === FORM_RETURN || form === FORM_SETTLE;
}

function schoolId(eligibility: DecidedCounty, index: number): string | null {
  return index === NONE ? null : (eligibility.county.schools[index] as School).id;
}

function moveOf({ eligibility, moves }: DecodeInput, move: number): PlanMove {
  const { county, policy, context } = eligibility;
  const person = moves.person[move] as number;
  const cell = county.cells[moves.cell[move] as number] as Cell;
  const form = policy.forms[moves.form[move] as number] as Form;
  const metres = moves.metres[move] as number;
  return {
    person: (county.persons[person] as Person).id,
    from: schoolId(eligibility, county.works[person] as number),
    to: (county.schools[cell.school] as School).id,
    post: lockedPost(eligibility, person, cell) ?? postName(cell),
    form: form.code,
    start: context.start,
    end: form.code === "recruit" ? null : lastDayOfMonths(context.start, form.termMonths.min),
    relationMoves: form.relationMoves,
    distanceMetres: metres < 0 ? null : metres,
  };
}

/** A lock may name one of several posts of a cell. */
function lockedPost({ locks, county }: DecidedCounty, person: number, cell: Cell): string | undefined {
  const { id } = county.persons[person] as Person;
  const lock = locks.find((entry) => entry.person === id && "post" in entry);
  return lock !== undefined && "post" in lock && cell.posts.includes(lock.post) ? lock.post : undefined;
}

function returnOf({ eligibility, moves }: DecodeInput, move: number): PlanReturn {
  const { county } = eligibility;
  const person = moves.person[move] as number;
  const cell = county.cells[moves.cell[move] as number] as Cell;
  return {
    person: (county.persons[person] as Person).id,
    from: (county.schools[county.works[person] as number] as School).id,
    to: (county.schools[cell.school] as School).id,
    post: postName(cell),
    settles: moves.form[move] === FORM_SETTLE,
  };
}

const STAY_REASONS: Partial<Record<Standing, PlanStay["reason"]>> = {
  exempt: "exempt",
  held: "locked",
  running: "running",
  inTerm: "inTerm",
  notDue: "notDue",
};

/** Returns why a person who does not move stays, undefined where the policy does not speak of the person. */
export function stayOf(
  { eligibility, moves }: Pick<DecodeInput, "eligibility" | "moves">,
  person: Person,
  index: number,
): PlanStay | undefined {
  const decision = eligibility.decisions[index] as Decision;
  if (decision.standing === "outOfScope") return undefined;
  const hasCandidates = (moves.starts[index + 1] as number) > (moves.starts[index] as number);
  const reason = STAY_REASONS[decision.standing] ?? (hasCandidates ? "notChosen" : "noPost");
  const why = decision.reasons.find((entry) => entry.code === reasonCode(reason, decision));
  return {
    person: person.id,
    school: schoolId(eligibility, eligibility.county.works[index] as number),
    reason,
    ...(why === undefined ? {} : { rule: why.rule, source: why.source }),
    ...(why?.sensitive === true ? { sensitive: true } : {}),
  };
}

function reasonCode(reason: PlanStay["reason"], decision: Decision): string {
  if (reason === "locked") return "held";
  if (reason === "running") return decision.reasons.some(({ code }) => code === "extended") ? "extended" : "running";
  return reason;
}
