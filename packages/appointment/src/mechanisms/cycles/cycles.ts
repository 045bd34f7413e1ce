import type { Market, Placement } from "../../market/market.ts";
import { NO_POST, personAt } from "../../market/market.ts";
import { orderEverybody } from "../order/everybody.ts";
import type { Circle, CyclesOptions, CyclesResult, CyclesState } from "./circle.ts";
import { findCircle } from "./find-circle.ts";

/**
 * Moves people in circles in which everybody gets a post he prefers to his own (S8).
 *
 * In the order of class, points, ties and lot everybody gets the best wish for which a circle of at most `longest`
 * people is left, the shortest one among several.
 *
 * Guarantees: nobody below the own post; no circle or chain within the limit is left among those who stayed. Not the
 * largest number of moves, which is another question, and not safe to answer honestly.
 *
 * @throws {RangeError} if `longest` is no integer of at least 1
 */
export function cycles(market: Market, options: CyclesOptions): CyclesResult {
  if (!Number.isInteger(options.longest) || options.longest < 1) {
    throw new RangeError(`Cannot look for circles: longest must be an integer of at least 1, is ${options.longest}`);
  }
  const state = startState(market, options);
  const placement = Int32Array.from(market.people, (person) =>
    person.ownPostIs === "leaves" ? NO_POST : person.ownPost,
  );
  const circles: Circle[] = [];
  // A chain frees a place, which may open one for somebody who found none before.
  for (let found = 1; found > 0;) {
    found = 0;
    for (const person of orderEverybody(market)) {
      const circle = state.hasMoved[person] === 1 ? undefined : bestCircle(state, person);
      if (circle === undefined) continue;
      move(state, circle, placement);
      circles.push(circle);
      found++;
    }
  }
  return { placement, circles };
}

function startState(market: Market, options: CyclesOptions): CyclesState {
  const holders: number[][] = market.posts.map(() => []);
  market.people.forEach(({ ownPost, ownPostIs }, person) => {
    if (ownPost !== NO_POST && ownPostIs !== "leaves") holders[ownPost]?.push(person);
  });
  return {
    market,
    options,
    holders,
    hasMoved: new Uint8Array(market.people.length),
    free: Int32Array.from(market.posts, (post, at) => Math.max(0, post.capacity - (holders[at]?.length ?? 0))),
  };
}

function bestCircle(state: CyclesState, person: number): Circle | undefined {
  const { lists } = state.market;
  const own = personAt(state.market, person).ownPost;
  for (let entry = lists.starts[person] as number; entry < (lists.starts[person + 1] as number); entry++) {
    const post = lists.posts[entry] as number;
    if (post === own) return undefined;
    const circle = findCircle(state, person, post);
    if (circle !== undefined) return circle;
  }
  return undefined;
}

function move(state: CyclesState, { people, posts }: Circle, placement: Placement): void {
  people.forEach((person, at) => {
    placement[person] = posts[at] as number;
    state.hasMoved[person] = 1;
  });
  const first = personAt(state.market, people[0] as number);
  const last = posts[posts.length - 1] as number;
  const isHeld = first.ownPost !== NO_POST && first.ownPostIs !== "leaves";
  if (isHeld && last === first.ownPost) return;
  state.free[last] = (state.free[last] as number) - 1;
  if (isHeld) state.free[first.ownPost] = (state.free[first.ownPost] as number) + 1;
}
