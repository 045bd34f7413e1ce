import type { Checked, Issue } from "@lungang/core";
import { checked, hasError } from "@lungang/core";
import { z } from "zod";
import { errorIssue, repeatedIds, text, unknownId } from "./issues.ts";
import type { Market } from "./market.ts";
import { shapeIssues } from "@lungang/core";

const id = z.string().trim().min(1);
const heads = z.int().min(0);

const coupleRow = z.strictObject({
  id,
  source: z.string().optional(),
  people: z.tuple([id, id]),
  /** `bothOrNone`: one moves only with the other; `notApart`: who moves ends near the other, who may stay. */
  mode: z.enum(["bothOrNone", "notApart"]),
  /** What near means: the same school, the same township, or metres between the schools at most. */
  near: z.union([z.literal("school"), z.literal("township"), z.int().min(0)]),
});

const limitRow = z.strictObject({
  id,
  source: z.string().optional(),
  posts: z.array(id).min(1),
  /** People at these posts together. */
  atLeast: heads.optional(),
  atMost: heads.optional(),
});

/** Rules that a stable placement may not be able to keep: couples and limits of regions; the format `lungang-hard-rules-1`. */
export const hardRulesSchema = z.strictObject({
  format: z.literal("lungang-hard-rules-1"),
  couples: z.array(coupleRow).default([]),
  limits: z.array(limitRow).default([]),
});

type HardRulesDocument = z.output<typeof hardRulesSchema>;

/** Two people whose moves depend on each other; positions. */
export interface Couple {
  readonly id: string;
  readonly source: string | undefined;
  readonly people: readonly [number, number];
  readonly mode: "bothOrNone" | "notApart";
  /** Whether two posts are near each other. */
  readonly isNear: (first: number, second: number) => boolean;
}

/** Heads that some posts have to have together; positions. */
export interface Limit {
  readonly id: string;
  readonly source: string | undefined;
  readonly posts: readonly number[];
  readonly atLeast: number;
  readonly atMost: number;
}

/** Hard rules that were read for a market. */
export interface HardRules {
  readonly couples: readonly Couple[];
  readonly limits: readonly Limit[];
}

/** Distance between two schools; undefined where nobody knows it. Units: metres. */
export type MetresBetween = (first: string, second: string) => number | undefined;

/** Reads hard rules for a market; everything that is wrong with them at once. */
export function loadHardRules(data: unknown, market: Market, metres?: MetresBetween): Checked<HardRules> {
  const parsed = hardRulesSchema.safeParse(data);
  if (!parsed.success) return { ok: false, issues: shapeIssues(parsed.error, { data }) };
  const at = {
    people: new Map(market.people.map((person, place) => [person.id, place])),
    posts: new Map(market.posts.map((post, place) => [post.id, place])),
  };
  const issues = [...coupleIssues(parsed.data, at.people, metres), ...limitIssues(parsed.data, at.posts)];
  if (hasError(issues)) return { ok: false, issues };
  const { couples, limits } = parsed.data;
  const rules = {
    couples: couples.map((row) => ({
      id: row.id,
      source: row.source,
      people: row.people.map((name) => at.people.get(name) as number) as [number, number],
      mode: row.mode,
      isNear: nearness(market, row.near, metres),
    })),
    limits: limits.map((row) => ({
      id: row.id,
      source: row.source,
      posts: row.posts.map((name) => at.posts.get(name) as number),
      atLeast: row.atLeast ?? 0,
      atMost: row.atMost ?? market.people.length,
    })),
  };
  return checked(rules, issues);
}

/** A distance that nobody knows is not near. */
function nearness(
  market: Market,
  near: HardRulesDocument["couples"][number]["near"],
  metres?: MetresBetween,
): Couple["isNear"] {
  return (first, second) => {
    const [a, b] = [market.posts[first], market.posts[second]];
    if (a === undefined || b === undefined) return false;
    if (a.school === b.school) return true;
    if (near === "school") return false;
    if (near === "township") return a.township !== undefined && a.township === b.township;
    const distance = metres?.(a.school, b.school);
    return distance !== undefined && distance <= near;
  };
}

type Positions = ReadonlyMap<string, number>;

function coupleIssues({ couples }: HardRulesDocument, people: Positions, metres?: MetresBetween): readonly Issue[] {
  const named = couples.flatMap((couple, index) => couple.people.map((name, place) => ({ name, index, place })));
  return [
    ...repeatedIds({
      ids: couples.map((couple) => couple.id),
      path: (index) => ["couples", index, "id"],
      code: "couple-twice",
      noun: text("夫妻组", "couple"),
    }),
    ...repeatedIds({
      ids: named.map(({ name }) => name),
      path: (at) => ["couples", named[at]?.index ?? 0, "people", named[at]?.place ?? 0],
      code: "person-in-two-couples",
      noun: text("人员", "person"),
    }),
    ...named.flatMap(({ name, index, place }) =>
      people.has(name)
        ? []
        : [unknownId({ id: name, noun: text("人员", "person"), path: ["couples", index, "people", place] })],
    ),
    ...couples.flatMap((couple, index) =>
      typeof couple.near === "number" && metres === undefined ? [noDistances(couple.id, index)] : [],
    ),
  ];
}

function noDistances(couple: string, index: number): Issue {
  return errorIssue({
    code: "distances-missing",
    path: ["couples", index, "near"],
    message: text(
      `“${couple}”按距离判断，但没有给出学校间距离`,
      `"${couple}" is judged by distance and no distances were given`,
    ),
    advice: text("请提供距离表，或改按学校、乡镇判断", "Give the distances, or judge by school or township"),
  });
}

function limitIssues({ limits }: HardRulesDocument, posts: Positions): readonly Issue[] {
  return [
    ...repeatedIds({
      ids: limits.map((limit) => limit.id),
      path: (index) => ["limits", index, "id"],
      code: "limit-twice",
      noun: text("人数限制", "limit"),
    }),
    ...limits.flatMap((limit, index) => [
      ...limit.posts.flatMap((name, place) =>
        posts.has(name)
          ? []
          : [unknownId({ id: name, noun: text("岗位", "post"), path: ["limits", index, "posts", place] })],
      ),
      ...((limit.atLeast ?? 0) > (limit.atMost ?? Infinity) ? [crossed(limit.id, index)] : []),
    ]),
  ];
}

function crossed(limit: string, index: number): Issue {
  return errorIssue({
    code: "limit-crossed",
    path: ["limits", index],
    message: text(`“${limit}”的下限大于上限`, `The least of "${limit}" is more than its most`),
    advice: text("请核对上下限", "Check both numbers"),
  });
}
