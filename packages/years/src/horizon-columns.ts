import { newRecruitsMeaning } from "@lungang/core/policy";
import type { HorizonColumns, Start } from "@lungang/core/formulation";
import type { DecidedCounty } from "@lungang/core/policy";
import { lastDayOfMonths } from "@lungang/core/plan";
import { NONE } from "@lungang/core";
import { planDates } from "@lungang/core/policy";
import type { ProgramBuilder } from "@lungang/program";
import type { CandidateMoves } from "@lungang/core/formulation";
import { FORM_RETURN, FORM_SETTLE } from "@lungang/core/formulation";
import { ABSENT } from "@lungang/core/formulation";
import { rulesOf } from "@lungang/core/policy";
import { isHard } from "@lungang/core/policy";
import type { BaseYear } from "./base-years.ts";
import type { Numbering } from "@lungang/core/formulation";

/** What columns are made from. */
export interface ColumnsInput {
  readonly years: readonly BaseYear[];
  readonly numbers: Numbering;
  readonly builder: ProgramBuilder;
}

/**
 * Adds a column for every start, one for leaving in every year, and the rows that tie them: a person who leaves goes
 * somewhere, and starts at most once in the horizon.
 */
export function addColumns(input: ColumnsInput): HorizonColumns {
  const starts: Start[] = [];
  const leavesOf = input.numbers.persons.map((): { year: number; column: number }[] => []);
  const settlingOf = new Map<number, { year: number; column: number }>();
  const perYear = input.years.map((base) => addYear(input, base, { starts, leavesOf, settlingOf }));
  onceEach(input, leavesOf, settlingOf);
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
    settlingOf,
    placedOf,
    leave: perYear.map(({ leave }) => leave),
    move: perYear.map(({ move }) => move),
  };
}

interface Collected {
  readonly starts: Start[];
  readonly leavesOf: { year: number; column: number }[][];
  readonly settlingOf: Map<number, { year: number; column: number }>;
}

function addYear({ builder, numbers }: ColumnsInput, base: BaseYear, into: Collected) {
  const { moves, year, prepared } = base;
  const { decisions } = prepared.eligibility;
  const leave = new Int32Array(decisions.length).fill(ABSENT);
  const move = new Int32Array(moves.count).fill(ABSENT);
  const leaving = builder.group({ rule: "leave", source: "", subjectKind: "person" });
  const moving = builder.group({ rule: "move", source: "", subjectKind: "move" });
  decisions.forEach((decision, index) => {
    const person = numbers.personOf[year]?.[index] as number;
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
      const start = addStart(builder, base, { at, index, person, numbers, group: moving });
      move[at] = start.column;
      builder.addEntry(row, start.column, 1);
      if (moves.form[at] === FORM_RETURN) continue;
      into.starts.push(start);
      if (moves.form[at] === FORM_SETTLE) into.settlingOf.set(person, { year, column: start.column });
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
  const mayWait = rulesOf(prepared.rules, newRecruitsMeaning).every((rule) => !isHard(rule));
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
  readonly numbers: Numbering;
  readonly group: number;
}

function addStart(builder: ProgramBuilder, base: BaseYear, { at, index, person, numbers, group }: At): Start {
  const { moves, year, prepared } = base;
  const { county } = prepared.eligibility;
  const form = moves.form[at] as number;
  const home = county.home[index] as number;
  const relationMoves = form === FORM_SETTLE || prepared.eligibility.policy.forms[form]?.relationMoves === true;
  return {
    column: builder.addColumn({ lower: 0, upper: 1 }, { group, subject: at }),
    year,
    person,
    cell: numbers.cellOf[year]?.[moves.cell[at] as number] as number,
    back: relationMoves ? Infinity : year + termYears(prepared.eligibility, form),
    relationMoves,
    form,
    move: at,
    home: home === NONE ? NONE : (numbers.schoolOf[year]?.[home] as number),
  };
}

/** Returns the years after which an exchange of a form is over on plan start. */
export function termYears({ policy, context, county }: DecidedCounty, form: number): number {
  const months = policy.forms[form]?.termMonths.min ?? 0;
  const end = lastDayOfMonths(context.start, months);
  let years = 1;
  while (planDates(county.instance.planYear + years, policy.calendar).start <= end) years++;
  return years;
}

/** One start a person in the horizon; who settles at the host starts nothing after that. */
function onceEach(
  { builder }: ColumnsInput,
  leavesOf: HorizonColumns["leavesOf"],
  settlingOf: HorizonColumns["settlingOf"],
) {
  const group = builder.group({ rule: "onceEach", source: "", subjectKind: "person" });
  leavesOf.forEach((leaves, person) => {
    const settle = settlingOf.get(person);
    if (leaves.length + (settle === undefined ? 0 : 1) < 2) return;
    const row = builder.addSideRow({ lower: -Infinity, upper: 1 }, { group, subject: person });
    for (const { column } of leaves) builder.addEntry(row, column, 1);
    if (settle !== undefined) builder.addEntry(row, settle.column, 1);
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
