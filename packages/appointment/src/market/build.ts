import { compareText } from "@lungang/core";
import { parsePoints } from "@lungang/core/policy";
import { lotOf } from "../points/draw.ts";
import type { MarketDocument } from "./document.ts";
import type { WishRow } from "./index-of-rows.ts";
import { wishRow } from "./index-of-rows.ts";
import type {
  Market,
  MarketFloor,
  MarketPerson,
  MarketPost,
  PlacedPerson,
  PostRanking,
  PreferenceLists,
  TitleLimit,
} from "./market.ts";
import { NO_POST } from "./market.ts";

/** Positions of ids in the canonical order. */
interface Positions {
  readonly posts: ReadonlyMap<string, number>;
  readonly people: ReadonlyMap<string, number>;
}

/**
 * Builds the market of a document that was found right.
 *
 * Guarantees: the same market whatever the order of the rows in the document.
 * Cost: O(n log n) in rows, one hash a person where there is a seed.
 */
export function buildMarket(document: MarketDocument, classes: ReadonlyMap<string, number>): Market {
  const posts = sortedById(document.posts);
  const people = sortedById(document.people);
  const at = { posts: positions(posts), people: positions(people) };
  const rankings = buildRankings(document, at);
  const taken = takenHeads(document.placed);
  const market = {
    posts: posts.map((post) => buildPost(post, taken.get(post.id) ?? 0)),
    people: people.map((person) => buildPerson(person, document, { at, posts, classes })),
    rankings,
    placed: buildPlaced(document, at),
    floors: buildFloors(document, at),
    swaps: [...document.swaps].sort((a, b) => compareText(a.person, b.person)),
    titleLimits: buildTitleLimits(document),
    seed: document.seed,
  };
  return { ...market, lists: buildLists(document, market, { at, posts, classes }) };
}

function sortedById<T extends { readonly id: string }>(rows: readonly T[]): readonly T[] {
  return [...rows].sort((a, b) => compareText(a.id, b.id));
}

function positions(rows: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(rows.map((row, place) => [row.id, place]));
}

function takenHeads(placed: MarketDocument["placed"]): ReadonlyMap<string, number> {
  const taken = new Map<string, number>();
  for (const row of placed) if (row.occupies) taken.set(row.post, (taken.get(row.post) ?? 0) + 1);
  return taken;
}

function buildPost(post: MarketDocument["posts"][number], taken: number): MarketPost {
  return {
    id: post.id,
    school: post.school,
    township: post.township,
    kind: post.kind,
    stage: post.stage,
    subject: post.subject,
    office: post.office,
    capacity: (post.capacity ?? 0) - taken,
    offered: post.offered,
    notOfferedBecause: post.notOfferedBecause,
  };
}

interface Context {
  readonly at: Positions;
  readonly posts: readonly { readonly school: string }[];
  readonly classes: ReadonlyMap<string, number>;
}

function buildPerson(
  person: MarketDocument["people"][number],
  document: MarketDocument,
  context: Context,
): MarketPerson {
  const own = person.ownPost === undefined ? NO_POST : (context.at.posts.get(person.ownPost) ?? NO_POST);
  return {
    id: person.id,
    ownPost: own,
    ownPostIs: person.ownPostIs ?? document.ownPost,
    points: document.rankedBy === "draw" || person.points === undefined ? undefined : parsePoints(person.points),
    priorityClass: classPlace(person.priorityClass, context.classes),
    ties: person.ties.map((value) => parsePoints(value) ?? 0),
    lot: document.seed === undefined ? 0 : lotOf(document.seed, person.id),
    title: person.title,
    titleHome: own === NO_POST ? undefined : context.posts[own]?.school,
  };
}

function buildTitleLimits({ titlePosts, placed, posts }: MarketDocument): readonly TitleLimit[] {
  const schoolOf = new Map(posts.map(({ id, school }) => [id, school]));
  return [...titlePosts]
    .sort((a, b) => compareText(a.school, b.school) || compareText(a.level, b.level))
    .map(({ school, level, titles, posts: number, taken }) => {
      const set = new Set(titles ?? [level]);
      const isHolder = ({ post, title }: MarketDocument["placed"][number]) =>
        title !== undefined && set.has(title) && schoolOf.get(post) === school;
      return { school, level, titles: set, posts: number, taken: taken + placed.filter(isHolder).length };
    });
}

