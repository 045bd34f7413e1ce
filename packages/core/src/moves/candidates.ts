import type { Decision } from "../eligibility/decision.ts";
import { mayMove, mustMove } from "../eligibility/decision.ts";
import type { DecidedCounty } from "../eligibility/eligibility.ts";
import { waysBackOf } from "../eligibility/ways-back.ts";
import type { Cell } from "../instance/cells.ts";
import type { TravelTable } from "../instance/travel.ts";
import type { CandidateMoves } from "./candidate-moves.ts";
import { FORM_RETURN, FORM_SETTLE } from "./candidate-moves.ts";
import { MoveLists } from "./move-lists.ts";
import type { FoundPost } from "./near-posts.ts";
import { NearPosts } from "./near-posts.ts";
import { keepEarlier, keepSwaps, keepWishes, protectShortages } from "./shortages.ts";

/** Vacancies that a person who has to leave keeps beyond one for every rival. */
const SPARE_REFUGES = 5;

/** Candidate moves and how they were found: what a search after this one needs to keep what cannot have changed. */
export interface FoundMoves {
  readonly moves: CandidateMoves;
  readonly decisions: readonly Decision[];
  /** People who have to leave and could fill a post class. Shapes: one entry a postClass. */
  readonly rivals: Int32Array;
  /** What each person's own search found comes first, then what posts in shortage, wishes and the policy keep. */
  readonly lists: MoveLists;
  readonly ownCount: number;
}

/**
 * Returns the candidate moves of a county; see {@link findMoves}.
 *
 * @public
 */
export function candidateMoves(eligibility: DecidedCounty, travel: TravelTable): CandidateMoves {
  return findMoves(eligibility, travel).moves;
}

/**
 * Finds the candidate moves of a county: for every person who may move the nearest admitted posts, within the limits
 * of the policy, each in every form that admits it, and the ways out of an ended exchange.
 *
 * A post in shortage keeps candidates for each missing head even where limits would cut them off, and every post at a
 * school that a person wishes for, or of somebody with whom the person asks to exchange places, is a candidate.
 *
 * Cost: near-linear in people; long lists of posts go through a spatial index.
 *
 * @param before - what was found in the same county, under a policy with the same calendar, sets, scope, eligibility,
 *   forms and candidates: people whose decision is the very same are searched for again only where their rivals differ
 */
export function findMoves(eligibility: DecidedCounty, travel: TravelTable, before?: FoundMoves): FoundMoves {
  const { county, decisions } = eligibility;
  const lists = new MoveLists(county.persons.length, county.cells.length);
  const rivals = countRivals(eligibility);
  const search = new Search(eligibility, travel, rivals);
  const sameRivals = before?.rivals.every((count, postClass) => rivals[postClass] === count) === true;
  for (const [person, decision] of decisions.entries()) {
    const stands = before?.decisions[person] === decision && (sameRivals || !mustMove(decision.standing));
    if (before !== undefined && stands) lists.addFrom(before.lists, before.ownCount, person);
    else for (const found of search.movesOf(decision, person)) lists.add(person, found.cell, found);
  }
  const ownCount = lists.count;
  protectShortages(eligibility, travel, lists);
  keepWishes(eligibility, travel, lists);
  keepSwaps(eligibility, travel, lists);
  keepEarlier(eligibility, travel, lists);
  addOtherForms(eligibility, lists);
  return { moves: lists.sorted(), decisions, rivals, lists, ownCount };
}

/** Adds every other form that admits a move already found: where several do, the program chooses. */
function addOtherForms({ admission, county }: DecidedCounty, lists: MoveLists): void {
  const choosing = county.persons.map((_person, person) =>
    admission.postClassesFor(person).some((postClass) => admission.formsFor(person, postClass).length > 1),
  );
  lists.widen((person, cell) => (choosing[person] === true ? admission.formsOf(person, cell).slice(1) : []));
}

class Search {
  readonly #eligibility: DecidedCounty;
  readonly #travel: TravelTable;
  readonly #posts: NearPosts;
  /** Great-circle metres within which road metres can be inside the radius of the policy. */
  readonly #radius: number;
  readonly #roadRadius: number;
  /** People who have to leave and could fill a post class. Shapes: one entry a postClass. */
  readonly #rivals: Int32Array;

  constructor(eligibility: DecidedCounty, travel: TravelTable, rivals: Int32Array) {
    this.#eligibility = eligibility;
    this.#travel = travel;
    this.#rivals = rivals;
    this.#posts = new NearPosts(eligibility, travel);
    this.#roadRadius = eligibility.policy.candidates.radiusMetres ?? Infinity;
    this.#radius = this.#roadRadius / eligibility.county.instance.travel.roadFactor;
  }

  movesOf({ standing }: Decision, person: number): readonly FoundPost[] {
    if (standing === "returning") return this.#waysBack(person);
    if (!mayMove(standing)) return [];
    const { admission, policy } = this.#eligibility;
    const postClasses = admission.postClassesFor(person);
    if (standing === "pinned") return postClasses.flatMap((postClass) => this.#posts.all(person, postClass));
    const { limit } = policy.candidates;
    const search = { limit, radius: this.#radius, vacant: false };
    const near = byNearness(postClasses.flatMap((postClass) => this.#posts.near(person, postClass, search)))
      .filter(({ metres }) => metres <= this.#roadRadius)
      .slice(0, limit);
    return mustMove(standing) ? [...near, ...this.#lastResorts(person, postClasses, near)] : near;
  }

  /**
   * Returns vacancies for a person who has to leave: at least as many as there are rivals for them, so that limits never
   * make impossible what the policy demands.
   */
  #lastResorts(person: number, postClasses: readonly number[], near: readonly FoundPost[]): FoundPost[] {
    const known = new Set(near.map(({ cell }) => cell));
    return postClasses.flatMap((postClass) => {
      const spare = (this.#rivals[postClass] as number) + SPARE_REFUGES;
      // The posts near by may be among the vacancies found.
      const search = { limit: spare + known.size, radius: Infinity, vacant: true };
      const found = this.#posts.near(person, postClass, search).filter(({ cell }) => !known.has(cell));
      return byNearness(found).slice(0, spare);
    });
  }

  /** Back to the reserved cell at the home school; for good at the host where applied, approved and allowed (YL-17). */
  #waysBack(person: number): FoundPost[] {
    const { county } = this.#eligibility;
    const open = waysBackOf(this.#eligibility, person);
    return [
      ...(open.home ? [this.#way(person, county.reservedCellOf[person] as number, FORM_RETURN)] : []),
      ...(open.host ? [this.#way(person, county.cellOf[person] as number, FORM_SETTLE)] : []),
    ];
  }

  #way(person: number, cell: number, form: number): FoundPost {
    const { school } = this.#eligibility.county.cells[cell] as Cell;
    return { cell, form, metres: this.#travel.metres(person, school) };
  }
}

function countRivals({ decisions, admission }: DecidedCounty): Int32Array {
  const counts = new Int32Array(admission.postClasses.list.length);
  decisions.forEach(({ standing }, person) => {
    if (!mayMove(standing) || !mustMove(standing)) return;
    for (const postClass of admission.postClassesFor(person)) counts[postClass] = (counts[postClass] as number) + 1;
  });
  return counts;
}

function byNearness(found: FoundPost[]): FoundPost[] {
  return found.sort((a, b) => a.metres - b.metres || a.cell - b.cell);
}
