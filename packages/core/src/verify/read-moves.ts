import { NO_FORM } from "../eligibility/admissible.ts";
import { inReach } from "../eligibility/in-reach.ts";
import { qualifies } from "../eligibility/qualifies.ts";
import type { Decision } from "../eligibility/decision.ts";
import { mayMove } from "../eligibility/decision.ts";
import type { DecidedCounty } from "../eligibility/eligibility.ts";
import type { Lock } from "../eligibility/locks.ts";
import { lastDayOfMonths } from "../instance/calendar.ts";
import type { Cell } from "../instance/cells.ts";
import { NONE } from "../instance/county.ts";
import type { Person } from "../instance/person.ts";
import type { TravelTable } from "../instance/travel.ts";
import { createTravel } from "../instance/travel.ts";
import type { PlanMove, Violation } from "../plan/plan.ts";
import { termAtHome } from "../policy/facts.ts";
import type { Form } from "../policy/policy.ts";
import type { CheckedMove } from "../recount/facts.ts";
import type { StructureCode, StructureFound } from "../subject/structure.ts";
import { expectedDay, expectedDistance, expectedForm, expectedRelation, expectedTerm, whyNotMove } from "./expected.ts";
import { personViolation } from "./structure.ts";

/** Returns the cells by the names that a plan may give them: ids of listed posts and keys of cells. */
export function cellsByName({ county }: DecidedCounty): ReadonlyMap<string, number> {
  const cells = new Map(county.cellIndex);
  county.cells.forEach(({ posts }, cell) => {
    for (const post of posts) cells.set(post, cell);
  });
  return cells;
}

/** Where a move leads: everything that is not known is reported before. */
interface Line {
  readonly move: PlanMove;
  readonly person: number;
  readonly from: number;
  readonly to: number;
  readonly cell: number;
}

/** Reads the moves of a plan line by line and notes what is wrong with each, without asking any rule. */
export class MoveReader {
  readonly violations: Violation[] = [];
  readonly #eligibility: DecidedCounty;
  readonly #cells: ReadonlyMap<string, number>;
  readonly #travel: TravelTable;
  readonly #locks = new Map<string, Lock[]>();

  constructor(eligibility: DecidedCounty, cells: ReadonlyMap<string, number>) {
    this.#eligibility = eligibility;
    this.#cells = cells;
    this.#travel = createTravel(eligibility.county);
    for (const lock of eligibility.locks) this.#locks.set(lock.person, [...(this.#locks.get(lock.person) ?? []), lock]);
  }

  /** Returns the move with positions in place of ids, or undefined where it names what does not exist. */
  read(move: PlanMove): CheckedMove | undefined {
    const line = this.#locate(move);
    if (line === undefined) return undefined;
    const fits = this.#checkEnds(line);
    const form = this.#checkForm(line, fits);
    if (form === NO_FORM) return undefined;
    const rule = this.#eligibility.policy.forms[form] as Form;
    this.#checkTerms(line, rule);
    const metres = this.#travel.metres(line.person, line.to);
    if (move.distanceMetres !== (metres < 0 ? null : metres))
      this.#note("wrong-distance", move, expectedDistance(metres));
    return {
      person: line.person,
      from: line.from,
      to: line.to,
      cell: line.cell,
      form,
      metres,
      counted: rule.countsInQuota && rule.code !== "return" && rule.code !== "settle" && line.from !== line.to,
      relationMoves: rule.relationMoves,
      end: move.end,
    };
  }

