import type { Cell } from "../instance/cells.ts";
import type { County } from "../instance/county.ts";
import { NONE } from "../instance/county.ts";
import type { Stage } from "../instance/codes.ts";
import { stagesOfType } from "../instance/codes.ts";
import type { Person } from "../instance/person.ts";
import type { School } from "../instance/school.ts";
import type { FactContext, Subject } from "../policy/attributes.ts";
import { emptySubject } from "../policy/attributes.ts";
import { isFullTime } from "../policy/forms.ts";
import type { Form, Policy, Scope } from "../policy/policy.ts";
import type { OnMissing, Predicate, Test } from "../policy/predicate.ts";
import { compilePredicate } from "../policy/predicate.ts";
import type { Decision } from "./decision.ts";
import { mayMove, mayTakePart } from "./decision.ts";
import type { Lock } from "./locks.ts";

/** Marks that no form admits a move. */
export const NO_FORM = -1;

const UNKNOWN = 0;
const YES = 1;
const NO = 2;

/** What deciding about moves needs. */
export interface AdmissionInput {
  readonly policy: Policy;
  readonly context: FactContext;
  readonly decisions: readonly Decision[];
  readonly inScope: Uint8Array;
  readonly locks: readonly Lock[];
  readonly onMissing: OnMissing;
}

/** Compiled conditions of one form with memory of answers that do not depend on the person. */
interface CompiledForm {
  readonly form: Form;
  readonly who: Test;
  readonly where: Test;
  /** Whether `where` looks at the school left and the post entered only. */
  readonly remember: boolean;
  /** Shapes: schools x cells, filled on demand. */
  readonly known: Uint8Array | undefined;
  /** Shapes: one entry a person. */
  readonly whoKnown: Uint8Array;
}

/** Above this many school-cell pairs answers are not remembered, to bound memory. */
const MAX_REMEMBERED = 40_000_000;

/**
 * Decides which moves the policy admits: person, cell and the first form that allows it.
 *
 * One place for scope, qualification, consent and direction, used when candidates are made and when a plan is verified.
 */
export class Admission {
  readonly #input: AdmissionInput;
  readonly #county: County;
  readonly #forms: readonly CompiledForm[];
  readonly #locks = new Map<number, Lock[]>();
  readonly #subject = emptySubject();

  constructor(input: AdmissionInput) {
    this.#input = input;
    this.#county = input.context.county;
    this.#forms = input.policy.forms.map((form) => compileForm(form, input));
    for (const lock of input.locks) {
      const person = this.#county.personIndex.get(lock.person);
      if (person !== undefined) this.#locks.set(person, [...(this.#locks.get(person) ?? []), lock]);
    }
  }

