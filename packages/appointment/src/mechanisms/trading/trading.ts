import type { Market, Placement } from "../../market/market.ts";
import { NO_POST, keepsPost } from "../../market/market.ts";
import { orderEverybody, orderRanked } from "../order/everybody.ts";

/**
 * Places people by top trading cycles: everybody points to the best post that has a place left, every post points to
 * those who keep it, then to the first of its order; who stands in a circle takes the place pointed to and leaves.
 *
 * The order of a post is its own ranking or the order of all people by class, points, ties and lot, never who applied:
 * otherwise one could gain by applying for more. Points and classes at single posts therefore do not count here.
 *
 * Guarantees: nobody below an own post that is kept, no improving trade left (Shapley and Scarf 1974, Abdulkadiroğlu
 * and Sönmez 1999 and 2003); envy is possible. Safe to answer honestly (Roth 1982).
 * Cost: O(entries + people + length of the rankings of posts).
 */
export function trading(market: Market): Placement {
  const run = new Trading(market);
  for (const person of run.everybody) run.settle(person);
  return run.placement;
}

const NOBODY = -1;

/** The state of one run. */
class Trading {
  readonly placement: Placement;
  readonly everybody: Int32Array;
  readonly #market: Market;
  readonly #isDone: Uint8Array;
  /** Place on the path plus one, 0 for people who are not on it. */
  readonly #placeOnPath: Int32Array;
  readonly #path: number[] = [];
  /** Entry that each person points to. */
  readonly #wish: Int32Array;
  readonly #seats: Int32Array;
  readonly #keepers: readonly (readonly number[])[];
  readonly #orders: readonly Int32Array[];
  readonly #keeperAt: Int32Array;
  readonly #orderAt: Int32Array;

  constructor(market: Market) {
    const count = market.people.length;
    this.#market = market;
    this.everybody = orderEverybody(market);
    this.placement = new Int32Array(count).fill(NO_POST);
    this.#isDone = new Uint8Array(count);
    this.#placeOnPath = new Int32Array(count);
    this.#wish = market.lists.starts.slice(0, count);
    this.#keepers = keepersOf(market, this.everybody);
    this.#seats = Int32Array.from(market.posts, (post, at) => Math.max(post.capacity, this.#keepers[at]?.length ?? 0));
    this.#orders = market.posts.map((_, post) =>
      market.rankings.has(post) ? orderRanked(market, post) : this.everybody,
    );
    this.#keeperAt = new Int32Array(market.posts.length);
    this.#orderAt = new Int32Array(market.posts.length);
  }

  /** Follows the pointers from a person until he has a post, or nothing is left that he wishes. */
  settle(person: number): void {
    if (this.#isDone[person] === 1) return;
    this.#step(person);
    while (this.#path.length > 0) {
      const last = this.#path[this.#path.length - 1] as number;
      const post = this.#pointPerson(last);
      if (post === NO_POST) this.#leave(last, NO_POST);
      else this.#follow(this.#pointPost(post));
    }
  }

  #step(person: number): void {
    this.#path.push(person);
    this.#placeOnPath[person] = this.#path.length;
  }

  #follow(next: number): void {
    if (this.#placeOnPath[next] === 0) this.#step(next);
    else this.#closeCircle(next);
  }

  /** Everybody on the path from `first` on takes the place that he points to. */
  #closeCircle(first: number): void {
    const start = (this.#placeOnPath[first] as number) - 1;
    const circle = this.#path.slice(start);
    const posts = circle.map((person) => this.#pointPerson(person));
    for (let at = circle.length - 1; at >= 0; at--) {
      const post = posts[at] as number;
      this.#seats[post] = (this.#seats[post] as number) - 1;
      this.#leave(circle[at] as number, post);
    }
  }

  /** Takes the last of the path off it. */
  #leave(person: number, post: number): void {
    this.#path.pop();
    this.#placeOnPath[person] = 0;
    this.#isDone[person] = 1;
    this.placement[person] = post;
  }

  /** Best wished post with a place left. */
  #pointPerson(person: number): number {
    const { starts, posts } = this.#market.lists;
    const end = starts[person + 1] as number;
    let entry = this.#wish[person] as number;
    while (entry < end && this.#seats[posts[entry] as number] === 0) entry++;
    this.#wish[person] = entry;
    return entry < end ? (posts[entry] as number) : NO_POST;
  }

  /** First who is left: of those who keep the post, then of its order. */
  #pointPost(post: number): number {
    const keepers = this.#keepers[post] ?? [];
    const keeper = this.#firstLeft(keepers, this.#keeperAt, post);
    return keeper === NOBODY ? this.#firstLeft(this.#orders[post] ?? [], this.#orderAt, post) : keeper;
  }

  #firstLeft(people: ArrayLike<number>, pointers: Int32Array, post: number): number {
    let at = pointers[post] as number;
    while (at < people.length && this.#isDone[people[at] as number] === 1) at++;
    pointers[post] = at;
    return at < people.length ? (people[at] as number) : NOBODY;
  }
}

/** Who keeps each post, in the order of everybody. */
function keepersOf(market: Market, everybody: Int32Array): readonly (readonly number[])[] {
  const keepers: number[][] = market.posts.map(() => []);
  for (const person of everybody) {
    const own = market.people[person]?.ownPost ?? NO_POST;
    if (own !== NO_POST && keepsPost(market, person, own)) keepers[own]?.push(person);
  }
  return keepers;
}
