import type { Eligibility } from "../eligibility/eligibility.ts";
import { indexCells, skillKeys } from "../eligibility/eligibility.ts";
import { NO_FORM } from "../eligibility/admissible.ts";
import type { Decision } from "../eligibility/decision.ts";
import { mayMove, mustMove } from "../eligibility/decision.ts";
import type { Cell } from "../instance/cells.ts";
import { NONE } from "../instance/county.ts";
import type { Person } from "../instance/person.ts";
import type { Coordinates } from "../instance/scalars.ts";
import type { School } from "../instance/school.ts";
import type { TravelTable } from "../instance/travel.ts";
import { currentExchange } from "../policy/facts.ts";
import type { CandidateMoves } from "./candidate-moves.ts";
import { FORM_RETURN, FORM_SETTLE } from "./candidate-moves.ts";
import { SpatialIndex } from "./spatial.ts";

/** Lists of cells up to this length are scanned; longer ones go through the spatial index. */
const SCAN_LENGTH = 64;

interface Found {
  readonly cell: number;
  readonly form: number;
  readonly metres: number;
}

/**
 * Returns the candidate moves of a county: for every person who may move the nearest admitted posts, within the limits
 * of the policy, and the ways out of an ended exchange.
 *
 * A post in shortage keeps candidates for each missing head even where limits would cut them off.
 *
 * Cost: near-linear in people; long lists of posts go through a spatial index.
 */
export function candidateMoves(eligibility: Eligibility, travel: TravelTable): CandidateMoves {
  const search = new Search(eligibility, travel);
  const found = eligibility.decisions.map((decision, person) => search.movesOf(decision, person));
  search.protectShortages(found);
  search.keepEarlier(found);
  return flatten(found);
}

/** Vacancies that a person who has to leave keeps beyond one for every rival. */
const SPARE_REFUGES = 5;

interface NearSearch {
  readonly limit: number;
  /** Great-circle metres. */
  readonly radius: number;
  readonly accepts?: (cell: number) => boolean;
}

class Search {
  readonly #eligibility: Eligibility;
  readonly #travel: TravelTable;
  readonly #cellsByKey: ReadonlyMap<string, readonly number[]>;
  readonly #reaches = new Map<string, readonly number[]>();
  readonly #cellTrees = new Map<string, SpatialIndex>();
  /** Great-circle metres within which road metres can be inside the radius of the policy. */
  readonly #radius: number;
  readonly #roadRadius: number;
  /** People who have to leave, by key of the posts that they can fill. */
  readonly #rivals: ReadonlyMap<string, number>;

  constructor(eligibility: Eligibility, travel: TravelTable) {
    this.#eligibility = eligibility;
    this.#travel = travel;
    this.#cellsByKey = indexCells(eligibility.county);
    this.#roadRadius = eligibility.policy.candidates.radiusMetres ?? Infinity;
    this.#radius = this.#roadRadius / eligibility.county.instance.travel.roadFactor;
    this.#rivals = countRivals(eligibility);
  }

