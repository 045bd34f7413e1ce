import type { Text } from "@lungang/core";
import { z } from "zod";

/** A rule by which a market is decided, with its parameters. */
export const ruleSchema = z.discriminatedUnion("name", [
  /** Ranked choice that protects ranks: deferred acceptance (S2). */
  z.strictObject({ name: z.literal("acceptance") }),
  /** Ranked choice that trades places: top trading cycles (S2). */
  z.strictObject({ name: z.literal("trading") }),
  /** Two-sided choice; which side asks is a parameter (S9). */
  z.strictObject({ name: z.literal("twoSided"), proposer: z.enum(["person", "post"]) }),
  /** Acceptance while enough people stay at posts with a floor (S6). */
  z.strictObject({ name: z.literal("floors") }),
  /** Examination for single posts, the last of which is never taken (FD-02). */
  z.strictObject({ name: z.literal("examination") }),
  /** Circles of at most `longest` people (S8). */
  z.strictObject({
    name: z.literal("cycles"),
    longest: z.int().min(1),
    vacancies: z.enum(["none", "chains"]),
  }),
  /** Two who name each other change posts, everybody else stays (S5). */
  z.strictObject({ name: z.literal("swaps") }),
]);

/** A rule with its parameters. */
export type Rule = z.output<typeof ruleSchema>;
/** Name of a rule. */
export type RuleName = Rule["name"];

/** What rules are called in texts for readers. */
export const RULE_WORDS: Readonly<Record<RuleName, Text>> = {
  acceptance: { zh: "延迟接受", en: "deferred acceptance" },
  trading: { zh: "首位交易循环", en: "top trading cycles" },
  twoSided: { zh: "双向选择", en: "two-sided choice" },
  floors: { zh: "保证最低在岗的延迟接受", en: "deferred acceptance under floors" },
  examination: { zh: "单岗位考试", en: "examination for single posts" },
  cycles: { zh: "限定人数的互换", en: "circles of limited length" },
  swaps: { zh: "指名对调", en: "swaps of people who name each other" },
};
