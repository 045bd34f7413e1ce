import { qualifies } from "../eligibility/qualifies.ts";
import type { Decision } from "../eligibility/decision.ts";
import { mayTakePart } from "../eligibility/decision.ts";
import type { DecidedCounty } from "../eligibility/eligibility.ts";
import { lastDayOfMonths } from "../instance/calendar.ts";
import type { Cell } from "../instance/cells.ts";
import type { PlanItinerary, PlanParticipation, Violation } from "../plan/plan.ts";
import { NONE } from "../instance/county.ts";
import { isFullTime, staysAtSchool } from "../policy/forms.ts";
import type { Form } from "../policy/policy.ts";
import type { CheckedItinerary, CheckedMove, CheckedParticipation } from "../recount/facts.ts";
import type { StructureCode } from "../subject/structure.ts";
import { personViolation } from "./structure.ts";

/** Reads the lines of a plan about light forms, beside the own post, and notes what is wrong with each. */
export class LightReader {
  readonly violations: Violation[] = [];
  readonly #eligibility: DecidedCounty;
  readonly #cells: ReadonlyMap<string, number>;
  /** Where people who move go. */
  readonly #moves: ReadonlyMap<number, CheckedMove>;

  constructor(eligibility: DecidedCounty, cells: ReadonlyMap<string, number>, moves: readonly CheckedMove[]) {
    this.#eligibility = eligibility;
    this.#cells = cells;
    this.#moves = new Map(moves.map((move) => [move.person, move]));
  }

  /** Returns whether a line is about somebody who moves and teaches other posts of the school entered. */
  isBesideMove({ person: id, form, to }: PlanItinerary): boolean {
    const { county, policy } = this.#eligibility;
    const move = this.#moves.get(county.personIndex.get(id) ?? NONE);
    if (move === undefined || county.schoolIndex.get(to) !== move.to) return false;
    return policy.forms.some((one) => one.code === form && staysAtSchool(one));
  }

  /** Returns the line with positions in place of ids, or undefined where it names what does not exist. */
  read(line: PlanParticipation | PlanItinerary): CheckedParticipation | undefined {
    const { county, policy, context } = this.#eligibility;
    const person = county.personIndex.get(line.person);
    const to = county.schoolIndex.get(line.to);
    const number = this.#formOf(line, person, to);
    const form: Form | undefined = policy.forms[number];
    if (person === undefined) this.#note("unknown-person", line);
    if (to === undefined) this.#note("unknown-school", line);
    if (form === undefined) this.#note("unknown-form", line);
    if (person === undefined || to === undefined || form === undefined) return undefined;
    this.#checkAdmission(line, form, { person, to });
    const from = this.#moves.get(person)?.to ?? (county.works[person] as number);
    if (county.schoolIndex.get(line.from) !== from) this.#note("wrong-origin", line);
    this.#checkTerm(line, form, context.start);
    return { person, form: number, to };
  }

  #checkTerm(line: PlanParticipation | PlanItinerary, { termMonths }: Form, start: string): void {
    if (line.start !== start) this.#note("wrong-start", line);
    const { min, max } = termMonths;
    if (line.end < lastDayOfMonths(start, min) || line.end > lastDayOfMonths(start, max))
      this.#note("wrong-term", line);
  }

  /** Returns the periods of a line with positions in place of ids. */
  readItinerary(line: PlanItinerary): CheckedItinerary | undefined {
    const { county, policy } = this.#eligibility;
    const cell = this.#cells.get(line.post);
    if (cell === undefined) this.#note("unknown-post", line);
    const read = this.read(line);
    if (read === undefined || cell === undefined) return undefined;
    const target = county.cells[cell] as Cell;
    const form = policy.forms[read.form] as Form;
    if (target.school !== read.to) this.#note("post-elsewhere", line);
    const own = this.#moves.get(read.person)?.cell ?? (county.cellOf[read.person] as number);
    const isQualified = qualifies(county, read.person, { cell: target, form, from: county.cells[own] });
    if (!isQualified || !hasPeriods(target)) this.#note("no-periods", line);
    if (cell === own) this.#note("own-post", line);
    return { ...read, cell, periods: line.periods };
  }

  /** Returns the first form of the code that admits the line, else the first of the code. */
  #formOf({ form }: { readonly form: string }, person: number | undefined, to: number | undefined): number {
    const { policy } = this.#eligibility;
    const called = policy.forms.flatMap(({ code }, number) => (code === form ? [number] : []));
    const admits = (number: number) => person !== undefined && to !== undefined && this.#admits(number, person, to);
    return called.find(admits) ?? called[0] ?? -1;
  }

  /** Who comes to a school is there when the form begins. */
  #admits(form: number, person: number, to: number): boolean {
    const { admission } = this.#eligibility;
    const move = this.#moves.get(person);
    if (move === undefined) return admission.admitsLight(form, person, to);
    return move.to === to && admission.admitsBeside(form, person, to);
  }

  #note(code: StructureCode, line: { readonly person: string }): void {
    this.violations.push(personViolation(code, line.person));
  }

  #checkAdmission(
    line: PlanParticipation | PlanItinerary,
    form: Form,
    { person, to }: { readonly person: number; readonly to: number },
  ): void {
    const { decisions, policy } = this.#eligibility;
    const { standing } = decisions[person] as Decision;
    if (!this.#moves.has(person) && !mayTakePart(standing)) this.#note("must-not-take-part", line);
    else if (isFullTime(form)) this.#note("not-light", line);
    else if (!this.#admits(policy.forms.indexOf(form), person, to)) this.#note("light-not-admitted", line);
  }
}

function hasPeriods({ kind, periods }: Cell): boolean {
  return kind === "teaching" && periods !== undefined;
}
