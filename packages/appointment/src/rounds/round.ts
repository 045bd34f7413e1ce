import type { Checked, Issue } from "@lungang/core";
import { checked, hasError } from "@lungang/core";
import { parseShare } from "@lungang/core/policy";
import { z } from "zod";
import { MARKET_POST_KINDS } from "../market/document.ts";
import { repeatedIds, text, unknownId } from "../market/issues.ts";
import type { Market } from "../market/market.ts";
import { ruleSchema } from "../market/rule.ts";
import { shapeIssues } from "@lungang/core";

const id = z.string().trim().min(1);

/** Which posts a round reaches, as seen from the post held at the start; `ownPost` is for those who defend theirs. */
export const ROUND_REACHES = ["ownPost", "ownSchool", "ownTownship", "betweenTownships", "county"] as const;

const roundSchema = z.strictObject({
  id,
  source: z.string().optional(),
  rule: ruleSchema,
  /** Which posts a person may get, as seen from where he was at the start. */
  reach: z.enum(ROUND_REACHES),
  /**
   * The posts that the round is about: only these kinds, stages, subjects or ids. Who looks for the nearest post is sent to
   * these stages where they are given, else to that of the post he had.
   */
  posts: z
    .strictObject({
      stages: z.array(id).optional(),
      kinds: z.array(z.enum(MARKET_POST_KINDS)).optional(),
      subjects: z.array(id).optional(),
      ids: z.array(id).optional(),
    })
    .default({}),
  /** Only these people; without it everybody who is not out yet. */
  people: z.array(id).optional(),
  /** Only who has no post when the round begins, or only who has one. */
  who: z.enum(["everybody", "unplaced", "holders"]).default("everybody"),
  /**
   * `filed`: the wishes of the application; `nearest`: for people without a post, those of the kind, stage and subject of
   * the post they had, the nearest first.
   */
  wishes: z.enum(["filed", "nearest"]).default("filed"),
  /** `movers`: who got another post is out; `everybody`: also who took part and has a post that the round is about. */
  fixes: z.enum(["movers", "everybody"]),
  /** Share of the free places of each post that the round offers, and the most of all of them together. */
  offered: z
    .strictObject({
      share: z
        .string()
        .refine((value) => parseShare(value) !== undefined)
        .transform((value) => parseShare(value) as { numerator: number; denominator: number })
        .optional(),
      round: z.enum(["up", "down"]).default("up"),
      /** Posts that lack most come first. */
      most: z.int().min(0).optional(),
    })
    .optional(),
});

/** Rounds, each fixed before the next (S4); the format `lungang-rounds-1`. */
export const roundsSchema = z.strictObject({
  format: z.literal("lungang-rounds-1"),
  rounds: z.array(roundSchema).min(1),
});

/** One round. */
export type Round = z.output<typeof roundSchema>;
/** Rounds as they are written in a file. */
export type RoundsInput = z.input<typeof roundsSchema>;

/** Reads the rounds for a market: shape, ids of rounds, people and posts. */
export function loadRounds(data: unknown, market: Market): Checked<readonly Round[]> {
  const parsed = roundsSchema.safeParse(data);
  if (!parsed.success) return { ok: false, issues: shapeIssues(parsed.error, { data }) };
  const { rounds } = parsed.data;
  const issues = [
    ...repeatedIds({
      ids: rounds.map((round) => round.id),
      path: (index) => ["rounds", index, "id"],
      code: "round-twice",
      noun: text("轮次", "round"),
    }),
    ...unknownNames(rounds, market),
  ];
  return hasError(issues) ? { ok: false, issues } : checked(rounds, issues);
}

function unknownNames(rounds: readonly Round[], market: Market): readonly Issue[] {
  const people = new Set(market.people.map((person) => person.id));
  const posts = new Set(market.posts.map((post) => post.id));
  return rounds.flatMap((round, index) => [
    ...(round.people ?? []).flatMap((name, at) =>
      people.has(name)
        ? []
        : [unknownId({ id: name, noun: text("人员", "person"), path: ["rounds", index, "people", at] })],
    ),
    ...(round.posts.ids ?? []).flatMap((name, at) =>
      posts.has(name)
        ? []
        : [unknownId({ id: name, noun: text("岗位", "post"), path: ["rounds", index, "posts", "ids", at] })],
    ),
  ]);
}
