import type { PolicyRule } from "./policy-rule.ts";
import type { Settings } from "./parameters.ts";
import type { PolicyTerms } from "./policy.ts";

/**
 * What a policy was resolved from; together with the code it gives the same policy again.
 *
 * @public
 */
export interface PolicyOrigin {
  /** The document as written, parameters in place. */
  readonly document: unknown;
  readonly settings: Settings;
  /** Reasons for which rules of strength `override` are set aside, by the id of the rule. */
  readonly overrides: Readonly<Record<string, string>>;
}

/**
 * A policy with every parameter filled in and the rules read: nothing of it is parsed again.
 *
 * @public
 */
export interface Policy extends PolicyTerms {
  /** Rules that hold, in the order of the registry; those that every policy has are among them. */
  readonly rules: readonly PolicyRule[];
  readonly origin: PolicyOrigin;
}
