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
]);

/** A rule with its parameters. */
export type Rule = z.output<typeof ruleSchema>;
/** Name of a rule. */
export type RuleName = Rule["name"];
