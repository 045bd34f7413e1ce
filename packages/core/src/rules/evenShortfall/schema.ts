import { z } from "zod";
import type { RuleMeaning } from "../../policy/policy-rule.ts";

/** Shares of needs up to this many heads are told apart; one more needs points that no solver counts exactly. */
const MOST_NEED = 12;

/** More levels than this make a chain that nobody reads. */
const MOST_HEADS = 40;

/**
 * Shortfalls are shared out: first the greatest is as small as can be, then as few places as can be have it, then the same
 * one step lower, down to the sum.
 *
 * The level that the rule names is parted into one for each step, the highest first. Each counts what places lack beyond
 * its step; as the steps above are held, it counts the places that reach the step (docs/model.md, C13).
 */
export const evenShortfallSchema = z
  .strictObject({
    level: z.string(),
    /** What places are compared by: missing heads, or missing heads as a share of what the place needs. */
    unit: z.enum(["heads", "share"]).default("heads"),
    /** What a place is: a post, or all posts of a school or of a township. */
    by: z.enum(["post", "school", "township"]).default("post"),
    /**
     * How far steps go. By heads: shortfalls of up to so many are told apart, and what lies above is summed first. By
     * share: every share of a need of up to so many heads is a step (at most 12); larger needs stand between them.
     */
    upTo: z.int().min(1).max(MOST_HEADS).default(8),
  })
  .refine(({ unit, upTo }) => unit === "heads" || upTo <= MOST_NEED, {
    path: ["upTo"],
    message: `must be at most ${MOST_NEED} where shares are compared`,
  });

export type EvenShortfallParams = z.infer<typeof evenShortfallSchema>;

/** Name and parameters of the rule. */
export const evenShortfallMeaning: RuleMeaning<EvenShortfallParams> = {
  name: "evenShortfall",
  schema: evenShortfallSchema,
};

/** A step `over / of`: heads where `of` is 1, else a share of the need in lowest terms. */
export interface Step {
  readonly over: number;
  readonly of: number;
}

/** Returns the steps of a rule, the highest first; the last is 0. */
export function stepsOf({ unit, upTo }: Pick<EvenShortfallParams, "unit" | "upTo">): readonly Step[] {
  if (unit === "heads") return Array.from({ length: upTo }, (_, k) => ({ over: upTo - 1 - k, of: 1 }));
  const shares = new Map<number, Step>([[0, { over: 0, of: 1 }]]);
  for (let of = 2; of <= upTo; of++)
    for (let over = 1; over < of; over++) if (!shares.has(over / of)) shares.set(over / of, { over, of });
  return [...shares].sort(([a], [b]) => b - a).map(([, step]) => step);
}

/** Returns the name of the level of a step. */
export function levelOfStep(level: string, { over, of }: Step): string {
  return of === 1 ? `${level}Over${over}` : `${level}Over${over}of${of}`;
}

/** What a place pays in a step: nothing for the heads before `from`, `first` for that one, `each` for every further one. */
export interface StepPrice {
  readonly from: number;
  readonly first: number;
  readonly each: number;
}

/**
 * Returns what a place of some need pays in a step: the heads beyond it, or the share beyond it in parts of which
 * lcm(1, ..., upTo) are the whole need, a whole number of them for a head. The price never falls from head to head.
 */
export function stepPrice({ unit, upTo }: EvenShortfallParams, step: Step, need: number): StepPrice {
  if (unit === "heads") return { from: step.over + 1, first: 1, each: 1 };
  const whole = wholeOf(upTo);
  const from = Math.floor((step.over * need) / step.of) + 1;
  const each = Math.max(1, Math.round(whole / need));
  const first = Math.round((from * whole) / need) - (step.over * whole) / step.of;
  return { from, first: Math.min(each, Math.max(1, first)), each };
}

/** Returns the least number that 1, 2, ..., n divide. */
function wholeOf(n: number): number {
  let whole = 1;
  for (let k = 2; k <= n; k++) {
    let [a, b] = [whole, k];
    while (b !== 0) [a, b] = [b, a % b];
    whole *= k / a;
  }
  return whole;
}
