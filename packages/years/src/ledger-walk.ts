import type { DecidedCounty } from "@lungang/core/policy";
import type { Person } from "@lungang/core";
import { worksAt } from "@lungang/core";
import type { Plan, PlanMove, PlanReturn } from "@lungang/core/plan";
import { currentExchange } from "@lungang/core/policy";
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
  static settled({ county, decisions }: DecidedCounty): LedgerWalk {
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
  apply({ moves, returns }: Plan, { county, context }: DecidedCounty): readonly YearsFinding[] {
    const year = county.instance.planYear;
    const early = returns.filter((line) => this.#comesBack(line, context.start));
    const away = moves.filter((line) => this.#starts(line));
    const finding = (code: YearsFinding["code"]) => (line: { readonly person: string }) => ({
      code,
      year,
      about: { kind: "person" as const, person: line.person },
      amount: 1,
      strength: "hard" as const,
    });
    return [...early.map(finding("back-too-early")), ...away.map(finding("starts-while-away"))];
  }

  /** Returns whether the term had not ended. */
  #comesBack({ person, settles }: PlanReturn, start: string): boolean {
    const who = this.#people.get(person);
    if (who === undefined) return false;
    const early = who.until !== undefined && who.until >= start;
    if (settles) who.home = who.works;
    else who.works = who.home;
    who.until = undefined;
    return early;
  }

  /** Returns whether the person was still away. */
  #starts({ person, to, end, relationMoves }: PlanMove): boolean {
    const who = this.#people.get(person);
    if (who === undefined) return false;
    const away = who.works !== who.home;
    who.works = to;
    if (relationMoves || who.home === undefined) who.home = to;
    who.until = who.works === who.home ? undefined : (end ?? undefined);
    return away;
  }

  /** Counts people who use headcount by where they work and where they belong. */
  heads({ county, decisions }: DecidedCounty): Heads {
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
