import type { Post } from "./school.ts";

/**
 * Periods a week that a cell needs, and how many of them one person in a whole post teaches.
 *
 * @public
 */
export interface Periods {
  readonly needed: number;
  readonly fullLoad: number;
  /** Whether the heads of the posts come from the periods: none of the posts states heads of its own. */
  readonly giveHeads: boolean;
}

/** Returns the periods of posts together, or undefined where there is none, one states none or full loads differ. */
export function periodsOfPosts(posts: readonly Post[]): Periods | undefined {
  let needed = 0;
  let fullLoad: number | undefined;
  for (const post of posts) {
    if (post.periodsPerWeek === undefined || post.fullLoad === undefined) return undefined;
    if (fullLoad !== undefined && fullLoad !== post.fullLoad) return undefined;
    needed += post.periodsPerWeek;
    fullLoad = post.fullLoad;
  }
  const giveHeads = posts.every(({ capacity }) => capacity === undefined);
  return fullLoad === undefined ? undefined : { needed, fullLoad, giveHeads };
}

/**
 * Returns the periods a week that are left for the last head of a cell where the others teach full loads: what somebody who
 * comes to it teaches there at least, so that what lies between it and a full load is to spare.
 *
 * @param demand - heads that the posts of the cell state; asked only where they state them
 */
export function restOfLast({ needed, fullLoad, giveHeads }: Periods, demand: number): number {
  const heads = Math.max(1, giveHeads ? Math.ceil(needed / fullLoad) : demand);
  return Math.min(fullLoad, Math.max(0, needed - fullLoad * (heads - 1)));
}
