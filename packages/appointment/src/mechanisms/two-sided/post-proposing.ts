import type { Market, Placement } from "../../market/market.ts";
import { NO_POST } from "../../market/market.ts";
import type { PostOrder } from "../order/order.ts";
import { KEEPER, orderApplicants } from "../order/order.ts";

const NO_ENTRY = -1;

/**
 * Places people by deferred acceptance with the posts asking: every post asks the best who has not refused it, every
 * person holds the best post that asked.
 *
 * Guarantees: no blocking pair; among all placements without one the best for the posts and the worst for the people
 * (Gale and Shapley 1962). Not safe for people to answer honestly (Roth 1982).
 * Cost: O(entries x log applicants of a post), for the order.
 */
export function postProposing(market: Market): Placement {
  const run = new PostProposing(market, orderApplicants(market));
  for (let post = 0; post < market.posts.length; post++) run.fill(post);
  return run.placement();
}

class PostProposing {
  readonly #market: Market;
  readonly #order: PostOrder;
  /** Place in the order of each post from which it asks next. */
  readonly #next: Int32Array;
  readonly #holds: Int32Array;
  /** Entry that each person holds; a smaller entry of the same person is a better wish. */
  readonly #held: Int32Array;

  constructor(market: Market, order: PostOrder) {
    this.#market = market;
    this.#order = order;
    this.#next = order.starts.slice(0, market.posts.length);
    this.#holds = new Int32Array(market.posts.length);
    this.#held = new Int32Array(market.people.length).fill(NO_ENTRY);
  }

  /** Lets a post ask, and every post that loses somebody because of it. */
  fill(post: number): void {
    const asking = [post];
    while (asking.length > 0) {
      const last = asking[asking.length - 1] as number;
      const entry = this.#nextEntry(last);
      if (entry === NO_ENTRY) asking.pop();
      else this.#ask(entry, asking);
    }
  }

  placement(): Placement {
    return this.#held.map((entry) => (entry === NO_ENTRY ? NO_POST : (this.#market.lists.posts[entry] as number)));
  }

  /** Whom the post asks next: keepers whatever the heads are, others while heads are free. */
  #nextEntry(post: number): number {
    const at = this.#next[post] as number;
    if (at === this.#order.starts[post + 1]) return NO_ENTRY;
    const entry = this.#order.entries[at] as number;
    const capacity = this.#market.posts[post]?.capacity as number;
    if (this.#order.ranks[entry] !== KEEPER && (this.#holds[post] as number) >= capacity) return NO_ENTRY;
    this.#next[post] = at + 1;
    return entry;
  }

  #ask(entry: number, asking: number[]): void {
    const person = this.#order.personOf[entry] as number;
    const held = this.#held[person] as number;
    if (held !== NO_ENTRY && held < entry) return;
    this.#held[person] = entry;
    this.#count(entry, 1);
    if (held === NO_ENTRY) return;
    this.#count(held, -1);
    asking.push(this.#market.lists.posts[held] as number);
  }

  #count(entry: number, by: number): void {
    const post = this.#market.lists.posts[entry] as number;
    this.#holds[post] = (this.#holds[post] as number) + by;
  }
}
