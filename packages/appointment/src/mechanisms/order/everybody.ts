import type { Market } from "../../market/market.ts";
import { personAt } from "../../market/market.ts";
import { compareTies } from "./order.ts";

/**
 * Returns all people in one order by class, points, ties and lot, whatever they wish; points at single posts do not count.
 */
export function orderEverybody(market: Market): Int32Array {
  return Int32Array.from(market.people.keys()).sort((first, second) => {
    const a = personAt(market, first);
    const b = personAt(market, second);
    const byClass = a.priorityClass - b.priorityClass;
    if (byClass !== 0) return byClass;
    const byPoints = (b.points ?? 0) - (a.points ?? 0);
    return byPoints === 0 ? compareTies(market, first, second) : byPoints;
  });
}

/** Returns whom a post ranks by itself, best first: class, place, ties and lot. */
export function orderRanked(market: Market, post: number): Int32Array {
  const ranking = market.rankings.get(post);
  if (ranking === undefined) return new Int32Array(0);
  const places = new Map<number, number>();
  ranking.people.forEach((person, index) => places.set(person, ranking.places[index] as number));
  return ranking.people.slice().sort((first, second) => {
    const byClass = personAt(market, first).priorityClass - personAt(market, second).priorityClass;
    if (byClass !== 0) return byClass;
    const byPlace = (places.get(first) as number) - (places.get(second) as number);
    return byPlace === 0 ? compareTies(market, first, second) : byPlace;
  });
}
