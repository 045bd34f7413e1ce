import type { Eligibility } from "@lungang/core/policy";
import { addDays, addMonths } from "@lungang/core";
import { NONE } from "@lungang/core";
import { planDates } from "@lungang/core/policy";
import type { ProgramBuilder } from "@lungang/program";
import type { CandidateMoves } from "@lungang/core/formulation";
import { FORM_RETURN, FORM_SETTLE } from "@lungang/core/formulation";
import { ABSENT } from "@lungang/core/formulation";
import { rulesOf } from "@lungang/core/policy";
import { isHard } from "@lungang/core/policy";
import type { BaseYear } from "./base-years.ts";
import type { Places } from "./places.ts";

/** A candidate start: who, in which year, where to, and until which year. Numbers hold over all years. */
export interface Start {
  readonly column: number;
  readonly year: number;
  readonly person: number;
  /** Cell entered. */
  readonly cell: number;
  /** First year in which the person is back; the number of years where that lies beyond the horizon or never comes. */
  readonly back: number;
  readonly relationMoves: boolean;
  /** Number of the form in the policy, or the code of an ended exchange. */
  readonly form: number;
  /** Position among the open candidate moves of its year. */
  readonly move: number;
  /** School that holds the relation before; {@link NONE} for a recruit. */
  readonly home: number;
}

/** Columns of starts and of leaving, by year. */
export interface HorizonColumns {
  readonly starts: readonly Start[];
  /** Column of leaving, by year and person of the year; {@link ABSENT} where nobody can. */
  readonly leave: readonly Int32Array[];
  /** Column of each candidate move, by year; {@link ABSENT} where it is left out. */
  readonly move: readonly Int32Array[];
  /** Columns of leaving by person over all years, in order of years; ended exchanges and recruits are not among them. */
  readonly leavesOf: readonly (readonly { readonly year: number; readonly column: number }[])[];
  /** Columns of taking up the first school, by recruit and in order of years. */
  readonly placedOf: ReadonlyMap<number, readonly Start[]>;
}

/** What columns are made from. */
export interface ColumnsInput {
  readonly years: readonly BaseYear[];
  readonly places: Places;
  readonly builder: ProgramBuilder;
}

/**
 * Adds a column for every start, one for leaving in every year, and the rows that tie them: a person who leaves goes
 * somewhere, and starts at most once in the horizon.
 */
export function addColumns(input: ColumnsInput): HorizonColumns {
  const starts: Start[] = [];
  const leavesOf = input.places.persons.map((): { year: number; column: number }[] => []);
  const settles = new Map<number, number>();
  const perYear = input.years.map((base) => addYear(input, base, { starts, leavesOf, settles }));
  onceEach(input, leavesOf, settles);
  const placedOf = new Map<number, Start[]>();
  for (const start of starts) {
    if (start.home !== NONE) continue;
    const known = placedOf.get(start.person) ?? [];
    placedOf.set(start.person, [...known, start]);
  }
  placedOnce(input, placedOf);
  return {
    starts,
    leavesOf,
    placedOf,
    leave: perYear.map(({ leave }) => leave),
    move: perYear.map(({ move }) => move),
  };
}

interface Collected {
  readonly starts: Start[];
  readonly leavesOf: { year: number; column: number }[][];
  /** Column of settling by person. */
  readonly settles: Map<number, number>;
}

function addYear({ builder, places }: ColumnsInput, base: BaseYear, into: Collected) {
  const { moves, year, prepared } = base;
  const { decisions } = prepared.eligibility;
  const leave = new Int32Array(decisions.length).fill(ABSENT);
  const move = new Int32Array(moves.count).fill(ABSENT);
  const leaving = builder.group({ rule: "leave", source: "", subjectKind: "person" });
  const moving = builder.group({ rule: "move", source: "", subjectKind: "move" });
  decisions.forEach((decision, index) => {
    const person = places.personOf[year]?.[index] as number;
    const first = moves.starts[index] as number;
    const end = moves.starts[index + 1] as number;
    if (first === end) return;
    const ended = decision.standing === "returning";
    const column = builder.addColumn({ lower: ended ? 1 : 0, upper: 1 }, { group: leaving, subject: person });
    leave[index] = column;
    if (!ended && decision.standing !== "recruit")
      (into.leavesOf[person] as { year: number; column: number }[]).push({ year, column });
    const row = builder.addSideRow({ lower: 0, upper: 0 }, { group: leaving, subject: person });
    builder.addEntry(row, column, -1);
    for (let at = first; at < end; at++) {
      const start = addStart(builder, base, { at, index, person, places, group: moving });
      move[at] = start.column;
      builder.addEntry(row, start.column, 1);
      if (moves.form[at] === FORM_RETURN) continue;
      into.starts.push(start);
      if (moves.form[at] === FORM_SETTLE) into.settles.set(person, start.column);
    }
  });
  return { leave, move };
}

