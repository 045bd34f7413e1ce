import type { Market, Placement } from "../market/market.ts";

/**
 * Returns who may be where he was because a floor keeps him: he has his own post at a floor that has no more people than it
 * needs, so that his going would break it. A list made by hand does not say whom a floor held.
 */
export function heldByFloors(market: Market, placement: Placement): readonly number[] {
  return market.floors.flatMap((floor) => {
    const isIn = new Set(floor.posts);
    const fixed = market.placed.filter((row) => row.occupies && isIn.has(row.post)).length;
    const there = Array.from(placement.keys()).filter((person) => isIn.has(placement[person] as number));
    if (fixed + there.length > floor.heads) return [];
    return there.filter((person) => market.people[person]?.ownPost === placement[person]);
  });
}
