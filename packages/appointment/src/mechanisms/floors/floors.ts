import type { Market, MarketFloor, Placement } from "../../market/market.ts";
import { NO_POST, personAt } from "../../market/market.ts";
import { keepEntries } from "../../market/restrict.ts";
import { acceptance } from "../acceptance/acceptance.ts";
import { orderEverybody } from "../order/everybody.ts";

/** What acceptance under floors decided. */
export interface FloorsResult {
  readonly placement: Placement;
  /** Who had to stay because of a floor: positions of people, ascending. */
  readonly held: readonly number[];
}

/**
 * Places people by {@link acceptance} while enough of them stay where a floor asks for heads (S6, V10).
 *
 * From posts with a floor people may go in the order of class, points, ties and lot: as many as are there beyond the
 * floor, and one more for everybody who comes. Where fewer are there at the start than the floor asks for, nobody goes
 * and nobody is forced to come.
 *
 * Guarantees: every floor holds, or what was there at the start; no justified envy among those who were free to go.
 * Cost: one run of acceptance for everybody who is let go beyond the first ones.
 */
export function acceptanceWithFloors(market: Market): FloorsResult {
  const waiting = market.floors.map((floor) => candidates(market, floor));
  const limits = market.floors.map((floor) => Math.min(floor.heads, staffAtStart(market, floor)));
  const held = new Set(waiting.flat());
  const release = (floor: number, count: number): readonly number[] => {
    const freed = waiting[floor]?.splice(0, count) ?? [];
    for (const person of freed) held.delete(person);
    return freed;
  };
  market.floors.forEach((floor, at) => release(at, staffAtStart(market, floor) - (limits[at] as number)));
  for (;;) {
    const placement = run(market, held);
    const freed = market.floors.flatMap((floor, at) =>
      release(at, staffAfter(market, floor, placement) - (limits[at] as number)),
    );
    if (freed.length === 0) return { placement, held: [...held].sort((a, b) => a - b) };
    const next = run(market, held);
    const isBroken = market.floors.some((floor, at) => staffAfter(market, floor, next) < (limits[at] as number));
    // Who came may go elsewhere when others are let go: then those others stay for good.
    if (isBroken) for (const person of freed) held.add(person);
  }
}

function run(market: Market, held: ReadonlySet<number>): Placement {
  const { posts } = market.lists;
  return acceptance(
    keepEntries(market, (person, entry) => !held.has(person) || posts[entry] === personAt(market, person).ownPost),
  );
}

/** Who keeps a post of the floor and wishes another one, best first; who has to defend it or to go is not held by a floor. */
function candidates(market: Market, floor: MarketFloor): number[] {
  const posts = new Set(floor.posts);
  const { lists } = market;
  return Array.from(orderEverybody(market)).filter((person) => {
    const { ownPost, ownPostIs } = personAt(market, person);
    const first = lists.posts[lists.starts[person] as number];
    return posts.has(ownPost) && ownPostIs === "keeps" && first !== ownPost;
  });
}

function staffAtStart(market: Market, floor: MarketFloor): number {
  const posts = new Set(floor.posts);
  const holders = market.people.filter(({ ownPost, ownPostIs }) => ownPostIs === "keeps" && posts.has(ownPost));
  return holders.length + placedIn(market, posts);
}

function staffAfter(market: Market, floor: MarketFloor, placement: Placement): number {
  const posts = new Set(floor.posts);
  return placement.reduce(
    (count, post) => count + (post !== NO_POST && posts.has(post) ? 1 : 0),
    placedIn(market, posts),
  );
}

function placedIn({ placed }: Market, posts: ReadonlySet<number>): number {
  return placed.filter((person) => person.occupies && posts.has(person.post)).length;
}
