import type { Market, SwapProposal } from "../market/market.ts";
import { orderEverybody } from "../mechanisms/order/everybody.ts";
import { swaps } from "../mechanisms/swaps/swaps.ts";
import { isWithinTitles } from "./within-titles.ts";

/**
 * Returns the proposals of the swaps that title posts allow: pairs in the order of who of the two comes first, each made
 * where no level then has more than its posts; one that is not made at first is tried again while others are.
 */
export function swapsWithinTitles(market: Market): readonly SwapProposal[] {
  const made: SwapProposal[] = [];
  let open = pairsInOrder(market);
  for (;;) {
    const left = open.filter((pair) => {
      const { placement } = swaps(market, [...made, ...pair]);
      if (!isWithinTitles(market, placement)) return true;
      made.push(...pair);
      return false;
    });
    if (left.length === open.length) return made;
    open = left;
  }
}

/** Both proposals of every pair that changes posts where titles do not count, the best ranked first. */
function pairsInOrder(market: Market): readonly (readonly SwapProposal[])[] {
  const proposals = new Map(market.swaps.map((proposal) => [proposal.person, proposal]));
  const places = new Map(Array.from(orderEverybody(market), (person, place) => [market.people[person]?.id, place]));
  const placeOf = (id: string) => places.get(id) ?? 0;
  return swaps(market, market.swaps)
    .answers.filter(({ person, partner, refused }) => refused === undefined && placeOf(person) < placeOf(partner))
    .sort((a, b) => placeOf(a.person) - placeOf(b.person))
    .map(({ person, partner }) => [person, partner].flatMap((id) => proposals.get(id) ?? []));
}
