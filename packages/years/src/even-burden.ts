import { totalMeaning } from "@lungang/core/policy";
import { quotaBase } from "@lungang/core/policy";
import type { School } from "@lungang/core";
import type { PlanFacts } from "@lungang/core/recount";
import { rulesOf } from "@lungang/core/policy";
import { schoolsInScope, underTotal } from "@lungang/core/recount";
import { totalMax } from "@lungang/core/recount";

/**
 * How many people a school sends over the years, and how many would be its part.
 *
 * @public
 */
export interface SchoolBurden {
  readonly school: string;
  readonly sent: number;
  /**
   * Bounds on the totals of the years, times the due years of its people over those of all, rounded up; where nothing bounds
   * the totals, these years themselves.
   */
  readonly part: number;
}

/** Counts what schools send over the years, by the lines of the plans alone. */
export class BurdenCount {
  readonly #due = new Map<string, number>();
  readonly #sent = new Map<string, number>();
  #all = 0;
  #most = 0;

  /** Notes a year of the base, in which nobody starts anything. */
  noteBase(facts: PlanFacts): void {
    const { county } = facts.eligibility;
    this.#most += leastBound(facts);
    for (const school of schoolsInScope(facts))
      this.#due.set(idOf(facts, school), this.#due.get(idOf(facts, school)) ?? 0);
    quotaBase(facts.eligibility, { excludeExempt: true, excludeWithoutPost: true }).forEach((inside, person) => {
      if (inside !== 1) return;
      const id = idOf(facts, county.works[person] as number);
      this.#due.set(id, (this.#due.get(id) ?? 0) + 1);
      this.#all++;
    });
  }

  /** Notes a planned year. */
  notePlan(facts: PlanFacts): void {
    for (const move of facts.moves) {
      if (!underTotal(facts, move)) continue;
      const id = idOf(facts, move.from);
      this.#sent.set(id, (this.#sent.get(id) ?? 0) + 1);
    }
  }

  /** Returns every school in scope, in the order of ids. */
  schools(): readonly SchoolBurden[] {
    return [...this.#due]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([school, due]) => {
        const isBound = Number.isFinite(this.#most) && this.#all > 0;
        const part = isBound ? Math.ceil((this.#most * due) / this.#all) : due;
        return { school, sent: this.#sent.get(school) ?? 0, part };
      });
  }

  /** Returns the people sent beyond the parts of their schools; nothing where the years set no bound or nobody is due. */
  excess(): number {
    if (this.#all === 0 || !Number.isFinite(this.#most)) return 0;
    return this.schools().reduce((sum, { sent, part }) => sum + Math.max(0, sent - part), 0);
  }
}

/** The tightest bound on the total of a year; infinite where there is none. */
function leastBound(facts: PlanFacts): number {
  return Math.min(Infinity, ...rulesOf(facts.rules, totalMeaning).map(({ params }) => totalMax(params, facts)));
}

function idOf({ eligibility }: PlanFacts, school: number): string {
  return (eligibility.county.schools[school] as School).id;
}
