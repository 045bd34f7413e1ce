import type { Market, Placement } from "../market/market.ts";
import type { ReasonNames } from "../properties/finding.ts";

/** By what burden is compared. */
export const GROUPINGS = ["sex", "ageBand", "rank", "couple", "school"] as const;
/** By what burden is compared: sex, age band, professional title, couples and singles, school at the start. */
export type Grouping = (typeof GROUPINGS)[number];

/** Standing of a school. */
export const STRENGTHS = ["strong", "ordinary", "weak"] as const;
/** Standing of a school: strong, ordinary or weak. */
export type Strength = (typeof STRENGTHS)[number];

/** What a report card knows of a person beside the words of the market. */
export interface CardPerson {
  /** Position of the post held at the start, `NO_POST` for none. */
  readonly start: number;
  /** Group by grouping, as a key that readers are told in words; what nobody knows is left out. The school is not given. */
  readonly groups: Readonly<Partial<Record<Exclude<Grouping, "school">, string>>>;
  /** Whole metres from where the person lives to the school at the start and at the end; left out where unknown. */
  readonly metresBefore?: number;
  readonly metresAfter?: number;
  /** Whether the person uses a head of the post. */
  readonly occupies: boolean;
  /** Whether the person has to leave the post held at the start, so that staying is no choice. */
  readonly mustGo: boolean;
  /** Whether the person comes back from an exchange that ended, which nobody counts as burden. */
  readonly returns: boolean;
}

/** What a report card knows of a post. */
export interface CardPost {
  /** Heads of the post, those included that were not offered. */
  readonly heads: number;
  /** Heads that people hold who take no part. */
  readonly fixed: number;
  /** Empty heads that had to be offered and were not declared. */
  readonly undeclared: number;
  /** Positions of people who end there as guests: their relation is at another school. */
  readonly guests: readonly number[];
}

/** What a report card knows of a school. */
export interface CardSchool {
  readonly strength?: Strength;
  /** Authorised headcount, and people who use it at the start. */
  readonly establishment?: number;
  readonly staff?: number;
}

/** What a report card is made from, by whomever and however the plan was made. */
export interface CardFacts {
  /** Posts, people, what they wish and what ranks them. */
  readonly market: Market;
  /** Where everybody ends. */
  readonly placement: Placement;
  /** Whether anything ranks people: without it nobody can be passed over. */
  readonly isRanked: boolean;
  /** Shapes: one entry a person of the market. */
  readonly people: readonly CardPerson[];
  /** Shapes: one entry a post of the market. */
  readonly posts: readonly CardPost[];
  /** By the school as the posts name it. */
  readonly schools: ReadonlyMap<string, CardSchool>;
}

/** What people, posts and schools are called in sentences. */
export interface CardNames extends ReasonNames {
  /** @defaultValue as the posts name it */
  readonly school?: (id: string) => string;
}