/**
 * Returns the candidate moves that get columns: recruits who must have a school are placed in the year in which they
 * come and not later, and who is held starts nothing.
 */
export function openMoves({ moves, year, prepared }: BaseYear, held: ReadonlySet<string>): CandidateMoves {
  const { decisions, county } = prepared.eligibility;
  const mayWait = rulesOf(prepared.rules, "newRecruits").every(({ entry }) => !isHard(entry));
  const isOpen = decisions.map(({ standing }, person) => {
    if (standing === "recruit")
      return mayWait || year === 0 || county.persons[person]?.recruitYear === county.instance.planYear;
    return standing === "returning" || !held.has(county.persons[person]?.id ?? "");
  });
  const kept: number[] = [];
  for (let move = 0; move < moves.count; move++) if (isOpen[moves.person[move] as number] === true) kept.push(move);
  const pick = (from: Int32Array) => Int32Array.from(kept, (move) => from[move] as number);
  const starts = new Int32Array(decisions.length + 1);
  for (const move of kept)
    starts[(moves.person[move] as number) + 1] = (starts[(moves.person[move] as number) + 1] as number) + 1;
  for (let person = 0; person < decisions.length; person++)
    starts[person + 1] = (starts[person + 1] as number) + (starts[person] as number);
  return {
    count: kept.length,
    person: pick(moves.person),
    cell: pick(moves.cell),
    form: pick(moves.form),
    metres: pick(moves.metres),
    starts,
  };
}

interface At {
  readonly at: number;
  readonly index: number;
  readonly person: number;
  readonly places: Places;
  readonly group: number;
}

function addStart(builder: ProgramBuilder, base: BaseYear, { at, index, person, places, group }: At): Start {
  const { moves, year, prepared } = base;
  const { county } = prepared.eligibility;
  const form = moves.form[at] as number;
  const home = county.home[index] as number;
  const relationMoves = form === FORM_SETTLE || prepared.eligibility.policy.forms[form]?.relationMoves === true;
  return {
    column: builder.addColumn({ lower: 0, upper: 1 }, { group, subject: at }),
    year,
    person,
    cell: places.cellOf[year]?.[moves.cell[at] as number] as number,
    back: relationMoves ? Infinity : year + termYears(prepared.eligibility, form),
    relationMoves,
    form,
    move: at,
    home: home === NONE ? NONE : (places.schoolOf[year]?.[home] as number),
  };
}

/** Returns the years after which an exchange of a form is over on plan start. */
export function termYears({ policy, context, county }: Eligibility, form: number): number {
  const months = policy.forms[form]?.termMonths.min ?? 0;
  const end = addDays(addMonths(context.start, months), -1);
  let years = 1;
  while (planDates(county.instance.planYear + years, policy.calendar).start <= end) years++;
  return years;
}

/** One start a person in the horizon; who settles at the host starts nothing after that. */
function onceEach(
  { builder }: ColumnsInput,
  leavesOf: HorizonColumns["leavesOf"],
  settles: ReadonlyMap<number, number>,
) {
  const group = builder.group({ rule: "onceEach", source: "", subjectKind: "person" });
  leavesOf.forEach((leaves, person) => {
    const settle = settles.get(person);
    if (leaves.length + (settle === undefined ? 0 : 1) < 2) return;
    const row = builder.addSideRow({ lower: -Infinity, upper: 1 }, { group, subject: person });
    for (const { column } of leaves) builder.addEntry(row, column, 1);
    if (settle !== undefined) builder.addEntry(row, settle, 1);
  });
}

/** A recruit takes up one first school, in one year. */
function placedOnce({ builder }: ColumnsInput, placedOf: HorizonColumns["placedOf"]) {
  const group = builder.group({ rule: "placedOnce", source: "", subjectKind: "person" });
  for (const [person, starts] of placedOf) {
    if (starts.every(({ year }) => year === starts[0]?.year)) continue;
    const row = builder.addSideRow({ lower: -Infinity, upper: 1 }, { group, subject: person });
    for (const { column } of starts) builder.addEntry(row, column, 1);
  }
}
