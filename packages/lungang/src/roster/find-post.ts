import type { Cell } from "@lungang/core";
import { postName } from "@lungang/core";
import type { Names } from "@lungang/core/plan";
import type { DecidedCounty } from "@lungang/core/policy";
import type { RosterLine } from "@lungang/tabular";

/** Finds the posts that a line may mean which names a school and no post. */
export class PostFinder {
  readonly #eligibility: DecidedCounty;
  readonly #names: Names;
  readonly #cells: ReadonlyMap<string, number>;

  constructor(eligibility: DecidedCounty, names: Names) {
    this.#eligibility = eligibility;
    this.#names = names;
    const { cells, cellIndex } = eligibility.county;
    const listed = cells.flatMap(({ posts }, cell) => posts.map((post): [string, number] => [post, cell]));
    this.#cells = new Map([...cellIndex, ...listed]);
  }

  /** Returns the position of the cell that a post belongs to. */
  cellOf(post: string): number | undefined {
    return this.#cells.get(post);
  }

  /** Returns whether people would call the subject of a post so. */
  isOfSubject(post: string, subject: string): boolean {
    const cell = this.#eligibility.county.cells[this.#cells.get(post) ?? -1];
    return cell === undefined || this.#isCalled(cell, subject);
  }

  /**
   * Returns the posts that fit a line best: of the subject that it names, that the policy admits the person to, under the
   * form that it names, of the main subject. A condition that no post meets says nothing.
   */
  find({ person: id, to, subject, form }: RosterLine): readonly string[] {
    const { county, admission, policy } = this.#eligibility;
    const person = county.personIndex.get(id) ?? -1;
    const main = county.persons[person]?.subjects.find((skill) => skill.main)?.subject;
    const formsAt = (cell: number) => admission.formsOf(person, cell).map((number) => policy.forms[number]?.code);
    const conditions: readonly ((cell: Cell, at: number) => boolean)[] = [
      (cell) => subject !== undefined && this.#isCalled(cell, subject),
      (_cell, at) => formsAt(at).length > 0,
      (_cell, at) => form !== undefined && formsAt(at).includes(form),
      (cell) => this.#isOwnKind(cell, person),
      (cell) => cell.subject !== undefined && cell.subject === main,
    ];
    let cells = county.cells.flatMap((cell, at) => (county.schools[cell.school]?.id === to ? [at] : []));
    for (const condition of conditions) {
      const fitting = cells.filter((at) => condition(county.cells[at] as Cell, at));
      if (fitting.length > 0) cells = fitting;
    }
    return cells.map((at) => postName(county.cells[at] as Cell));
  }

  #isCalled(cell: Cell, subject: string): boolean {
    const { zh, en } = this.#names.post(postName(cell));
    return [cell.subject ?? "", zh, en].some((name) => folded(name) === folded(subject));
  }

  /** A head goes to the office of a head, everybody else to none. */
  #isOwnKind({ kind, office }: Cell, person: number): boolean {
    const type = this.#eligibility.county.persons[person]?.personType;
    const leads = type === "principal" || type === "vicePrincipal";
    return leads ? kind === "management" && office === type : kind !== "management";
  }
}

function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/gu, "");
}
