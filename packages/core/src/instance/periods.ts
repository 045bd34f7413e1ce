import type { Cell } from "./cells.ts";
import type { Instance } from "./instance.ts";
import type { Post } from "./school.ts";

/** Periods a week that a cell needs, and how many of them one person in a whole post teaches. */
export interface Periods {
  readonly needed: number;
  readonly fullLoad: number;
}

const known = new WeakMap<Instance, ReadonlyMap<string, Post>>();

function postsById(instance: Instance): ReadonlyMap<string, Post> {
  const posts = known.get(instance) ?? new Map(instance.posts.map((post) => [post.id, post]));
  known.set(instance, posts);
  return posts;
}

/** Returns the periods of a cell, or undefined where a post of it states none or full loads differ. */
export function periodsOfCell(instance: Instance, cell: Cell): Periods | undefined {
  const posts = postsById(instance);
  let needed = 0;
  let fullLoad: number | undefined;
  for (const id of cell.posts) {
    const post = posts.get(id);
    if (post?.periodsPerWeek === undefined || post.fullLoad === undefined) return undefined;
    if (fullLoad !== undefined && fullLoad !== post.fullLoad) return undefined;
    needed += post.periodsPerWeek;
    fullLoad = post.fullLoad;
  }
  return fullLoad === undefined ? undefined : { needed, fullLoad };
}
