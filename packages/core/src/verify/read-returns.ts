import type { DecidedCounty } from "../eligibility/eligibility.ts";
import { isStayApproved, waysBackOf } from "../eligibility/ways-back.ts";
import { NONE } from "../instance/county.ts";
import type { Person } from "../instance/person.ts";
import type { PlanReturn, Violation } from "../plan/plan.ts";
import type { PlanFacts } from "../recount/facts.ts";
import type { StructureCode } from "../subject/structure.ts";
import { personViolation } from "./structure.ts";

type CheckedReturn = PlanFacts["returns"][number];

/** Reads the ended exchanges of a plan: back to the reserved post, or settled at the host (YL-17). */
export class ReturnReader {
  readonly violations: Violation[] = [];
  readonly #eligibility: DecidedCounty;
  readonly #cells: ReadonlyMap<string, number>;

  constructor(eligibility: DecidedCounty, cells: ReadonlyMap<string, number>) {
    this.#eligibility = eligibility;
    this.#cells = cells;
  }

  /** Returns the ended exchange with positions in place of ids, or undefined where it names what does not exist. */
  read(line: PlanReturn): CheckedReturn | undefined {
    const { county, decisions } = this.#eligibility;
    const person = county.personIndex.get(line.person);
    const to = county.schoolIndex.get(line.to);
    if (person === undefined || to === undefined) {
      this.#note(person === undefined ? "unknown-person" : "unknown-school", line);
      return undefined;
    }
    const cell = this.#cells.get(line.post) ?? NONE;
    const checked = { person, from: county.works[person] as number, to, cell, settles: line.settles };
    this.#check(line, checked, decisions[person]?.standing === "returning");
    return checked;
  }

  #check(line: PlanReturn, checked: CheckedReturn, ended: boolean): void {
    if (this.#eligibility.county.schoolIndex.get(line.from) !== checked.from) this.#note("wrong-origin", line);
    if (!this.#reachesPost(checked)) this.#note("wrong-return", line);
    if (!ended) return this.#note("not-returning", line);
    const { county, policy } = this.#eligibility;
    const approved = isStayApproved(policy, county.persons[checked.person] as Person);
    if (line.settles && !approved) return this.#note("settle-not-approved", line);
    const open = waysBackOf(this.#eligibility, checked.person);
    if (!(line.settles ? open.host : open.home)) this.#note("lock-broken", line);
  }

  #note(code: StructureCode, line: PlanReturn): void {
    this.violations.push(personViolation(code, line.person));
  }

  /** Back means the home school and the post reserved there; settling means the post held at the host. */
  #reachesPost({ person, from, to, cell, settles }: CheckedReturn): boolean {
    const { county } = this.#eligibility;
    const school = settles ? from : (county.home[person] as number);
    const post = (settles ? county.cellOf : county.reservedCellOf)[person] as number;
    return to === school && cell === post;
  }
}
