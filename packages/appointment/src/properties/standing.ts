import type { Market, MarketPerson } from "../market/market.ts";

/** What a post compares somebody by, written out for one person and one post. */
interface Standing {
  readonly priorityClass: number;
  /** Smaller is better: place in the ranking of the post, or points turned round. */
  readonly place: number;
  readonly ties: readonly number[];
  readonly lot: number;
  readonly person: number;
}

/** Compares people at posts, and knows who keeps what; made once a check. */
export interface Judge {
  /** Whether the first comes before the second at the post; somebody who keeps it comes before everybody. */
  outranks(post: number, first: number, second: number): boolean;
  /** Whether the person holds the post at the start and keeps it. */
  keeps(post: number, person: number): boolean;
}

/** Returns what compares people by the words of the market alone, without any order that a mechanism made. */
export function judgeOf(market: Market): Judge {
  const ranked = new Map<number, ReadonlyMap<number, number>>();
  for (const [post, ranking] of market.rankings) {
    ranked.set(post, new Map(Array.from(ranking.people, (person, at) => [person, ranking.places[at] as number])));
  }
  const keeps = (post: number, person: number): boolean => {
    const row = market.people[person];
    return row?.ownPost === post && row.ownPostIs === "keeps";
  };
  return {
    keeps,
    outranks(post, first, second) {
      if (keeps(post, second)) return false;
      if (keeps(post, first)) return true;
      const one = standing(market, { post, person: first, place: ranked.get(post)?.get(first) });
      return comesBefore(one, standing(market, { post, person: second, place: ranked.get(post)?.get(second) }));
    },
  };
}

/** Whose standing where, and the place in the ranking of the post if it has one. */
interface Question {
  readonly post: number;
  readonly person: number;
  readonly place: number | undefined;
}

/** Reads class and points of the wish where the person has one for the post, else those of the person. */
function standing({ people, lists }: Market, { post, person, place }: Question): Standing {
  const row = people[person] as MarketPerson;
  const from = lists.starts[person] as number;
  const within = lists.posts.subarray(from, lists.starts[person + 1]).indexOf(post);
  const isWished = within >= 0;
  const points = isWished ? (lists.points[from + within] as number) : (row.points ?? 0);
  return {
    priorityClass: isWished ? (lists.classes[from + within] as number) : row.priorityClass,
    place: place ?? 0 - points,
    ties: row.ties,
    lot: row.lot,
    person,
  };
}

function comesBefore(one: Standing, other: Standing): boolean {
  if (one.priorityClass !== other.priorityClass) return one.priorityClass < other.priorityClass;
  if (one.place !== other.place) return one.place < other.place;
  for (const [key, value] of one.ties.entries()) {
    const against = other.ties[key] as number;
    if (value !== against) return value > against;
  }
  return one.lot === other.lot ? one.person < other.person : one.lot < other.lot;
}