  #note(code: StructureCode, move: PlanMove, found: StructureFound = {}): void {
    this.violations.push(personViolation(code, move.person, found));
  }

  #locate(move: PlanMove): Line | undefined {
    const { county } = this.#eligibility;
    const person = county.personIndex.get(move.person);
    const to = county.schoolIndex.get(move.to);
    const cell = this.#cells.get(move.post);
    if (person === undefined) this.#note("unknown-person", move);
    if (to === undefined) this.#note("unknown-school", move);
    if (cell === undefined) this.#note("unknown-post", move);
    if (person === undefined || to === undefined || cell === undefined) return undefined;
    return { move, person, from: county.works[person] as number, to, cell };
  }

  /** Returns whether the ends of a move fit together, so that asking for its form makes sense. */
  #checkEnds({ move, from, to, cell }: Line): boolean {
    const { county } = this.#eligibility;
    const stated = move.from === null ? NONE : county.schoolIndex.get(move.from);
    if (stated !== from) this.#note("wrong-origin", move);
    const elsewhere = (county.cells[cell] as Cell).school !== to;
    if (elsewhere) this.#note("post-elsewhere", move);
    const inside = this.#formsCalled(move).some(({ scope }) => scope === "school");
    const stays = from === to && !inside;
    if (stays) this.#note("same-school", move);
    return !elsewhere && !stays;
  }

  #formsCalled({ form }: PlanMove): readonly Form[] {
    return this.#eligibility.policy.forms.filter(({ code }) => code === form);
  }

  /** Returns the number of the form under which the move is counted: the admitted one, else the one it states. */
  #checkForm(line: Line, fits: boolean): number {
    const { admission, policy } = this.#eligibility;
    const { move } = line;
    const stated = policy.forms.findIndex(({ code }) => code === move.form);
    if (stated === NO_FORM) this.#note("unknown-form", move);
    const barred = this.#whyBarred(line);
    if (barred !== undefined) this.#note(barred, move, barred === "must-not-move" ? this.#whyNotMove(line) : {});
    if (barred !== undefined || !fits) return stated;
    const admitted = admission.formsOf(line.person, line.cell);
    const [first = NO_FORM] = admitted;
    if (first === NO_FORM) this.#note(this.#whyNot(line), move);
    else if (stated === NO_FORM) return first;
    else {
      const called = admitted.filter((form) => policy.forms[form]?.code === move.form);
      if (called.length > 0) return this.#meantBy(move, called);
      this.#note("wrong-form", move, expectedForm(policy.forms[first] as Form));
    }
    return stated;
  }

  #whyNotMove({ person }: Line): StructureFound {
    const { county, context, decisions } = this.#eligibility;
    return whyNotMove(decisions[person] as Decision, termAtHome(county.persons[person] as Person, context.start));
  }

  /** Of the admitted forms of one code, the one whose relation and term the line has; the first where none fits. */
  #meantBy({ relationMoves, end }: PlanMove, called: readonly number[]): number {
    const { policy, context } = this.#eligibility;
    const forms = called.map((number) => ({ number, form: policy.forms[number] as Form }));
    const related = forms.filter(({ form }) => form.relationMoves === relationMoves);
    const exact = related.find(
      ({ form }) => end !== null && end === lastDayOfMonths(context.start, form.termMonths.min),
    );
    const fitting = exact ?? related.find(({ form }) => fitsTerm(form, context.start, end));
    return (fitting ?? related[0] ?? forms[0])?.number ?? NO_FORM;
  }

  /** Whether the person may not move at all, or not there by a lock. */
  #whyBarred(line: Line): StructureCode | undefined {
    const { standing } = this.#eligibility.decisions[line.person] as Decision;
    if (standing === "held") return "lock-broken";
    if (!mayMove(standing)) return "must-not-move";
    return this.#keepsLocks(line) ? undefined : "lock-broken";
  }

  /** Names the first condition of the stated form that fails. */
  #whyNot({ move, person, from, to, cell }: Line): StructureCode {
    const { county } = this.#eligibility;
    const called = this.#formsCalled(move);
    const near = called.filter(({ code, scope }) =>
      from === NONE ? code === "recruit" : inReach(county, { from, to }, scope),
    );
    if (near.length === 0) return called.length === 0 ? "not-admitted" : "out-of-reach";
    const target = county.cells[cell] as Cell;
    const fit = near.some(
      (form) => form.kinds.includes(target.kind) && qualifies(county, person, { cell: target, form }),
    );
    return fit ? "not-admitted" : "not-qualified";
  }

  #keepsLocks({ move, cell }: Line): boolean {
    const target = this.#eligibility.county.cells[cell] as Cell;
    return (this.#locks.get(move.person) ?? []).every((lock) => {
      if ("forbid" in lock) return lock.forbid !== move.to;
      if ("school" in lock) return lock.school === move.to;
      return "post" in lock && (target.key === lock.post || target.posts.includes(lock.post));
    });
  }

  #checkTerms({ move }: Line, form: Form): void {
    const { start } = this.#eligibility.context;
    if (move.relationMoves !== form.relationMoves) this.#note("wrong-relation", move, expectedRelation(form));
    if (move.start !== start) this.#note("wrong-start", move, expectedDay(start));
    if (!fitsTerm(form, start, move.end)) this.#note("wrong-term", move, expectedTerm(form, start));
  }
}

/** A move with the relation, and a first school, may be for good; everything else ends within the term of its form. */
function fitsTerm({ relationMoves, code, termMonths }: Form, start: string, end: string | null): boolean {
  if (end === null) return relationMoves || code === "recruit";
  return lastDayOfMonths(start, termMonths.min) <= end && end <= lastDayOfMonths(start, termMonths.max);
}