/** Who belongs to no class comes behind all classes. */
function classPlace(id: string | undefined, classes: ReadonlyMap<string, number>): number {
  return id === undefined ? classes.size : (classes.get(id) ?? classes.size);
}

function buildPlaced(document: MarketDocument, at: Positions): readonly PlacedPerson[] {
  return [...document.placed]
    .sort((a, b) => compareText(a.person, b.person))
    .map((row) => ({
      id: row.person,
      post: at.posts.get(row.post) ?? NO_POST,
      because: row.because,
      occupies: row.occupies,
    }));
}

function buildFloors(document: MarketDocument, at: Positions): readonly MarketFloor[] {
  return sortedById(document.floors).map((floor) => ({
    id: floor.id,
    posts: floor.posts.map((post) => at.posts.get(post) ?? NO_POST).sort((a, b) => a - b),
    heads: floor.heads,
  }));
}

function buildRankings(document: MarketDocument, at: Positions): ReadonlyMap<number, PostRanking> {
  const sorted = [...document.rankings].sort((a, b) => compareText(a.post, b.post));
  return new Map(sorted.map((ranking) => [at.posts.get(ranking.post) ?? NO_POST, buildRanking(ranking, at)]));
}

function buildRanking(ranking: MarketDocument["rankings"][number], at: Positions): PostRanking {
  const tiers = ranking.people.map((entry) =>
    (typeof entry === "string" ? [entry] : entry).map((id) => at.people.get(id) ?? 0).sort((a, b) => a - b),
  );
  return {
    people: Int32Array.from(tiers.flat()),
    places: Int32Array.from(tiers.flatMap((tier, place) => tier.map(() => place))),
  };
}

/** What the lists are made from: the market without them. */
type Unlisted = Omit<Market, "lists">;

function buildLists(document: MarketDocument, market: Unlisted, context: Context): PreferenceLists {
  const filed = new Map(document.applications.map((row) => [row.person, row.wishes.map(wishRow)]));
  const ranked = new Map([...market.rankings].map(([post, ranking]) => [post, new Set(ranking.people)]));
  const starts = new Int32Array(market.people.length + 1);
  const posts: number[] = [];
  const points: number[] = [];
  const classes: number[] = [];
  market.people.forEach((person, index) => {
    for (const wish of wishesOf(person, filed.get(person.id) ?? [], market)) {
      const post = context.at.posts.get(wish.post) ?? NO_POST;
      if (!isPossible(person, { post, isRanked: ranked.get(post)?.has(index) })) continue;
      posts.push(post);
      points.push((wish.points === undefined ? person.points : parsePoints(wish.points)) ?? 0);
      classes.push(
        wish.priorityClass === undefined ? person.priorityClass : classPlace(wish.priorityClass, context.classes),
      );
    }
    starts[index + 1] = posts.length;
  });
  return {
    starts,
    posts: Int32Array.from(posts),
    points: document.rankedBy === "draw" ? new Float64Array(points.length) : Float64Array.from(points),
    classes: Int32Array.from(classes),
  };
}

/** The own post closes the list, behind it nothing can come true where it is kept. */
function wishesOf(person: MarketPerson, wishes: readonly WishRow[], market: Unlisted): readonly WishRow[] {
  if (person.ownPost === NO_POST || person.ownPostIs === "leaves") return wishes;
  const own = (market.posts[person.ownPost] as MarketPost).id;
  const place = wishes.findIndex((wish) => wish.post === own);
  if (place < 0) return [...wishes, { post: own }];
  return person.ownPostIs === "keeps" ? wishes.slice(0, place + 1) : wishes;
}

function isPossible(
  person: MarketPerson,
  { post, isRanked }: { readonly post: number; readonly isRanked: boolean | undefined },
): boolean {
  if (post === NO_POST) return false;
  return isRanked !== false || (person.ownPost === post && person.ownPostIs === "keeps");
}
