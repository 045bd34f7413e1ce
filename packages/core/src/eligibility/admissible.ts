import type { Cell } from "../instance/cells.ts";
import type { County } from "../instance/county.ts";
import { NONE } from "../instance/county.ts";
import { POST_KINDS } from "../instance/codes.ts";
import { openHeads } from "../instance/joined.ts";
import type { Person } from "../instance/person.ts";
import { isClosed } from "../instance/school.ts";
import type { School } from "../instance/school.ts";
import { swapTest } from "../instance/swap-partners.ts";
import type { Subject } from "../policy/attributes.ts";
import { emptySubject } from "../policy/attributes.ts";
import { isFullTime } from "../policy/forms.ts";
import type { Form } from "../policy/policy.ts";
import type { AdmissionInput } from "./admission-input.ts";
import type { CompiledForm } from "./compiled-form.ts";
import { NO, UNKNOWN, YES, admitsPerson, compileForm, isToldAlike } from "./compiled-form.ts";
import type { Decision } from "./decision.ts";
import { mayMove, mayTakePart } from "./decision.ts";
import { consents, inReach } from "./in-reach.ts";
import type { Lock } from "./locks.ts";
import { allowsPost, locksByPerson } from "./locks.ts";
import { qualifies } from "./qualifies.ts";
import type { PostClass, PostClasses } from "./post-classes.ts";
import { makePostClasses, postClassesNear } from "./post-classes.ts";

/**
 * Marks that no form admits a move.
 *
 * @public
 */
export const NO_FORM = -1;

/**
 * Decides which moves the policy admits: person, cell and the forms that allow it.
 *
 * One place for scope, qualification, consent and direction, used when candidates are made and when a plan is verified.
 */
export class Admission {
  readonly #input: AdmissionInput;
  readonly #county: County;
  readonly #forms: readonly CompiledForm[];
  readonly #isSwap: (person: number, cell: number) => boolean;
  readonly #locks = new Map<number, readonly Lock[]>();
  readonly #subject = emptySubject();
  /** The posts of the county, those that ask the same together. */
  readonly postClasses: PostClasses;
  /** Forms for a person and post class: position in `formLists` and 1 more, 0 where nobody asked. Shapes: people x post classes. */
  readonly #formsKnown: Uint16Array;
  readonly #formLists: (readonly number[])[] = [];
  readonly #formNumbers = new Map<string, number>();
  /** Answers of {@link postClassesFor}. Shapes: one entry a person. */
  readonly #classesKnown: (readonly number[] | undefined)[];
  /** Answers of {@link hasPost}. Shapes: one entry a person. */
  readonly #hasPost: Uint8Array;
  /** The cell that last admitted somebody of a school (-1: none) to a post class. Shapes: (schools + 1) x post classes. */
  readonly #lastCell: Int32Array;
  readonly #reaches = new Map<number, Int32Array>();

