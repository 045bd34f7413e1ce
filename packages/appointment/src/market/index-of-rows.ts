import type { MarketDocument } from "./document.ts";

/** The rows of a document by id; the first of several rows with one id. */
export interface RowIndex {
  readonly posts: ReadonlyMap<string, number>;
  readonly people: ReadonlyMap<string, number>;
  readonly rankedPosts: ReadonlySet<string>;
}

/** Indexes the rows of a document. */
export function indexRows(document: MarketDocument): RowIndex {
  return {
    posts: firstPlaces(document.posts.map((post) => post.id)),
    people: firstPlaces(document.people.map((person) => person.id)),
    rankedPosts: new Set(document.rankings.map((ranking) => ranking.post)),
  };
}

function firstPlaces(ids: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const [place, id] of ids.entries()) if (!places.has(id)) places.set(id, place);
  return places;
}

/** A wish with its fields, however it was written. */
export interface WishRow {
  readonly post: string;
  readonly points?: string | number | undefined;
  readonly priorityClass?: string | undefined;
}

/** Returns a wish as a record. */
export function wishRow(wish: MarketDocument["applications"][number]["wishes"][number]): WishRow {
  return typeof wish === "string" ? { post: wish } : wish;
}
