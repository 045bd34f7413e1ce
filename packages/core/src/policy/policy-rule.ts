import type { z } from "zod";
import type { RuleEntry } from "./policy.ts";

/**
 * What every entry of a policy says whatever its rule: id, source, words, strength and price.
 *
 * @public
 */
export type RuleTerms = Omit<RuleEntry, "params">;

/**
 * A rule of a policy whose parameters were read by the schema of its rule.
 *
 * @public
 */
export interface PolicyRule<P = unknown> extends RuleTerms {
  readonly params: P;
}

/**
 * What a rule is called in policies, and what it takes.
 *
 * @public
 */
export interface RuleMeaning<P = unknown> {
  /** Name in policies and of the folder under `rules/`. */
  readonly name: string;
  /** Parameters with their defaults; each says where it comes from. */
  readonly schema: z.ZodType<P>;
}

/**
 * Returns the rules of one kind, with their parameters.
 *
 * @public
 */
export function rulesOf<P>(rules: readonly PolicyRule[], { name }: RuleMeaning<P>): readonly PolicyRule<P>[] {
  return rules.filter((rule): rule is PolicyRule<P> => rule.rule === name);
}
