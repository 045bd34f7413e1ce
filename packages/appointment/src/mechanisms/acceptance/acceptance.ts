import type { Market, Placement } from "../../market/market.ts";
import { NO_POST } from "../../market/market.ts";
import type { PostOrder } from "../order/order.ts";
import { KEEPER, orderApplicants } from "../order/order.ts";
import { WorstFirst } from "./worst-first.ts";

/**
 * Places people by deferred acceptance: everybody asks for the best post that has not refused him, every post holds
 * the best who asked and refuses the rest, until nobody asks any more.
 *
 * Who keeps the own post is always taken there; others come where heads are left beside them. A full post with more
 * keepers than heads takes nobody.
 *
 * Guarantees: no justified envy and no free place that somebody prefers; among all placements with these properties the
 * best one for every person (Gale and Shapley 1962); nobody below an own post that is kept. Safe to answer honestly
 * (Dubins and Freedman 1981, Roth 1982).
 * Cost: O(entries x log applicants of a post).
 */
export function acceptance(market: Market): Placement {
  const run = new Acceptance(market, orderApplicants(market));
  for (let person = 0; person < market.people.length; person++) run.place(person);
  return run.placement;
}

/** The state of one run, held open while people ask. */
class Acceptance {
  readonly placement: Placement;
  readonly #market: Market;
  readonly #order: PostOrder;
  /** Next entry that each person asks for. */
  readonly #next: Int32Array;
  /** Keepers whom each post holds. */
  readonly #keepers: Int32Array;
  readonly #held: WorstFirst;

  constructor(market: Market, order: PostOrder) {
    this.#market = market;
    this.#order = order;
    this.placement = new Int32Array(market.people.length).fill(NO_POST);
    this.#next = market.lists.starts.slice(0, market.people.length);
    this.#keepers = new Int32Array(market.posts.length);
    this.#held = new WorstFirst(order.starts, order.ranks);
  }

  /** Lets a person ask, and whoever is refused because of it, until nobody is left who asks. */
  place(person: number): void {
    let asking = person;
    while (asking !== NO_POST) asking = this.#ask(asking);
  }

  /** Lets a person ask once; returns who has to ask next, {@link NO_POST} for nobody. */
  #ask(person: number): number {
    const entry = this.#next[person] as number;
    if (entry === this.#market.lists.starts[person + 1]) return NO_POST;
    this.#next[person] = entry + 1;
    const post = this.#market.lists.posts[entry] as number;
    if (this.#order.ranks[entry] === KEEPER) this.#keepers[post] = (this.#keepers[post] as number) + 1;
    else this.#held.push(post, entry);
    this.placement[person] = post;
    return this.#refuseWorst(post);
  }

  #refuseWorst(post: number): number {
    const capacity = this.#market.posts[post]?.capacity as number;
    const room = Math.max(0, capacity - (this.#keepers[post] as number));
    if (this.#held.size(post) <= room) return NO_POST;
    const refused = this.#order.personOf[this.#held.pop(post)] as number;
    this.placement[refused] = NO_POST;
    return refused;
  }
}
