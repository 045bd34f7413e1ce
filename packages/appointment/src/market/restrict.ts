import type { Market, PreferenceLists } from "./market.ts";
import { NO_POST } from "./market.ts";

/** Returns the market with the entries of the lists for which the question is answered with yes. */
export function keepEntries(market: Market, isKept: (person: number, entry: number) => boolean): Market {
  const { lists, people } = market;
  const starts = new Int32Array(people.length + 1);
  const kept = new Int32Array(lists.posts.length);
  let count = 0;
  for (let person = 0; person < people.length; person++) {
    for (let entry = lists.starts[person] as number; entry < (lists.starts[person + 1] as number); entry++) {
      if (isKept(person, entry)) kept[count++] = entry;
    }
    starts[person + 1] = count;
  }
  return { ...market, lists: pick(lists, starts, kept.subarray(0, count)) };
}

function pick(lists: PreferenceLists, starts: Int32Array, kept: Int32Array): PreferenceLists {
  return {
    starts,
    posts: kept.map((entry) => lists.posts[entry] as number),
    classes: kept.map((entry) => lists.classes[entry] as number),
    points: Float64Array.from(kept, (entry) => lists.points[entry] as number),
  };
}

/** Returns the market in which everybody who defends the own post keeps it: for rules in which nobody competes for posts. */
export function withKeptPosts(market: Market): Market {
  const people = market.people.map((person) =>
    person.ownPostIs === "contested" ? { ...person, ownPostIs: "keeps" as const } : person,
  );
  return cutBehindOwnPost({ ...market, people });
}

/**
 * Returns the market in which every post has a place for everybody who keeps it: for rules that trade places, where an
 * overfull post stays as full as it is and takes one for one.
 */
export function withHeldPlaces(market: Market): Market {
  const keepers = new Int32Array(market.posts.length);
  for (const { ownPost, ownPostIs } of market.people) {
    if (ownPost !== NO_POST && ownPostIs === "keeps") keepers[ownPost] = (keepers[ownPost] as number) + 1;
  }
  const posts = market.posts.map((post, at) => ({ ...post, capacity: Math.max(post.capacity, keepers[at] as number) }));
  return { ...market, posts };
}

/** Wishes behind a post that is kept are never used. */
function cutBehindOwnPost(market: Market): Market {
  const { lists, people } = market;
  const ends = people.map(({ ownPost, ownPostIs }, person) => {
    const own = lists.posts.subarray(lists.starts[person], lists.starts[person + 1]).indexOf(ownPost);
    const end = lists.starts[person + 1] as number;
    return ownPostIs === "keeps" && own >= 0 ? (lists.starts[person] as number) + own + 1 : end;
  });
  return keepEntries(market, (person, entry) => entry < (ends[person] as number));
}