  /** Returns the number of the first form of the policy that admits the move, or {@link NO_FORM}. */
  formOf(person: number, cell: number): number {
    const decision = this.#input.decisions[person] as Decision;
    if (!mayMove(decision.standing)) return NO_FORM;
    const target = this.#county.cells[cell] as Cell;
    if (this.#input.inScope[target.school] !== 1) return NO_FORM;
    if (!this.#lockAllows(person, cell) || !this.#volunteerAllows(person, cell, decision)) return NO_FORM;
    return this.#forms.findIndex((form) => this.#formAdmits(form, person, cell));
  }

  /**
   * Returns whether a light form admits a person at a school, beside the own post: standing, scope and conditions of the
   * form; nothing of posts is asked.
   */
  admitsLight(form: number, person: number, school: number): boolean {
    const compiled = this.#forms[form];
    const from = this.#county.works[person] as number;
    const { standing } = this.#input.decisions[person] as Decision;
    if (compiled === undefined || isFullTime(compiled.form) || !mayTakePart(standing)) return false;
    if (from === NONE || this.#input.inScope[school] !== 1) return false;
    if (!inReach(this.#county, { from, to: school }, compiled.form.scope)) return false;
    if (!this.#whoAdmits(compiled, person)) return false;
    const subject = this.#about(person, NONE, compiled.form);
    subject.to = school;
    return compiled.where(subject);
  }

  /** Returns whether scope alone lets people of a school (-1: none yet) reach a cell under some form. */
  inReachOf(from: number, cell: number): boolean {
    const target = this.#county.cells[cell] as Cell;
    if (this.#input.inScope[target.school] !== 1) return false;
    return this.#forms.some(({ form }) => {
      if (!isFullTime(form)) return false;
      if ((from === NONE) !== (form.code === "recruit") || !form.kinds.includes(target.kind)) return false;
      return from === NONE || inReach(this.#county, { from, to: target.school }, form.scope);
    });
  }

  #formAdmits(compiled: CompiledForm, person: number, cell: number): boolean {
    const { form } = compiled;
    const target = this.#county.cells[cell] as Cell;
    const from = this.#county.works[person] as number;
    if (!isFullTime(form) || (from === NONE) !== (form.code === "recruit")) return false;
    if (!form.kinds.includes(target.kind)) return false;
    if (from !== NONE && !inReach(this.#county, { from, to: target.school }, form.scope)) return false;
    if (!this.#whoAdmits(compiled, person)) return false;
    if (!qualifies(this.#county, person, { cell: target, form })) return false;
    return this.#whereAdmits(compiled, person, cell);
  }

  #whoAdmits(compiled: CompiledForm, person: number): boolean {
    if (compiled.whoKnown[person] === UNKNOWN) {
      compiled.whoKnown[person] = compiled.who(this.#about(person, NONE, compiled.form)) ? YES : NO;
    }
    return compiled.whoKnown[person] === YES;
  }

  #whereAdmits(compiled: CompiledForm, person: number, cell: number): boolean {
    const { known } = compiled;
    if (known === undefined) return compiled.where(this.#about(person, cell, compiled.form));
    const from = this.#county.works[person] as number;
    const at = (from + 1) * this.#county.cells.length + cell;
    if (known[at] === UNKNOWN) known[at] = compiled.where(this.#about(person, cell, compiled.form)) ? YES : NO;
    return known[at] === YES;
  }

  #about(person: number, cell: number, form: Form): Subject {
    const subject = this.#subject;
    subject.person = person;
    subject.from = this.#county.works[person] as number;
    subject.cell = cell;
    subject.to = cell === NONE ? NONE : (this.#county.cells[cell] as Cell).school;
    subject.form = form.code;
    subject.relationMoves = form.relationMoves;
    return subject;
  }

  #lockAllows(person: number, cell: number): boolean {
    const locks = this.#locks.get(person);
    if (locks === undefined) return true;
    const target = this.#county.cells[cell] as Cell;
    const school = (this.#county.schools[target.school] as School).id;
    return locks.every((lock) => {
      if ("forbid" in lock) return lock.forbid !== school;
      if ("school" in lock) return lock.school === school;
      return !("post" in lock) || target.posts.includes(lock.post) || target.key === lock.post;
    });
  }

  /** A mere volunteer goes only where a post is short, and only to regions that he named (DM-08). */
  #volunteerAllows(person: number, cell: number, decision: Decision): boolean {
    if (decision.standing !== "volunteer") return true;
    const target = this.#county.cells[cell] as Cell;
    const short = (this.#input.context.cellHeadcount[cell] as number) < target.demand;
    if (this.#input.policy.eligibility.volunteers?.needsVacancy === true && !short) return false;
    const regions = (this.#county.persons[person] as Person).application?.consentRegions ?? [];
    if (regions.length === 0) return true;
    const school = this.#county.schools[target.school] as School;
    return [school.township, ...school.zones, ...school.alliances].some(
      (region) => region !== undefined && regions.includes(region),
    );
  }
}

function compileForm(form: Form, { policy, context, onMissing }: AdmissionInput): CompiledForm {
  const compile = (predicate: Predicate) => compilePredicate(predicate, { context, sets: policy.sets, onMissing });
  const { county } = context;
  const pairs = (county.schools.length + 1) * county.cells.length;
  const remember = !mentionsPerson(form.where, policy.sets) && pairs <= MAX_REMEMBERED;
  return {
    form,
    who: compile(form.who),
    where: compile(form.where),
    remember,
    known: remember ? new Uint8Array(pairs) : undefined,
    whoKnown: new Uint8Array(county.persons.length),
  };
}

function mentionsPerson(predicate: Predicate, sets: Readonly<Record<string, Predicate>>): boolean {
  if ("all" in predicate) return predicate.all.some((part) => mentionsPerson(part, sets));
  if ("any" in predicate) return predicate.any.some((part) => mentionsPerson(part, sets));
  if ("not" in predicate) return mentionsPerson(predicate.not, sets);
  if ("set" in predicate) return mentionsPerson(sets[predicate.set] as Predicate, sets);
  return predicate.attr.startsWith("person.") || predicate.attr === "move.metres";
}

/** Returns whether two schools lie in one group of the kind that the scope names; a move changes the school. */
export function inReach(
  county: County,
  { from, to }: { readonly from: number; readonly to: number },
  scope: Scope,
): boolean {
  if (scope === "school") return from === to;
  if (from === to) return false;
  const a = county.schools[from] as School;
  const b = county.schools[to] as School;
  switch (scope) {
    case "county":
      return a.county === b.county;
    case "township":
      return a.township !== undefined && a.township === b.township;
    case "zone":
      return a.zones.some((id) => b.zones.includes(id));
    case "alliance":
      return a.alliances.some((id) => b.alliances.includes(id));
    case "schoolGroup":
      return a.schoolGroups.some((id) => b.schoolGroups.includes(id));
    case "pair":
      return a.pairs.some((id) => b.pairs.includes(id));
  }
}

/** Returns whether a person is qualified for a cell: subject and stage certified, or the right kind of office. */
export function qualifies(
  county: County,
  index: number,
  { cell, form }: { readonly cell: Cell; readonly form: Form },
): boolean {
  const person = county.persons[index] as Person;
  if (cell.kind === "management")
    return fitsOffice(person, cell.office) || (form.promotes && rises(person, cell.office));
  if (cell.kind !== "teaching") return person.personType === cell.kind;
  const { stage, subject } = cell;
  if (stage === undefined || subject === undefined) return false;
  return teachesSubject(person, subject, form) && teachesStage(county, index, { stage, subject, form });
}

/** Certified in the subject, which is the main one where the form asks for that. */
function teachesSubject({ subjects }: Person, subject: string, form: Form): boolean {
  const skill = subjects.find((entry) => entry.subject === subject);
  return skill?.certified === true && (form.crossSubject || subjects.length === 1 || skill.main);
}

/** Certified for the stage, or at a school of that stage where no certificate is listed; the same stage as now. */
function teachesStage(
  county: County,
  index: number,
  { stage, subject, form }: { readonly stage: Stage; readonly subject: string; readonly form: Form },
): boolean {
  const { stageCertified, subjects } = county.persons[index] as Person;
  const school = county.schools[county.works[index] as number];
  const taught = school === undefined ? [] : stagesOfType(school.type);
  if (!(stageCertified.length > 0 ? stageCertified : taught).includes(stage)) return false;
  const only = subjects.find((entry) => entry.subject === subject)?.stages;
  if (only !== undefined && !only.includes(stage)) return false;
  const now = county.cells[county.cellOf[index] as number]?.stage;
  return form.crossStage || now === undefined || now === stage;
}

function fitsOffice(person: Person, office: Cell["office"]): boolean {
  if (person.personType === "principal" || person.personType === "vicePrincipal")
    return office === undefined || office === person.personType;
  return person.personType === "midLevel" && office === "midLevel";
}

/** The next office up: a vice principal becomes a principal, a middle leader or reserve cadre a vice principal. */
function rises({ personType }: Person, office: Cell["office"]): boolean {
  if (office === "principal") return personType === "vicePrincipal";
  return office === "vicePrincipal" && (personType === "midLevel" || personType === "reserveCadre");
}
