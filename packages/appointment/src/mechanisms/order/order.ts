import type { Market, PostRanking } from "../../market/market.ts";
import { keepsPost, personAt } from "../../market/market.ts";

/** Rank of somebody who keeps the post: before all who apply for it. */
export const KEEPER = -1;

/**
 * The order of the applicants of every post, flat.
 *
 * Shapes: post p has the places `starts[p]` to `starts[p + 1] - 1` of `entries`, best first: those who keep the post,
 * then the others by class, ranking of the post or points, ties and lot. `ranks` has one rank an entry of the lists.
 */
export interface PostOrder {
  readonly starts: Int32Array;
  /** Entries of the preference lists. */
  readonly entries: Int32Array;
  readonly ranks: Int32Array;
  /** Person of every entry of the lists. */
  readonly personOf: Int32Array;
}

/**
 * Ranks the applicants of every post.
 *
 * Cost: one sort a post; flat in memory.
 */
export function orderApplicants(market: Market): PostOrder {
  const personOf = owners(market);
  const { starts, entries } = entriesByPost(market);
  const compare = entryComparator(market, personOf);
  const ranks = new Int32Array(entries.length);
  for (let post = 0; post < market.posts.length; post++) {
    const bucket = entries.subarray(starts[post], starts[post + 1]).sort(compare);
    let rank = 0;
    for (const entry of bucket) {
      const keeps = keepsPost(market, personOf[entry] as number, post);
      ranks[entry] = keeps ? KEEPER : rank++;
    }
  }
  return { starts, entries, ranks, personOf };
}

function owners({ lists }: Market): Int32Array {
  const personOf = new Int32Array(lists.posts.length);
  for (let person = 0; person + 1 < lists.starts.length; person++) {
    personOf.fill(person, lists.starts[person], lists.starts[person + 1]);
  }
  return personOf;
}

/** Sorts entries by post with one counting pass. */
function entriesByPost({ lists, posts }: Market): { starts: Int32Array; entries: Int32Array } {
  const starts = new Int32Array(posts.length + 1);
  for (const post of lists.posts) starts[post + 1] = (starts[post + 1] as number) + 1;
  for (let post = 0; post < posts.length; post++) {
    starts[post + 1] = (starts[post + 1] as number) + (starts[post] as number);
  }
  const next = starts.slice();
  const entries = new Int32Array(lists.posts.length);
  lists.posts.forEach((post, entry) => {
    entries[next[post] as number] = entry;
    next[post] = (next[post] as number) + 1;
  });
  return { starts, entries };
}

/** Compares two entries of one post; ties keys and lots are the last words, positions only where lots collide. */
function entryComparator(market: Market, personOf: Int32Array): (a: number, b: number) => number {
  const places = entryPlaces(market);
  const { classes, posts } = market.lists;
  return (a, b) => {
    const first = personOf[a] as number;
    const second = personOf[b] as number;
    const post = posts[a] as number;
    const keeps = Number(keepsPost(market, second, post)) - Number(keepsPost(market, first, post));
    if (keeps !== 0) return keeps;
    const byClass = (classes[a] as number) - (classes[b] as number);
    if (byClass !== 0) return byClass;
    const byPlace = (places[a] as number) - (places[b] as number);
    return byPlace === 0 ? compareTies(market, first, second) : byPlace;
  };
}

/** Place of every entry at its post, smaller is better: the post's own ranking, or points turned round. */
function entryPlaces({ lists, rankings, people }: Market): Float64Array {
  const places = Float64Array.from(lists.points, (points) => -points);
  if (rankings.size === 0) return places;
  const ranked = new Map([...rankings].map(([post, ranking]) => [post, placesOf(ranking)]));
  for (let person = 0; person < people.length; person++) {
    for (let entry = lists.starts[person] as number; entry < (lists.starts[person + 1] as number); entry++) {
      const place = ranked.get(lists.posts[entry] as number)?.get(person);
      if (place !== undefined) places[entry] = place;
    }
  }
  return places;
}

function placesOf(ranking: PostRanking): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  ranking.people.forEach((person, index) => places.set(person, ranking.places[index] as number));
  return places;
}

/** Compares two people by their tie keys and lots. */
export function compareTies(market: Market, first: number, second: number): number {
  const a = personAt(market, first);
  const b = personAt(market, second);
  for (let key = 0; key < a.ties.length; key++) {
    const difference = (b.ties[key] as number) - (a.ties[key] as number);
    if (difference !== 0) return difference;
  }
  return a.lot - b.lot || first - second;
}
