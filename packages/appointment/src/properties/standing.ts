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

/** What puts somebody before somebody else: the first thing in which they differ. */
export type Advantage = "ownPost" | "priorityClass" | "ranking" | "points" | "tieKey" | "lot";

/** A person as he stands at a post. */
interface PersonAtPost {
  readonly person: number;
  readonly post: number;
}

/** Compares people at posts, and knows who keeps what; made once a check. */
export interface Judge {
  /** Whether the first comes before the second at the post; somebody who keeps it comes before everybody. */
  outranks(post: number, first: number, second: number): boolean;
  /** What puts the first before the second at the post; undefined where he does not come before him. */
  decidedBy(post: number, first: number, second: number): Advantage | undefined;
  /** Whether the first at one post comes before the second at another, whatever the posts rank by themselves. */
  comesBefore(first: PersonAtPost, second: PersonAtPost): boolean;
  /** Points of the person at the post, in ten-thousandths. */
  pointsAt(post: number, person: number): number;
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
  const decidedBy: Judge["decidedBy"] = (post, first, second) => {
    if (keeps(post, second)) return undefined;
    if (keeps(post, first)) return "ownPost";
    const places = ranked.get(post);
    const one = standing(market, { post, person: first, place: placeIn(places, first) });
    const other = standing(market, { post, person: second, place: placeIn(places, second) });
    return advantageOf(one, other, places !== undefined);
  };
  const pointsAt: Judge["pointsAt"] = (post, person) => pointsOfWish(market, post, person).points;
  return {
    keeps,
    decidedBy,
    pointsAt,
    outranks: (post, first, second) => decidedBy(post, first, second) !== undefined,
    comesBefore: (first, second) => {
      const [one, other] = [first, second].map((at) => standing(market, { ...at, place: undefined }));
      return advantageOf(one as Standing, other as Standing, false) !== undefined;
    },
  };
}

/** Place in the ranking of a post, behind everybody where it does not name the person; undefined without a ranking. */
function placeIn(places: ReadonlyMap<number, number> | undefined, person: number): number | undefined {
  return places === undefined ? undefined : (places.get(person) ?? Infinity);
}

/** Whose standing where, and the place in the ranking of the post if it has one. */
interface Question {
  readonly post: number;
  readonly person: number;
  readonly place: number | undefined;
}

/** Reads class and points of the wish where the person has one for the post, else those of the person. */
function standing(market: Market, { post, person, place }: Question): Standing {
  const { ties, lot } = market.people[person] as MarketPerson;
  const { points, priorityClass } = pointsOfWish(market, post, person);
  return { priorityClass, place: place ?? 0 - points, ties, lot, person };
}

function pointsOfWish({ people, lists }: Market, post: number, person: number) {
  const row = people[person] as MarketPerson;
  const from = lists.starts[person] as number;
  const within = lists.posts.subarray(from, lists.starts[person + 1]).indexOf(post);
  if (within < 0) return { points: row.points ?? 0, priorityClass: row.priorityClass };
  return { points: lists.points[from + within] as number, priorityClass: lists.classes[from + within] as number };
}

/** The first thing in which two differ, if it speaks for the first one. */
function advantageOf(one: Standing, other: Standing, isRanked: boolean): Advantage | undefined {
  if (one.priorityClass !== other.priorityClass) {
    return one.priorityClass < other.priorityClass ? "priorityClass" : undefined;
  }
  if (one.place !== other.place) {
    const by = isRanked ? "ranking" : "points";
    return one.place < other.place ? by : undefined;
  }
  return tieAdvantage(one, other);
}

function tieAdvantage(one: Standing, other: Standing): Advantage | undefined {
  const key = one.ties.findIndex((value, at) => value !== other.ties[at]);
  if (key >= 0) return (one.ties[key] as number) > (other.ties[key] as number) ? "tieKey" : undefined;
  const isFirst = one.lot === other.lot ? one.person < other.person : one.lot < other.lot;
  return isFirst ? "lot" : undefined;
}