  constructor(input: AdmissionInput) {
    this.#input = input;
    this.#county = input.context.county;
    this.#isSwap = swapTest(this.#county);
    this.postClasses = makePostClasses(this.#county);
    this.#formsKnown = new Uint16Array(this.#county.persons.length * this.postClasses.list.length);
    this.#hasPost = new Uint8Array(this.#county.persons.length);
    this.#lastCell = new Int32Array((this.#county.schools.length + 1) * this.postClasses.list.length).fill(NONE);
    this.#classesKnown = this.#county.persons.map(() => undefined);
    this.#forms = input.policy.forms.map((form) => compileForm(form, input));
    for (const [id, locks] of locksByPerson(input.locks)) {
      const person = this.#county.personIndex.get(id);
      if (person !== undefined) this.#locks.set(person, locks);
    }
  }

  /**
   * Takes over what an admission of the same county and forms, under the same conditions, has found out about the
   * people whose decisions stand.
   */
  learn({ admission, decisions }: { readonly admission: Admission; readonly decisions: readonly Decision[] }): void {
    const postClasses = this.postClasses.list.length;
    for (const lists of admission.#formLists) this.#numberOf(lists);
    for (const [person, decision] of this.#input.decisions.entries()) {
      if (decision !== decisions[person]) continue;
      const [first, end] = [person * postClasses, (person + 1) * postClasses];
      this.#formsKnown.set(admission.#formsKnown.subarray(first, end), first);
      this.#classesKnown[person] = admission.#classesKnown[person];
    }
  }

  /** Returns the number of the first form of the policy that admits the move, or {@link NO_FORM}. */
  formOf(person: number, cell: number): number {
    for (const form of this.#formsOpen(person, cell)) {
      if (this.#placeAdmits(this.#forms[form] as CompiledForm, person, cell)) return form;
    }
    return NO_FORM;
  }

  /**
   * Returns the numbers of all forms that admit the move, in the order of the policy; of several that a line of a plan could
   * not tell apart, the first.
   */
  formsOf(person: number, cell: number): readonly number[] {
    const found: number[] = [];
    for (const number of this.#formsOpen(person, cell)) {
      const compiled = this.#forms[number] as CompiledForm;
      if (found.some((known) => isToldAlike(this.#forms[known] as CompiledForm, compiled))) continue;
      if (this.#placeAdmits(compiled, person, cell)) found.push(number);
    }
    return found;
  }

  /** The forms that admit the person to the post if the place suits them; none where nothing of form admits the move. */
  #formsOpen(person: number, cell: number): readonly number[] {
    const forms = this.formsFor(person, this.postClasses.of[cell] as number);
    if (forms.length === 0 || !this.#receives((this.#county.cells[cell] as Cell).school)) return [];
    // Who stays in the post that he fills does not move.
    if (this.#county.cellOf[person] === cell) return [];
    return this.#lockAllows(person, cell) && this.#volunteerAllows(person, cell) ? forms : [];
  }

  /** Returns the post classes whose posts a person may move to and could fill under some form, were it not for the place. */
  postClassesFor(person: number): readonly number[] {
    return (this.#classesKnown[person] ??= this.#findClasses(person));
  }

  #findClasses(person: number): readonly number[] {
    if (!mayMove((this.#input.decisions[person] as Decision).standing)) return [];
    const near = postClassesNear(this.postClasses, this.#county.persons[person] as Person);
    return near.filter((postClass) => this.formsFor(person, postClass).length > 0);
  }

  /**
   * Returns whether the policy admits at least one move of a person, whatever the limits on candidates; of somebody who is
   * exempt or held, whether it would.
   */
  hasPost(person: number): boolean {
    if (this.#hasPost[person] === UNKNOWN) this.#hasPost[person] = this.#findsPost(person) ? YES : NO;
    return this.#hasPost[person] === YES;
  }

  /** Tries the cell that admitted a colleague with the same skill first: it mostly admits this person too. */
  #findsPost(person: number): boolean {
    const { list } = this.postClasses;
    const { standing } = this.#input.decisions[person] as Decision;
    if (standing === "exempt" || standing === "held") return this.#wouldFindPost(person);
    const admits = (cell: number) => this.formOf(person, cell) !== NO_FORM;
    for (const postClass of this.postClassesFor(person)) {
      const group = ((this.#county.works[person] as number) + 1) * list.length + postClass;
      const guess = this.#lastCell[group] as number;
      if (guess !== NONE && admits(guess)) return true;
      const found = list[postClass]?.cells.find(admits);
      this.#lastCell[group] = found ?? NONE;
      if (found !== undefined) return true;
    }
    return false;
  }

  /** Whether some post would admit a person who is exempt or held this year. */
  #wouldFindPost(person: number): boolean {
    const from = this.#county.works[person] as number;
    const forms = this.#forms.filter((compiled) => this.#whoAdmits(compiled, person));
    return this.#county.cells.some((target, cell) => {
      if (!this.#receives(target.school) || this.#county.cellOf[person] === cell) return false;
      if (!this.#lockAllows(person, cell)) return false;
      return forms.some(
        (compiled) =>
          this.#isFor(compiled.form, from, target) &&
          qualifies(this.#county, person, { cell: target, form: compiled.form }) &&
          this.#placeAdmits(compiled, person, cell),
      );
    });
  }

  /** Only schools in scope take part, and a closed one receives nobody. */
  #receives(school: number): boolean {
    return this.#input.inScope[school] === 1 && !isClosed(this.#county.schools[school] as School);
  }

  /** Returns whether a post holds fewer people than it needs. */
  isShort(cell: number): boolean {
    return openHeads(this.#county, this.#input.context.cellHeadcount, cell) > 0;
  }

  /** Returns whether a person goes only where a post is short (DM-08). */
  asksVacancy(person: number): boolean {
    const { decisions, policy } = this.#input;
    return decisions[person]?.standing === "volunteer" && policy.eligibility.volunteers?.needsVacancy === true;
  }

  /** Returns whether a person who goes only where a post is short asks for one that is not; a swap needs no vacancy. */
  lacksVacancy(person: number, cell: number): boolean {
    return this.asksVacancy(person) && !this.isShort(cell) && !this.#isSwap(person, cell);
  }

  /**
   * Returns the schools in scope that people of a school (-1: none yet) can reach under some form for a post class, by the
   * scope of the form alone.
   *
   * Cost: linear in schools, once for each school and set of forms.
   */
  schoolsInReach(from: number, postClass: number): Int32Array {
    const { sample } = this.postClasses.list[postClass] as PostClass;
    const at = POST_KINDS.indexOf(sample.kind) * (this.#county.schools.length + 1) + from + 1;
    const known = this.#reaches.get(at);
    if (known !== undefined) return known;
    const forms = this.#forms.filter(({ form }) => this.#isFor(form, from, sample));
    const reach: number[] = [];
    for (let to = 0; to < this.#county.schools.length; to++) {
      if (!this.#receives(to)) continue;
      const ends = { from, to };
      if (forms.some(({ form }) => from === NONE || inReach(this.#county, ends, form.scope))) reach.push(to);
    }
    const made = Int32Array.from(reach);
    this.#reaches.set(at, made);
    return made;
  }

  /**
   * Returns whether a light form admits a person at a school, beside the own post: standing, scope and conditions of the
   * form; nothing of posts is asked.
   */
  admitsLight(form: number, person: number, school: number): boolean {
    const { standing } = this.#input.decisions[person] as Decision;
    const from = this.#county.works[person] as number;
    return from !== NONE && mayTakePart(standing) && this.#admitsAt(form, person, { from, to: school });
  }

  /** Returns whether a light form that stays at one school admits somebody there who comes to a post of the school. */
  admitsBeside(form: number, person: number, school: number): boolean {
    return this.#admitsAt(form, person, { from: school, to: school });
  }

  #admitsAt(form: number, person: number, ends: { readonly from: number; readonly to: number }): boolean {
    const compiled = this.#forms[form];
    if (compiled === undefined || isFullTime(compiled.form) || !this.#receives(ends.to)) return false;
    if (!inReach(this.#county, ends, compiled.form.scope)) return false;
    const subject = this.#about(person, NONE, compiled.form);
    subject.from = ends.from;
    if (!admitsPerson(compiled, subject, this.#county)) return false;
    subject.to = ends.to;
    return compiled.where(subject);
  }

  /** Whether one of some forms asks about the person where it asks about the place. */
  dependsOnPerson(forms: readonly number[]): boolean {
    return forms.some((form) => this.#forms[form]?.known === undefined);
  }

  /** Returns the numbers of the forms under which a person could fill the posts of a post class, in the order of the policy. */
  formsFor(person: number, postClass: number): readonly number[] {
    const at = person * this.postClasses.list.length + postClass;
    if (this.#formsKnown[at] === 0) this.#formsKnown[at] = this.#numberOf(this.#findForms(person, postClass)) + 1;
    return this.#formLists[(this.#formsKnown[at] as number) - 1] as readonly number[];
  }

  #numberOf(forms: readonly number[]): number {
    const name = forms.join();
    const number = this.#formNumbers.get(name) ?? this.#formLists.push(forms) - 1;
    this.#formNumbers.set(name, number);
    return number;
  }

  #findForms(person: number, postClass: number): readonly number[] {
    if (!mayMove((this.#input.decisions[person] as Decision).standing)) return [];
    const from = this.#county.works[person] as number;
    const { sample } = this.postClasses.list[postClass] as PostClass;
    const found: number[] = [];
    for (let number = 0; number < this.#forms.length; number++) {
      const compiled = this.#forms[number] as CompiledForm;
      const { form } = compiled;
      if (!this.#isFor(form, from, sample) || !this.#whoAdmits(compiled, person)) continue;
      if (qualifies(this.#county, person, { cell: sample, form })) found.push(number);
    }
    return found;
  }

  /** Only recruits have no school; light forms fill no post. */
  #isFor(form: Form, from: number, { kind }: Cell): boolean {
    return isFullTime(form) && (from === NONE) === (form.code === "recruit") && form.kinds.includes(kind);
  }

  #placeAdmits(compiled: CompiledForm, person: number, cell: number): boolean {
    const from = this.#county.works[person] as number;
    const to = (this.#county.cells[cell] as Cell).school;
    if (from !== NONE && !inReach(this.#county, { from, to }, compiled.form.scope)) return false;
    return this.#whereAdmits(compiled, person, cell);
  }

  #whoAdmits(compiled: CompiledForm, person: number): boolean {
    return admitsPerson(compiled, this.#about(person, NONE, compiled.form), this.#county);
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
    return locks.every((lock) => allowsPost(lock, target, school));
  }

  /** A mere volunteer goes only where a post is short, only to regions that he named (DM-08), and as wished where asked. */
  #volunteerAllows(person: number, cell: number): boolean {
    const { decisions, policy } = this.#input;
    if ((decisions[person] as Decision).standing !== "volunteer") return true;
    if (this.lacksVacancy(person, cell)) return false;
    const target = this.#county.cells[cell] as Cell;
    const school = this.#county.schools[target.school] as School;
    const { wishes = [], consentRegions = [] } = (this.#county.persons[person] as Person).application ?? {};
    if (policy.eligibility.volunteers?.onlyWishes === true && !wishes.includes(school.id)) return false;
    return consents(consentRegions, school);
  }
}
