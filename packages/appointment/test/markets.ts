import fc from "fast-check";
import type { Checked } from "@lungang/core";
import type { MarketInput } from "../src/market/document.ts";
import { loadMarket } from "../src/market/load.ts";
import type { Market, Placement } from "../src/market/market.ts";

/** The value of something checked that has to be right. */
export function valueOf<T>(read: Checked<T>): T {
  if (!read.ok) throw new Error(read.issues.map((issue) => `${issue.code} at ${issue.path?.join(".")}`).join("; "));
  return read.value;
}

/** Reads a market that has to be right. */
export function marketOf(input: Omit<MarketInput, "format">): Market {
  return valueOf(loadMarket({ format: "lungang-market-1", ...input }));
}

/** A placement by ids; null for nobody's post. */
export function byId(market: Market, placement: Placement): Readonly<Record<string, string | null>> {
  return Object.fromEntries(
    market.people.map((person, at) => [person.id, market.posts[placement[at] as number]?.id ?? null]),
  );
}

/** A post of a school of its own. */
export function post(id: string, capacity = 1): MarketInput["posts"][number] {
  return { id, school: `S-${id}`, capacity };
}

/** What random markets are made of. */
export interface MarketShape {
  readonly people: number;
  readonly posts: number;
  readonly rankings?: boolean;
  /** Nobody holds a post. */
  readonly noOwnPosts?: boolean;
  readonly floors?: boolean;
  /** Everybody wishes all posts, and every post ranks everybody. */
  readonly complete?: boolean;
}

/** Random markets: own posts that are kept, contested or left, few different points, rankings with ties. */
export function marketArbitrary(shape: MarketShape): fc.Arbitrary<MarketInput> {
  const postIds = Array.from({ length: shape.posts }, (_, at) => `P${at}`);
  const personIds = Array.from({ length: shape.people }, (_, at) => `T${at}`);
  const own =
    shape.noOwnPosts === true ? fc.constant(undefined) : fc.option(fc.constantFrom(...postIds), { nil: undefined });
  const people = fc.tuple(
    ...personIds.map((id) =>
      fc.record({
        id: fc.constant(id),
        own,
        right: fc.constantFrom("keeps" as const, "keeps" as const, "contested" as const, "leaves" as const),
        points: fc.integer({ min: 0, max: 5 }),
        wishes: fc.shuffledSubarray(postIds, shape.complete === true ? { minLength: postIds.length } : {}),
      }),
    ),
  );
  const capacities = fc.tuple(...postIds.map(() => fc.integer({ min: 0, max: 2 })));
  const names = fc.shuffledSubarray(personIds, shape.complete === true ? { minLength: personIds.length } : {});
  const ranked = fc.tuple(
    ...postIds.map(() => (shape.complete === true ? names : fc.option(names, { nil: undefined }))),
  );
  return fc
    .record({ people, capacities, ranked, floor: fc.integer({ min: 0, max: 3 }), seed: fc.nat() })
    .map((drawn) => ({
      format: "lungang-market-1" as const,
      seed: `seed ${drawn.seed}`,
      posts: postIds.map((id, at) => ({ id, school: id, capacity: drawn.capacities[at] as number })),
      people: drawn.people.map(({ id, own: held, right, points }) => ({
        id,
        points,
        ...(held === undefined ? {} : { ownPost: held, ownPostIs: right }),
      })),
      applications: drawn.people.map(({ id, own: held, right, wishes }) => ({
        person: id,
        wishes: held !== undefined && right === "leaves" ? wishes.filter((wish) => wish !== held) : wishes,
      })),
      rankings:
        shape.rankings === true
          ? postIds.flatMap((id, at) => {
              const ranking = drawn.ranked[at];
              return ranking === undefined ? [] : [{ post: id, people: tied(ranking) }];
            })
          : [],
      floors: shape.floors === true ? [{ id: "F", posts: postIds.slice(0, 2), heads: drawn.floor }] : [],
    }));
}

/** Ties the second and the third name of a ranking. */
function tied(names: readonly string[]): (string | string[])[] {
  return names.length < 3
    ? [...names]
    : [names[0] as string, [names[1] as string, names[2] as string], ...names.slice(3)];
}

/** Rows of a market in another order. */
export function shuffled(input: MarketInput, by: number): MarketInput {
  const turn = <T>(rows: readonly T[]): T[] => rows.map((_, at) => rows[(at * 7 + by) % rows.length] as T);
  const mixed = <T>(rows: readonly T[] | undefined): T[] => {
    const turned = turn(rows ?? []);
    return new Set(turned).size === turned.length ? turned : [...(rows ?? [])].reverse();
  };
  return {
    ...input,
    posts: mixed(input.posts),
    people: mixed(input.people),
    applications: mixed(input.applications),
    rankings: mixed(input.rankings),
  };
}

/** The market in which every post has at least as many heads as people who keep it. */
export function withoutOverfull(input: MarketInput): MarketInput {
  const keepers = (id: string): number =>
    input.people.filter((row) => row.ownPost === id && (row.ownPostIs ?? input.ownPost ?? "keeps") === "keeps").length;
  return {
    ...input,
    posts: input.posts.map((row) => ({ ...row, capacity: Math.max(row.capacity ?? 0, keepers(row.id)) })),
  };
}

/** Random markets of two schools, with titles and posts of one level. */
export function titledMarket(shape: MarketShape & { readonly most: number }): fc.Arbitrary<MarketInput> {
  const { people, most } = shape;
  return fc
    .tuple(
      marketArbitrary(shape),
      fc.array(fc.constantFrom("senior", "junior"), { minLength: people, maxLength: people }),
      fc.tuple(fc.integer({ min: 0, max: most }), fc.integer({ min: 0, max: most })),
    )
    .map(([input, titles, posts]) => {
      const schools = ["S", "T"];
      return {
        ...input,
        posts: input.posts.map((row, at) => ({ ...row, school: schools[at % 2] as string })),
        people: input.people.map((row, at) => ({ ...row, title: titles[at] as string })),
        titlePosts: schools.map((school, at) => ({ school, level: "senior", posts: posts[at] as number })),
      };
    });
}

/**
 * x, w and y drive each other out of S and Z for ever: y at S needs x to stay away; then w, whom y drives out, drives x back,
 * who holds the post of the level.
 */
export const TITLE_CIRCLE: MarketInput = {
  format: "lungang-market-1",
  posts: ["own", "B", "Z"].map((id) => ({ id, school: id === "Z" ? "Z" : "S", capacity: 1 })),
  people: [
    { id: "x", points: 10, ownPost: "own", title: "senior" },
    { id: "w", points: 20, title: "junior" },
    { id: "y", points: 30, title: "senior" },
  ],
  applications: [
    { person: "x", wishes: ["Z"] },
    { person: "w", wishes: ["B", "Z"] },
    { person: "y", wishes: ["B"] },
  ],
  titlePosts: [{ school: "S", level: "senior", posts: 1 }],
};
