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
 * From posts with a floor as many may go as are there beyond the floor, in the order of class, points, ties and lot; then
 * everybody else in that order for whom somebody comes. Where fewer are there at the start than the floor asks for,
 * nobody goes without somebody coming, and nobody is forced to come. To another post of the same floor anybody may go.
 *
 * Guarantees: every floor holds, or what was there at the start; no justified envy among those who were free to go; letting
 * one more of those held go would break a floor. Not safe to answer honestly.
 * Cost: one run of acceptance for everybody beyond the first ones, repeated while that frees somebody.
 */
export function acceptanceWithFloors(market: Market): FloorsResult {
  const state = startState(market);
  let placement = run(state);
  for (let freed = true; freed;) {
    freed = false;
    const waiting = Array.from(state.held);
    for (const person of waiting) {
      state.held.delete(person);
      const next = run(state);
      const isBroken = market.floors.some(
        (floor, at) => staffAfter(market, floor, next) < (state.limits[at] as number),
      );
      if (isBroken) {
        state.held.add(person);
      } else {
        placement = next;
        freed = true;
      }
    }
  }
  return { placement, held: [...state.held].sort((a, b) => a - b) };
}

interface FloorsState {
  readonly market: Market;
  /** Heads that have to be left at each floor. */
  readonly limits: readonly number[];
  /** Who may not leave a floor for the time being. */
  readonly held: Set<number>;
  /** Number of the floor of every post, -1 for none. */
  readonly floorOf: Int32Array;
}

/** Holds everybody except as many of each floor, best first, as may go whoever comes. */
function startState(market: Market): FloorsState {
  const limits = market.floors.map((floor) => Math.min(floor.heads, staffAtStart(market, floor)));
  const waiting = market.floors.flatMap((floor, at) =>
    candidates(market, floor).slice(staffAtStart(market, floor) - (limits[at] as number)),
  );
  const held = new Set(waiting);
  // One order for all floors, so that those who come first try first.
  const ordered = Array.from(orderEverybody(market)).filter((person) => held.has(person));
  return { market, limits, held: new Set(ordered), floorOf: floorsOfPosts(market) };
}

/** Who is held may still go to another post of the same floor. */
function run({ market, held, floorOf }: FloorsState): Placement {
  const { posts } = market.lists;
  return acceptance(
    keepEntries(market, (person, entry) => {
      if (!held.has(person)) return true;
      const own = personAt(market, person).ownPost;
      return floorOf[posts[entry] as number] === floorOf[own];
    }),
  );
}

function floorsOfPosts({ posts, floors }: Market): Int32Array {
  const floorOf = new Int32Array(posts.length).fill(-1);
  floors.forEach((floor, at) => {
    for (const post of floor.posts) floorOf[post] = at;
  });
  return floorOf;
}

/** Who keeps a post of the floor and wishes one outside, best first; who has to defend it or to go is not held by a floor. */
function candidates(market: Market, floor: MarketFloor): number[] {
  const posts = new Set(floor.posts);
  const { lists } = market;
  return Array.from(orderEverybody(market)).filter((person) => {
    const { ownPost, ownPostIs } = personAt(market, person);
    const list = lists.posts.subarray(lists.starts[person], lists.starts[person + 1]);
    return posts.has(ownPost) && ownPostIs === "keeps" && list.some((post) => !posts.has(post));
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
