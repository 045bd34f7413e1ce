import type { Cell } from "../instance/cells.ts";
import type { County } from "../instance/county.ts";
import { NONE } from "../instance/county.ts";
import { isClosed } from "../instance/school.ts";
import type { School } from "../instance/school.ts";
import { emptySubject } from "../policy/attributes.ts";
import type { FactContext } from "../policy/attributes.ts";
import { isFullTime } from "../policy/forms.ts";
import type { PolicyTerms, Scope } from "../policy/policy.ts";
import type { CompiledForm } from "./compiled-form.ts";
import { compileForm } from "./compiled-form.ts";
import { inReach } from "./in-reach.ts";
import { qualifies } from "./qualifies.ts";

/** What a condition lacks is told where people are decided about, and admits nobody here. */
const onMissing = () => {};

/**
 * Returns whether a form that rules plan by periods may bring somebody who teaches the subject to a post, by scope and
 * conditions of the form; who has periods to spare is not asked, so that one more load makes no other post.
 *
 * Cost: once linear in people and their subjects; for each post that is asked about, linear in those who are certified in
 * its subject and work within the scope of the form, up to the first who may come.
 */
export function taughtByPeriods(
  context: FactContext,
  policy: PolicyTerms,
  inScope: Uint8Array,
): (cell: Cell) => boolean {
  const { county } = context;
  const codes = policy.periodForms ?? [];
  const forms = policy.forms.filter((form) => codes.includes(form.code) && !isFullTime(form));
  if (forms.length === 0) return () => false;
  const subject = emptySubject();
  const admits = ({ form: { code, relationMoves }, who }: CompiledForm, person: number) => {
    Object.assign(subject, { person, from: county.works[person], to: NONE, form: code, relationMoves });
    return who(subject);
  };
  const brings = ({ form, where }: CompiledForm, person: number, cell: Cell) => {
    const [from, to] = [county.works[person] as number, cell.school];
    if (!inReach(county, { from, to }, form.scope) || !qualifies(county, person, { cell, form })) return false;
    // Whoever fills the post teaches it as it is.
    if (county.cells[county.cellOf[person] as number] === cell) return false;
    const { code, relationMoves } = form;
    Object.assign(subject, { person, from, to, form: code, relationMoves });
    return where(subject);
  };
  const ways = forms.map((form) => {
    const compiled = compileForm(form, { policy, context, onMissing });
    const index = new NearTeachers(county, form.scope, (person) => {
      const from = county.works[person] as number;
      return from !== NONE && inScope[from] === 1 && admits(compiled, person);
    });
    return (cell: Cell) => index.some(cell, (person) => brings(compiled, person, cell));
  });
  return (cell) =>
    inScope[cell.school] === 1 &&
    !isClosed(county.schools[cell.school] as School) &&
    ways.some((bringsSomebody) => bringsSomebody(cell));
}

/** People by certified subject and by the groups of one kind that the school they work at lies in. */
class NearTeachers {
  readonly #county: County;
  readonly #scope: Scope;
  readonly #people = new Map<string, Map<string, number[]>>();

  constructor(county: County, scope: Scope, accepts: (person: number) => boolean) {
    this.#county = county;
    this.#scope = scope;
    for (const [person, { subjects }] of county.persons.entries()) {
      const taught = subjects.filter(({ certified }) => certified);
      if (taught.length === 0 || !accepts(person)) continue;
      const groups = groupsOf(county, county.works[person] as number, scope);
      for (const { subject } of taught) this.#note(subject, groups, person);
    }
  }

  #note(subject: string, groups: readonly string[], person: number): void {
    const byGroup = this.#people.get(subject) ?? new Map<string, number[]>();
    this.#people.set(subject, byGroup);
    for (const group of groups) {
      const people = byGroup.get(group);
      if (people === undefined) byGroup.set(group, [person]);
      else people.push(person);
    }
  }

  /** Whether anybody who teaches the subject of the post and shares a group with its school passes. */
  some({ subject, school }: Cell, passes: (person: number) => boolean): boolean {
    const byGroup = this.#people.get(subject ?? "");
    if (byGroup === undefined) return false;
    return groupsOf(this.#county, school, this.#scope).some((group) => byGroup.get(group)?.some(passes) === true);
  }
}

/** The groups of a school within which a scope reaches; what they are called is of no account. */
function groupsOf(county: County, index: number, scope: Scope): readonly string[] {
  const school = county.schools[index] as School;
  switch (scope) {
    case "school":
      return [school.id];
    case "county":
      return [school.county ?? ""];
    case "township":
      return school.township === undefined ? [] : [school.township];
    case "zone":
      return school.zones;
    case "alliance":
      return school.alliances;
    case "schoolGroup":
      return school.schoolGroups;
    case "pair":
      return school.pairs;
  }
}
