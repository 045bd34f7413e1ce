import type { Market, Placement } from "../../market/market.ts";
import { NO_POST, keepsPost } from "../../market/market.ts";
import { KEEPER, orderApplicants } from "../order/order.ts";

/**
 * Places people by the examination for single posts (FD-02): everybody applies for one post, the best are taken, and the
 * last applicant is never taken: of n applicants at most n - 1.
 *
 * Who wishes several posts is considered for the first one only. Whoever is not taken keeps the own post if he may.
 *
 * Guarantees: nobody is taken before somebody with a better rank for the same post. Not safe to answer honestly: it pays
 * to apply where few good people do.
 */
export function examination(market: Market): Placement {
  const order = orderApplicants(market);
  const placement = new Int32Array(market.people.length).fill(NO_POST);
  const keepers = stay(market, placement);
  market.posts.forEach((post, at) => {
    const applicants = Array.from(order.entries.subarray(order.starts[at], order.starts[at + 1])).filter(
      (entry) => order.ranks[entry] !== KEEPER && isFirstWish(market, entry, order.personOf[entry] as number),
    );
    const room = Math.max(0, post.capacity - (keepers[at] as number));
    for (const entry of applicants.slice(0, Math.min(room, applicants.length - 1))) {
      placement[order.personOf[entry] as number] = at;
    }
  });
  return placement;
}

function isFirstWish({ lists }: Market, entry: number, person: number): boolean {
  return lists.starts[person] === entry;
}

/** Leaves everybody who keeps a post there; returns how many each post has. Their heads are not part of the examination. */
function stay(market: Market, placement: Placement): Int32Array {
  const keepers = new Int32Array(market.posts.length);
  market.people.forEach(({ ownPost }, person) => {
    if (ownPost === NO_POST || !keepsPost(market, person, ownPost)) return;
    placement[person] = ownPost;
    keepers[ownPost] = (keepers[ownPost] as number) + 1;
  });
  return keepers;
}
