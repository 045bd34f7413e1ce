import type { MarketDocument } from "./document.ts";

/** Position of a post that is no post: nobody's own post, or unplaced. */
export const NO_POST = -1;

/** Kind of a post: management, teaching, support, logistics or dormitory. */
export type PostKind = MarketDocument["posts"][number]["kind"];
/** What a holder may expect of the own post: `keeps` it, defends it by rank (`contested`), or `leaves`. */
export type OwnPostRight = "keeps" | "contested" | "leaves";
/** Why somebody has a post before anybody competes. */
export type PlacedReason = MarketDocument["placed"][number]["because"];

/** A post of a market. */
export interface MarketPost {
  readonly id: string;
  readonly school: string;
  readonly township: string | undefined;
  readonly kind: PostKind;
  readonly stage: string | undefined;
  readonly subject: string | undefined;
  /** What the holder is, in a management post: names it, decides nothing. */
  readonly office?: string | undefined;
  /** Heads for the people of the market: those of the post less those who were placed beforehand. */
  readonly capacity: number;
  readonly offered: boolean;
  /** Why nobody may apply; undefined where nobody said. */
  readonly notOfferedBecause: string | undefined;
}

/** A person who takes part in a market. */
export interface MarketPerson {
  readonly id: string;
  /** Position of the post held, {@link NO_POST} for none. */
  readonly ownPost: number;
  readonly ownPostIs: OwnPostRight;
  /** Ten-thousandths of a point; undefined where points are not used. */
  readonly points: number | undefined;
  /** Place of the priority class, 0 first. */
  readonly priorityClass: number;
  /** Ten-thousandths; a larger value is better, an earlier key counts first. */
  readonly ties: readonly number[];
  /** Lot in the public draw, the smaller first; 0 for everybody where the market has no seed. */
  readonly lot: number;
  /** Professional title; undefined where no title post is asked for. */
  readonly title: string | undefined;
  /** School at which a title post is held at the start, and kept by who has no post yet; undefined for none. */
  readonly titleHome: string | undefined;
}

/**
 * Preference lists, flat.
 *
 * Shapes: `starts` has one entry a person and one more; person i has the entries `starts[i]` to `starts[i + 1] - 1`, best first.
 */
export interface PreferenceLists {
  readonly starts: Int32Array;
  /** Position of the post of every entry. */
  readonly posts: Int32Array;
  /** Ten-thousandths of a point at this post. */
  readonly points: Float64Array;
  /** Place of the priority class at this post. */
  readonly classes: Int32Array;
}

/** The order in which a post ranks people by itself. */
export interface PostRanking {
  /** Positions of people, best first. */
  readonly people: Int32Array;
  /** Place of each of them; equal places are a tie. */
  readonly places: Int32Array;
}

/** Somebody who has a post before anybody competes. */
export interface PlacedPerson {
  readonly id: string;
  readonly post: number;
  readonly because: PlacedReason;
  readonly occupies: boolean;
}

/** Heads that must stay at some posts together. */
export interface MarketFloor {
  readonly id: string;
  readonly posts: readonly number[];
  readonly heads: number;
}

/** Somebody who names the person to change posts with. */
export interface SwapProposal {
  readonly person: string;
  readonly partner: string;
  /** Whether the school of the person agrees. */
  readonly schoolAgrees: boolean;
}

/** Title posts of a level at a school. */
export interface TitleLimit {
  readonly school: string;
  readonly level: string;
  readonly titles: ReadonlySet<string>;
  readonly posts: number;
  /** Posts held by people who do not compete. */
  readonly taken: number;
}

/**
 * A market that was read and found right: what mechanisms run on and checkers read.
 *
 * Posts and people stand in the order of their ids, whatever the order of the rows was. The post that a person holds
 * ends the list, unless the person has to leave it; wishes that cannot come true (posts that do not rank the person)
 * are not in it.
 */
export interface Market {
  readonly posts: readonly MarketPost[];
  readonly people: readonly MarketPerson[];
  readonly lists: PreferenceLists;
  /** By position of the post; a post without one ranks by class, points, ties and the draw. */
  readonly rankings: ReadonlyMap<number, PostRanking>;
  readonly placed: readonly PlacedPerson[];
  readonly floors: readonly MarketFloor[];
  /** In the order of people; at most one a person. */
  readonly swaps: readonly SwapProposal[];
  /** In the order of schools and levels. */
  readonly titleLimits: readonly TitleLimit[];
  readonly seed: string | undefined;
}

/** Where everybody is: one entry a person of the market, the position of a post or {@link NO_POST}. */
export type Placement = Int32Array;

/** Returns the positions of the posts that a person wishes, best first, the own post included. */
export function listOf({ lists }: Market, person: number): Int32Array {
  return lists.posts.subarray(lists.starts[person], lists.starts[person + 1]);
}

/** Returns the post at a position. */
export function postAt(market: Market, post: number): MarketPost {
  return market.posts[post] as MarketPost;
}

/** Returns the person at a position. */
export function personAt(market: Market, person: number): MarketPerson {
  return market.people[person] as MarketPerson;
}

/** Returns whether the person holds the post and cannot be sent from it. */
export function keepsPost(market: Market, person: number, post: number): boolean {
  const { ownPost, ownPostIs } = personAt(market, person);
  return ownPost === post && ownPostIs === "keeps";
}
