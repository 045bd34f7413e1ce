import type { DecidedCounty } from "@lungang/core/policy";
import type { Cell, County, Person, PersonType } from "@lungang/core";
import { NONE, worksAt } from "@lungang/core";
import type { Plan, PlanMove, PlanReturn } from "@lungang/core/plan";
import { hasTerm, isClosed, termAtHome } from "@lungang/core/plan";
import { currentExchange } from "@lungang/core/policy";
import type { YearsFinding } from "./findings.ts";

/** Heads of both ledgers by id of the school, and of posts. */
export interface Heads {
  readonly working: ReadonlyMap<string, number>;
  readonly relation: ReadonlyMap<string, number>;
  /** By key of the cell. */
  readonly posts: ReadonlyMap<string, number>;
}

/** By a move, or for good where an exchange has ended; or back to a post kept at home. */
type Brought = "came" | "back";

interface Whereabouts {
  home: string | undefined;
  works: string | undefined;
  /** Key of the cell that is filled. */
  post: string | undefined;
  type: PersonType;
  readonly subject: string | undefined;
  /** Last day of a running exchange, or of the term at the new home school. */
  until: string | undefined;
  /** How a line of the plans has brought the person to the post. */
  brought: Brought | undefined;
}

/** Where one person stands. */
export type Stand = Readonly<Omit<Whereabouts, "until" | "brought">>;

const LEADERS: ReadonlySet<string> = new Set(["principal", "vicePrincipal"]);

/**
 * Follows everybody from plan to plan by the lines alone, beside the way in which a county is carried over to the next
 * year: two counts that have to agree.
 */
export class LedgerWalk {
  readonly #people = new Map<string, Whereabouts>();

  /** Everybody where the instance has him, and ended exchanges back home. */
  static settled({ county, decisions }: DecidedCounty): LedgerWalk {
    const walk = new LedgerWalk();
    walk.meet(county);
    decisions.forEach(({ standing }, index) => {
      const who = walk.#people.get((county.persons[index] as Person).id);
      if (who !== undefined && standing === "returning") who.works = who.home;
    });
    return walk;
  }

  /** Notes people who are new, such as recruits. */
  meet(county: County): void {
    county.persons.forEach((person, index) => {
      if (this.#people.has(person.id)) return;
      const until = (currentExchange(person) ?? termAtHome(person, ""))?.end;
      this.#people.set(person.id, { ...standIn(county, index), until, brought: undefined });
    });
  }

  /** Returns where somebody stands by the lines so far, undefined of whom nothing is known. */
  standOf(id: string): Stand | undefined {
    return this.#people.get(id);
  }

  /** Carries the lines of a plan out and returns what contradicts the terms. */
  apply({ moves, returns }: Plan, decided: DecidedCounty): readonly YearsFinding[] {
    const { county, context, decisions } = decided;
    const year = county.instance.planYear;
    const cells = cellsByName(county);
    // A decision or the policy ends a term, and a school that has closed binds nobody.
    const mayGo = (id: string) => {
      const index = county.personIndex.get(id) ?? NONE;
      const school = county.schools[county.works[index] ?? NONE];
      return ENDS_TERMS.has(decisions[index]?.standing ?? "") || (school !== undefined && isClosed(school));
    };
    const early = returns.filter((line) => this.#comesBack(line, { start: context.start, cells }));
    const away = moves.filter((line) => this.#starts(line, cells) && !mayGo(line.person));
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
  #comesBack({ person, post, settles }: PlanReturn, { start, cells }: { start: string; cells: CellsByName }): boolean {
    const who = this.#people.get(person);
    if (who === undefined) return false;
    const early = who.until !== undefined && who.until >= start;
    if (settles) who.home = who.works;
    else who.works = who.home;
    who.post = cells.get(post)?.key;
    who.brought = settles ? "came" : "back";
    who.until = undefined;
    return early;
  }

  /** Returns whether the person was still away, or within a term. */
  #starts(move: PlanMove, cells: CellsByName): boolean {
    const who = this.#people.get(move.person);
    if (who === undefined) return false;
    const bound = isBound(who, move);
    const cell = cells.get(move.post);
    // Another post of the same school ends no term and begins none.
    if (who.works !== move.to) who.until = move.relationMoves && !hasTerm(move) ? undefined : (move.end ?? undefined);
    who.works = move.to;
    who.post = cell?.key;
    who.brought = "came";
    if (move.relationMoves) who.type = typeAt(cell, who.type);
    if (move.relationMoves || who.home === undefined) who.home = move.to;
    return bound;
  }

  /** Counts people who use headcount by where they work and where they belong; who is sent from outside belongs nowhere. */
  heads({ county, decisions }: DecidedCounty): Heads {
    const working = new Map<string, number>();
    const relation = new Map<string, number>();
    const posts = new Map<string, number>();
    const add = (counts: Map<string, number>, place: string | undefined) => {
      if (place !== undefined) counts.set(place, (counts.get(place) ?? 0) + 1);
    };
    county.persons.forEach(({ id, establishment }, index) => {
      if (!fillsPost({ county, decisions }, index)) return;
      const who = this.#people.get(id);
      add(working, who?.works);
      add(posts, who?.post);
      if (establishment === "established") add(relation, who?.home);
    });
    return { working, relation, posts };
  }

  /** Returns the people whom the lines so far have brought to a post in one way, by id. */
  broughtTo(post: string, brought: Brought, decided: Pick<DecidedCounty, "county" | "decisions">): readonly string[] {
    const ids = decided.county.persons.flatMap(({ id }, index) => (fillsPost(decided, index) ? [id] : []));
    const isThere = (who: Whereabouts | undefined) => who?.post === post && who.brought === brought;
    return ids.filter((id) => isThere(this.#people.get(id))).sort();
  }
}

/** Whether somebody uses headcount in a year. */
function fillsPost({ county, decisions }: Pick<DecidedCounty, "county" | "decisions">, index: number): boolean {
  const { establishment, inPost } = county.persons[index] as Person;
  return establishment !== "temporary" && inPost && decisions[index]?.occupiesHeadcount === true;
}

/** Standings in which a term is ended by a decision, or by an entry of the policy that says so. */
const ENDS_TERMS: ReadonlySet<string> = new Set(["pinned", "forced"]);

type CellsByName = ReadonlyMap<string, Cell>;

/** Cells by every name that a plan may give them: ids of listed posts and keys. */
export function cellsByName({ cells }: County): CellsByName {
  return new Map(cells.flatMap((cell) => [cell.key, ...cell.posts].map((name) => [name, cell] as const)));
}

/** Returns where a county has somebody. */
export function standIn({ persons, cells, cellOf }: County, index: number): Stand {
  const person = persons[index] as Person;
  const { homeSchool: home, personType: type, subjects } = person;
  const subject = (subjects.find(({ main }) => main) ?? subjects[0])?.subject;
  return { home, works: worksAt(person), post: cells[cellOf[index] as number]?.key, type, subject };
}

/** Whether somebody is away, or leaves a school within the term there. */
function isBound({ works, home, until }: Whereabouts, { to, start }: PlanMove): boolean {
  return works !== home || (works !== to && until !== undefined && until >= start);
}

/** A leader goes on in the office of the post, and is a teacher in a teaching post (YL-13). */
function typeAt(cell: Cell | undefined, type: PersonType): PersonType {
  if (cell === undefined || !LEADERS.has(type)) return type;
  const { kind, office } = cell;
  if (kind === "teaching") return "teacher";
  return office === "principal" || office === "vicePrincipal" ? office : type;
}
