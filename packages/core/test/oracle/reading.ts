import type { After, Move } from "./after.ts";
import type { RuleSubjectLike } from "./types.ts";
import type { Place } from "./kinds.ts";
import type { World } from "./world.ts";
import type { Condition, WrittenRule } from "./written.ts";

/** What reading any rule takes: its parameters, exact shares, groups of schools, and what is found. */

export interface Breach {
  readonly rule: string;
  readonly about: RuleSubjectLike;
  readonly amount: number;
}

export interface Exact {
  readonly n: number;
  readonly d: number;
}

/** Reads `8%`, `0.08`, `1/12` or `1` exactly. */
export function exact(share: unknown): Exact {
  const words = String(share);
  const fraction = /^(\d+)\/(\d+)$/.exec(words);
  if (fraction !== null) return lowest(Number(fraction[1]), Number(fraction[2]));
  const [, whole = "0", rest = "", percent = ""] = /^(\d+)(?:\.(\d+))?(%?)$/.exec(words) ?? [];
  return lowest(Number(whole + rest), 10 ** rest.length * (percent === "%" ? 100 : 1));
}

function lowest(n: number, d: number): Exact {
  const by = common(n, d);
  return { n: n / by, d: d / by };
}

export const common = (a: number, b: number): number => (b === 0 ? a : common(b, a % b));

/** A share of people as a number of them, in the way that the policy names. */
export function rounded({ n, d }: Exact, of: number, how: string): number {
  const [whole, left] = [Math.floor((n * of) / d), (n * of) % d];
  const up = { up: left > 0, halfUp: 2 * left >= d && left > 0, halfDown: 2 * left > d }[how] ?? false;
  return up ? whole + 1 : whole;
}

/** A share as a number that is asked for at least, or left at most: rounded as the policy says, else up or down. */
export const asNumber = (share: Exact, of: number, bound: string, how: string | undefined): number =>
  rounded(share, of, how ?? (bound === "atLeast" ? "up" : "down"));

/** Reads the parameters of a rule with the defaults of the policy language. */
export class Params {
  private readonly given: Readonly<Record<string, unknown>>;

  constructor({ params = {} }: WrittenRule) {
    this.given = params;
  }

  has(key: string): boolean {
    return this.given[key] !== undefined;
  }

  text(key: string, usual: string): string {
    return (this.given[key] as string | undefined) ?? usual;
  }

  list(key: string, usual: readonly string[]): readonly string[] {
    return (this.given[key] as readonly string[] | undefined) ?? usual;
  }

  flag(key: string, usual: boolean): boolean {
    return (this.given[key] as boolean | undefined) ?? usual;
  }

  number(key: string): number | undefined {
    return this.given[key] as number | undefined;
  }

  whole(key: string, usual: number): number {
    return this.number(key) ?? usual;
  }

  share(key: string): Exact | undefined {
    return this.given[key] === undefined ? undefined : exact(this.given[key]);
  }

  condition(key: string): Condition {
    return (this.given[key] as Condition | undefined) ?? { all: [] };
  }

  raw<T>(key: string): T | undefined {
    return this.given[key] as T | undefined;
  }
}

export interface Question {
  readonly world: World;
  readonly after: After;
  readonly entry: WrittenRule;
  readonly params: Params;
}

export interface At {
  readonly place?: Place | undefined;
  readonly school?: string | undefined;
}

export type Found = Omit<Breach, "rule">;

export const COUNTY: RuleSubjectLike = { kind: "county" };
export const about = (kind: string, more: object): RuleSubjectLike => ({ kind, ...more });
export const isMove = ({ world }: Pick<Question, "world">, condition: Condition) => {
  return ({ person: who, place, form }: Move): boolean =>
    world.meets(condition, { person: who, move: { place, form } });
};

/** Moves to another school. */
export const away = ({ from, place }: Move): boolean => from !== place.school;

/** Moves that some rules count though the form is outside the quota: exchanges are, first schools are not. */
export const exchanges = (after: After): readonly Move[] =>
  after.moves.filter((move) => after.counts(move) || (move.from !== undefined && away(move)));

/** Breaches only where there is something to say. */
export const some = (amount: number, subject: RuleSubjectLike): Found[] =>
  amount > 0 ? [{ about: subject, amount }] : [];

/** The groups of a parting that a school is in. */
export function groupsOf(world: World, by: string, id: string | undefined): readonly string[] {
  if (by === "county") return [""];
  if (id === undefined) return [];
  const at = world.school(id);
  if (by === "school") return [id];
  if (by === "township") return at.township === undefined ? [] : [at.township];
  if (by === "area") return at.area === undefined ? [] : [at.area];
  return by === "zone" ? at.zones : at.alliances;
}

export function groupAbout(by: string, id: string): RuleSubjectLike {
  if (by === "county") return COUNTY;
  if (by === "school") return about("school", { school: id });
  return by === "area" ? about("area", { area: id }) : about("group", { group: by, id });
}
