import fc from "fast-check";
import type { Checked } from "@lungang/core";
import type { MarketInput } from "../src/market/document.ts";
import { loadMarket } from "../src/market/load.ts";
import type { Market, Placement } from "../src/market/market.ts";
import type { RoundsResult } from "../src/rounds/run-rounds.ts";
import type { RoundStep } from "../src/rounds/verify-rounds.ts";

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

/** Posts of two schools and of one beside them. */
export const TIGHT_POSTS = ["S1", "S2", "T1", "T2", "Z1"];

/** Two schools with one post of a level at most and a third without any, one head a post, people who hold one or none. */
export const tightMarket: fc.Arbitrary<MarketInput> = fc
  .record({
    owns: fc.shuffledSubarray([...TIGHT_POSTS, undefined, undefined], { minLength: 5, maxLength: 5 }),
    titles: fc.array(fc.constantFrom("senior", "senior", "junior"), { minLength: 5, maxLength: 5 }),
    wishes: fc.array(fc.shuffledSubarray(TIGHT_POSTS, { minLength: 1, maxLength: 3 }), { minLength: 5, maxLength: 5 }),
    points: fc.shuffledSubarray([10, 20, 30, 40, 50], { minLength: 5, maxLength: 5 }),
    levels: fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 1 })),
  })
  .map(({ owns, titles, wishes, points, levels }) => ({
    format: "lungang-market-1" as const,
    posts: TIGHT_POSTS.map((id) => ({ id, school: id.charAt(0), capacity: 1 })),
    people: owns.map((ownPost, at) => ({
      id: `p${at}`,
      points: points[at] as number,
      title: titles[at] as string,
      ...(ownPost === undefined ? {} : { ownPost }),
    })),
    applications: wishes.map((list, at) => ({ person: `p${at}`, wishes: list })),
    titlePosts: ["S", "T"].map((school, at) => ({ school, level: "senior", posts: levels[at] as number })),
  }));

/** p3 has to be kept from S1 by p1, so that he takes T2 and the level of T stops p0 and p4: the rule alone does not find it. */
export const MISSED: MarketInput = {
  format: "lungang-market-1",
  posts: TIGHT_POSTS.map((id) => ({ id, school: id.charAt(0), capacity: 1 })),
  people: [
    { id: "p0", points: 10, title: "senior", ownPost: "Z1" },
    { id: "p1", points: 50, title: "senior", ownPost: "S1" },
    { id: "p2", points: 30, title: "junior", ownPost: "S2" },
    { id: "p3", points: 20, title: "senior", ownPost: "T1" },
    { id: "p4", points: 40, title: "senior" },
  ],
  applications: [
    { person: "p0", wishes: ["T1"] },
    { person: "p1", wishes: ["Z1"] },
    { person: "p2", wishes: ["Z1"] },
    { person: "p3", wishes: ["S1", "T2"] },
    { person: "p4", wishes: ["T1", "Z1"] },
  ],
  titlePosts: ["S", "T"].map((school) => ({ school, level: "senior", posts: 1 })),
};

/** Everything that rounds changed, in an order that is not that of the rounds. */
export function stepsOf({ rounds }: RoundsResult): readonly RoundStep[] {
  return rounds
    .flatMap(({ round, placed, lost }): readonly RoundStep[] => [
      ...placed.map(({ person, post }) => ({ round, person, post })),
      ...lost.map((person) => ({ round, person, post: null })),
    ])
    .reverse();
}