  movesOf(decision: Decision, person: number): Found[] {
    if (decision.standing === "returning") return this.#waysBack(person);
    if (!mayMove(decision.standing)) return [];
    const keys = skillKeys(this.#eligibility.county.persons[person] as Person);
    if (decision.standing === "pinned") return keys.flatMap((key) => this.#admitted(person, this.#reach(person, key)));
    const { limit } = this.#eligibility.policy.candidates;
    const near = byNearness(keys.flatMap((key) => this.#near(person, key, { limit, radius: this.#radius })))
      .filter(({ metres }) => metres <= this.#roadRadius)
      .slice(0, limit);
    return mustMove(decision.standing) ? [...near, ...this.#refuges(person, keys, near)] : near;
  }

  /**
   * Returns vacancies for a person who has to leave: at least as many as there are rivals for them, so that limits never
   * make impossible what the policy demands.
   */
  #refuges(person: number, keys: readonly string[], near: readonly Found[]): Found[] {
    const known = new Set(near.map(({ cell }) => cell));
    const { county, context } = this.#eligibility;
    const isVacant = (cell: number) =>
      (context.cellHeadcount[cell] as number) < (county.cells[cell] as Cell).demand && !known.has(cell);
    return keys.flatMap((key) => {
      const limit = (this.#rivals.get(key) ?? 0) + SPARE_REFUGES;
      return byNearness(this.#near(person, key, { limit, radius: Infinity, accepts: isVacant })).slice(0, limit);
    });
  }

  /** Back to the reserved cell at the home school; for good at the host where applied, approved and allowed (YL-17). */
  #waysBack(person: number): Found[] {
    const { county, policy } = this.#eligibility;
    const home = county.reservedCellOf[person] as number;
    const host = county.cellOf[person] as number;
    const ways: Found[] = [];
    if (home !== NONE) ways.push({ cell: home, form: FORM_RETURN, metres: this.#metres(person, home) });
    const stay = currentExchange(county.persons[person] as Person)?.stay;
    const mayStay = policy.eligibility.returns?.stayAllowed === true && stay?.applied === true && stay.approved;
    if (mayStay && host !== NONE) ways.push({ cell: host, form: FORM_SETTLE, metres: this.#metres(person, host) });
    return ways;
  }

  #near(person: number, key: string, search: NearSearch): Found[] {
    const home = this.#residence(person);
    const accepts = search.accepts ?? (() => true);
    const reach = this.#reach(person, key);
    if (home === undefined || reach.length <= SCAN_LENGTH) return this.#admitted(person, reach.filter(accepts));
    const { admission } = this.#eligibility;
    const query = {
      at: home,
      limit: search.limit,
      radiusMetres: search.radius,
      accepts: (cell: number) => accepts(cell) && admission.formOf(person, cell) !== NO_FORM,
    };
    return this.#admitted(person, this.#treeOf(key).nearest(query));
  }

  #reach(person: number, key: string): readonly number[] {
    return this.#reachable(this.#eligibility.county.works[person] as number, key);
  }

  #admitted(person: number, cells: readonly number[]): Found[] {
    return cells.flatMap((cell) => this.#admit(person, cell));
  }

  #admit(person: number, cell: number): Found[] {
    const form = this.#eligibility.admission.formOf(person, cell);
    return form === NO_FORM ? [] : [{ cell, form, metres: this.#metres(person, cell) }];
  }

  #metres(person: number, cell: number): number {
    return this.#travel.metres(person, (this.#eligibility.county.cells[cell] as Cell).school);
  }

  /** Where a search by nearness starts; with a travel matrix great-circle order means nothing. */
  #residence(person: number): Coordinates | undefined {
    const listed = this.#eligibility.county.instance.travel.matrix !== undefined;
    return listed ? undefined : this.#travel.origin(person);
  }

  /** Cells of a key that people of one school can reach under some form, by scope alone. */
  #reachable(from: number, key: string): readonly number[] {
    const name = `${from}/${key}`;
    const known = this.#reaches.get(name);
    if (known !== undefined) return known;
    const { admission } = this.#eligibility;
    const reach = (this.#cellsByKey.get(key) ?? []).filter((cell) => admission.inReachOf(from, cell));
    this.#reaches.set(name, reach);
    return reach;
  }

  #treeOf(key: string): SpatialIndex {
    const known = this.#cellTrees.get(key);
    if (known !== undefined) return known;
    const { county } = this.#eligibility;
    const points = (this.#cellsByKey.get(key) ?? []).flatMap((cell): { cell: number; at: Coordinates }[] => {
      const at = (county.schools[(county.cells[cell] as Cell).school] as School).coordinates;
      return at === undefined ? [] : [{ cell, at }];
    });
    const tree = new SpatialIndex(
      points.map(({ cell }) => cell),
      points.map(({ at }) => at),
    );
    this.#cellTrees.set(key, tree);
    return tree;
  }

  /** Gives every post in shortage its nearest admitted candidates, also beyond radius and count limits. */
  protectShortages(found: Found[][]): void {
    const { county, inScope, policy } = this.#eligibility;
    const heads = headsByCell(this.#eligibility);
    const counts = new Int32Array(county.cells.length);
    for (const moves of found) for (const { cell } of moves) counts[cell] = (counts[cell] as number) + 1;
    const movers = this.#moversByKey();
    county.cells.forEach((cell, index) => {
      const missing = cell.demand - (heads[index] as number);
      const wanted = missing * policy.candidates.perShortage - (counts[index] as number);
      if (missing <= 0 || wanted <= 0 || inScope[cell.school] !== 1) return;
      this.#addNearestPeople(index, wanted, { found, movers });
    });
  }

  /** Adds the moves that the policy keeps, so that a plan made again can be the same where it is admitted. */
  keepEarlier(found: Found[][]): void {
    const { county, policy } = this.#eligibility;
    for (const { person: id, post } of policy.candidates.keep) {
      const person = county.personIndex.get(id);
      const cell = county.cells.findIndex(({ key, posts }) => key === post || posts.includes(post));
      if (person === undefined || cell < 0 || (found[person] as Found[]).some((move) => move.cell === cell)) continue;
      (found[person] as Found[]).push(...this.#admit(person, cell));
    }
  }

  #addNearestPeople(
    cell: number,
    wanted: number,
    { found, movers }: { readonly found: Found[][]; readonly movers: ReadonlyMap<string, Movers> },
  ): void {
    const { county, admission } = this.#eligibility;
    const target = county.cells[cell] as Cell;
    const list = movers.get(target.kind === "teaching" ? `teaching/${target.subject ?? ""}` : target.kind);
    if (list === undefined) return;
    const accepts = (person: number) =>
      admission.formOf(person, cell) !== NO_FORM && !(found[person] as Found[]).some((move) => move.cell === cell);
    const at = (county.schools[target.school] as School).coordinates;
    const people =
      at === undefined || list.tree === undefined
        ? this.#scanPeople(cell, list.people.filter(accepts)).slice(0, wanted)
        : list.tree.nearest({ at, limit: wanted, radiusMetres: Infinity, accepts });
    for (const person of people) (found[person] as Found[]).push(...this.#admit(person, cell));
  }

  /** Returns people by their distance to a cell; where distances are listed, the list decides. */
  #scanPeople(cell: number, people: readonly number[]): readonly number[] {
    const metres = new Map(people.map((person) => [person, this.#metres(person, cell)]));
    return [...people].sort((a, b) => (metres.get(a) as number) - (metres.get(b) as number) || a - b);
  }

  #moversByKey(): ReadonlyMap<string, Movers> {
    const lists = new Map<string, number[]>();
    this.#eligibility.decisions.forEach(({ standing }, person) => {
      if (!mayMove(standing)) return;
      for (const key of skillKeys(this.#eligibility.county.persons[person] as Person)) {
        const list = lists.get(key) ?? [];
        lists.set(key, list);
        list.push(person);
      }
    });
    return new Map([...lists].map(([key, people]) => [key, { people, tree: this.#treeOfPeople(people) }]));
  }

  /** Returns an index of residences, or nothing where somebody has none or distances are listed. */
  #treeOfPeople(people: readonly number[]): SpatialIndex | undefined {
    const points = people.flatMap((person) => this.#residence(person) ?? []);
    return points.length === people.length ? new SpatialIndex(people, points) : undefined;
  }
}

/** People who may fill the posts of one key. */
interface Movers {
  readonly people: readonly number[];
  readonly tree: SpatialIndex | undefined;
}

/** Counts the people who use headcount in each cell: a post is short by the ledger, whoever is there besides. */
function headsByCell({ county, decisions }: Eligibility): Int32Array {
  const heads = new Int32Array(county.cells.length);
  decisions.forEach(({ occupiesHeadcount }, person) => {
    const { establishment, inPost } = county.persons[person] as Person;
    const cell = county.cellOf[person] as number;
    if (cell === NONE || !occupiesHeadcount || !inPost || establishment !== "established") return;
    heads[cell] = (heads[cell] as number) + 1;
  });
  return heads;
}

function countRivals({ decisions, county }: Eligibility): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  decisions.forEach(({ standing }, person) => {
    if (!mayMove(standing) || !mustMove(standing)) return;
    for (const key of skillKeys(county.persons[person] as Person)) counts.set(key, (counts.get(key) ?? 0) + 1);
  });
  return counts;
}

function byNearness(found: Found[]): Found[] {
  return found.sort((a, b) => a.metres - b.metres || a.cell - b.cell);
}

function flatten(found: readonly Found[][]): CandidateMoves {
  const starts = new Int32Array(found.length + 1);
  found.forEach((moves, person) => (starts[person + 1] = (starts[person] as number) + moves.length));
  const count = starts[found.length] as number;
  const moves = {
    count,
    person: new Int32Array(count),
    cell: new Int32Array(count),
    form: new Int32Array(count),
    metres: new Int32Array(count),
    starts,
  };
  let at = 0;
  found.forEach((list, person) => {
    for (const move of [...list].sort((a, b) => a.cell - b.cell || a.form - b.form)) {
      moves.person[at] = person;
      moves.cell[at] = move.cell;
      moves.form[at] = move.form;
      moves.metres[at++] = move.metres;
    }
  });
  return moves;
}
