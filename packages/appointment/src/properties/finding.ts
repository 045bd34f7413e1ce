import type { Text } from "@lungang/core";
import type { Market, Placement } from "../market/market.ts";

/** What a rule can claim of its result. */
export type PropertyName =
  | "seatsKept"
  | "onlyWished"
  | "ownPostKept"
  | "noJustifiedEnvy"
  | "noWaste"
  | "noBlockingPair"
  | "noImprovingTrade"
  | "noShortCircle"
  | "onlyShortCircles"
  | "floorsHold"
  | "fairAmongFree"
  | "examinationOrder"
  | "onlyNamedSwaps"
  | "agreedSwapsMade"
  | "titlesKept";

/** A place at which a property does not hold. */
export interface PropertyFinding {
  readonly property: PropertyName;
  /** Ids of the people concerned, who is wronged first. */
  readonly people: readonly string[];
  /** Ids of the posts concerned. */
  readonly posts: readonly string[];
  readonly text: Text;
}

/** What people and posts are called in sentences. */
export interface ReasonNames {
  /** @defaultValue the id */
  readonly person?: (id: string) => string;
  /** @defaultValue the id */
  readonly post?: (id: string) => string;
  /** What a post is called to the person whom a sentence is about. @defaultValue as to others */
  readonly postToPerson?: (id: string) => string;
}

/** What a property is checked on. */
export interface PropertyQuestion {
  readonly market: Market;
  readonly placement: Placement;
  /** Most people in a circle, for `noShortCircle`. @defaultValue 2 */
  readonly longest?: number;
  /** Whether a chain may end at a free place, for `noShortCircle`. @defaultValue "none" */
  readonly vacancies?: "none" | "chains";
  /** Positions of people whom a floor kept where they are, for `fairAmongFree`. @defaultValue nobody */
  readonly held?: readonly number[];
  /** What people and posts are called in the findings; by their ids without it. */
  readonly names?: ReasonNames;
}

/** Who is at a post. */
export type Occupants = readonly (readonly number[])[];

/** Returns who is at every post: one list a post, positions of people ascending. */
export function occupantsOf({ market, placement }: PropertyQuestion): Occupants {
  const lists: number[][] = market.posts.map(() => []);
  placement.forEach((post, person) => {
    if (post >= 0) lists[post]?.push(person);
  });
  return lists;
}

/** Returns the posts that a person would rather have than what he got, best first. */
export function preferredPosts({ market, placement }: PropertyQuestion, person: number): readonly number[] {
  const { starts, posts } = market.lists;
  const wishes = Array.from(posts.subarray(starts[person], starts[person + 1]));
  const got = wishes.indexOf(placement[person] as number);
  // Who got something that is not on the list is looked at as if unplaced; onlyWished reports it.
  return got < 0 ? wishes : wishes.slice(0, got);
}

/** Id of a person. */
export function personId({ market }: PropertyQuestion, person: number): string {
  return market.people[person]?.id ?? String(person);
}

/** Id of a post. */
export function postId({ market }: PropertyQuestion, post: number): string {
  return market.posts[post]?.id ?? String(post);
}

/** What a person is called in a sentence. */
export function personName({ names }: { readonly names?: ReasonNames | undefined }, id: string): string {
  return names?.person?.(id) ?? id;
}

/** What a post is called in a sentence. */
export function postName({ names }: PropertyQuestion, id: string): string {
  return names?.post?.(id) ?? id;
}
