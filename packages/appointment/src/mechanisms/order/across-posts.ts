import type { Market } from "../../market/market.ts";
import { compareTies } from "./order.ts";

/** Class and points of two entries of the lists, at whatever posts; negative if the first stands before the second. */
export function compareStanding({ lists }: Market, a: number, b: number): number {
  const byClass = (lists.classes[a] as number) - (lists.classes[b] as number);
  return byClass === 0 ? (lists.points[b] as number) - (lists.points[a] as number) : byClass;
}

/** Compares two entries by class, points, ties and draw, whatever the posts rank by. */
export function compareEntries(market: Market, personOf: Int32Array, [a, b]: readonly [number, number]): number {
  const byStanding = compareStanding(market, a, b);
  return byStanding === 0 ? compareTies(market, personOf[a] as number, personOf[b] as number) : byStanding;
}

/** Returns the person of every entry of the lists. */
export function personsOfEntries({ lists, people }: Market): Int32Array {
  const personOf = new Int32Array(lists.posts.length);
  people.forEach((_, person) => personOf.fill(person, lists.starts[person], lists.starts[person + 1]));
  return personOf;
}
