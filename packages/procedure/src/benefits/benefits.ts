import type { BenefitEntry, BenefitKind } from "@lungang/core/policy";
import { benefitKind } from "@lungang/core/policy";
import type { ConditionFinding } from "./condition.ts";
import { conditionFindings } from "./condition.ts";
import type { BenefitContext, BenefitRequest } from "./context.ts";
import { benefitContext } from "./context.ts";
import type { HousingFinding } from "./housing.ts";
import { housingOrder } from "./housing.ts";
import type { AllowanceFinding, PayFinding } from "./money.ts";
import { allowances, payOf, preferredPeople } from "./money.ts";
import type { PenaltyFinding } from "./penalty.ts";
import type { PassRateFinding } from "./pass-rates.ts";
import { passRates } from "./pass-rates.ts";
import { penalties } from "./penalty.ts";
import type { EarlyPostFinding, HigherPostFinding } from "./posts.ts";
import { earlyPosts, higherPosts } from "./posts.ts";

/**
 * What a policy and a plan bring to people, by kind; people are positions in the county.
 *
 * @public
 */
export interface Benefits {
  readonly conditions: readonly ConditionFinding[];
  readonly higherPosts: readonly HigherPostFinding[];
  readonly earlyPosts: readonly EarlyPostFinding[];
  readonly allowances: readonly AllowanceFinding[];
  readonly housing: readonly HousingFinding[];
  readonly pay: readonly PayFinding[];
  readonly preferences: readonly { readonly entry: BenefitEntry; readonly person: number }[];
  readonly passRates: readonly PassRateFinding[];
  readonly penalties: readonly PenaltyFinding[];
}

/**
 * Computes what follows for people from instance, policy and plan; the policy has to be resolved with its benefits.
 *
 * Guarantees: in the order of entries, then of people; a value that nobody states is unknown and never 0.
 *
 * @public
 */
export function benefitsOf(request: BenefitRequest): Benefits {
  const context = benefitContext(request);
  const entries = request.eligibility.policy.benefits ?? [];
  const each = <T>(kind: BenefitKind, find: (entry: BenefitEntry, context: BenefitContext) => readonly T[]) =>
    entries.filter((entry) => benefitKind(entry) === kind).flatMap((entry) => find(entry, context));
  return {
    conditions: each("condition", conditionFindings),
    higherPosts: each("higherPost", higherPosts),
    earlyPosts: each("earlyPost", earlyPosts),
    allowances: each("allowance", allowances),
    housing: each("housing", housingOrder),
    pay: each("pay", payOf),
    preferences: each("preference", (entry, found) =>
      preferredPeople(entry, found).map((person) => ({ entry, person })),
    ),
    passRates: each("passRate", passRates),
    penalties: each("penalty", penalties),
  };
}
