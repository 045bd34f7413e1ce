import type { FactContext } from "../policy/attributes.ts";
import type { PolicyTerms } from "../policy/policy.ts";
import type { OnMissing } from "../policy/predicate.ts";
import type { Decision } from "./decision.ts";
import type { Lock } from "./locks.ts";

/** What deciding about moves needs. */
export interface AdmissionInput {
  readonly policy: PolicyTerms;
  readonly context: FactContext;
  readonly decisions: readonly Decision[];
  readonly inScope: Uint8Array;
  readonly locks: readonly Lock[];
  readonly onMissing: OnMissing;
}
