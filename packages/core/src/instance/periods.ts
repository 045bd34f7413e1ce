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
