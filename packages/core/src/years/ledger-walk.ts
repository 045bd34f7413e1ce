import type { Eligibility } from "../eligibility/eligibility.ts";
import type { Person } from "../instance/person.ts";
import { worksAt } from "../instance/person.ts";
import type { Plan } from "../plan/plan.ts";
import { currentExchange } from "../policy/facts.ts";
import type { YearsFinding } from "./findings.ts";

/** Heads of both ledgers by id of the school. */
export interface Heads {
  readonly working: ReadonlyMap<string, number>;
  readonly relation: ReadonlyMap<string, number>;
}

interface Whereabouts {
  home: string | undefined;
  works: string | undefined;
  /** Last day of a running exchange. */
  until: string | undefined;
}

/**
 * Follows everybody from plan to plan by the lines alone, beside the way in which a county is carried over to the next
 * year: two counts that have to agree.
 */
export class LedgerWalk {
  readonly #people = new Map<string, Whereabouts>();

  /** Everybody where the instance has him, and ended exchanges back home. */
  static settled({ county, decisions }: Eligibility): LedgerWalk {
    const walk = new LedgerWalk();
    walk.meet(county.persons);
    decisions.forEach(({ standing }, index) => {
      const who = walk.#people.get((county.persons[index] as Person).id);
      if (who !== undefined && standing === "returning") who.works = who.home;
    });
    return walk;
  }

  /** Notes people who are new, such as recruits. */
  meet(persons: readonly Person[]): void {
    for (const person of persons) {
      if (this.#people.has(person.id)) continue;
      const until = currentExchange(person)?.end;
      this.#people.set(person.id, { home: person.homeSchool, works: worksAt(person), until });
    }
  }

  /** Carries the lines of a plan out and returns what contradicts the terms. */
  apply({ moves, returns }: Plan, { county, context }: Eligibility): readonly YearsFinding[] {
    const findings: YearsFinding[] = [];
    const note = (code: YearsFinding["code"], subject: string) =>
      findings.push({ code, year: county.instance.planYear, subject, amount: 1 });
    for (const { person, settles } of returns) {
      const who = this.#people.get(person);
      if (who === undefined) continue;
      if (who.until !== undefined && who.until >= context.start) note("back-too-early", person);
      if (settles) who.home = who.works;
      else who.works = who.home;
      who.until = undefined;
    }
    for (const { person, to, end, relationMoves } of moves) {
      const who = this.#people.get(person);
      if (who === undefined) continue;
      if (who.works !== who.home) note("starts-while-away", person);
      who.works = to;
      if (relationMoves || who.home === undefined) who.home = to;
      who.until = who.works === who.home ? undefined : (end ?? undefined);
    }
    return findings;
  }

  /** Counts people who use headcount by where they work and where they belong. */
  heads({ county, decisions }: Eligibility): Heads {
    const working = new Map<string, number>();
    const relation = new Map<string, number>();
    const add = (counts: Map<string, number>, school: string | undefined) => {
      if (school !== undefined) counts.set(school, (counts.get(school) ?? 0) + 1);
    };
    county.persons.forEach(({ id, establishment, inPost }, index) => {
      if (establishment !== "established" || !inPost || decisions[index]?.occupiesHeadcount !== true) return;
      const who = this.#people.get(id);
      add(working, who?.works);
      add(relation, who?.home);
    });
    return { working, relation };
  }
}
