import type { BaseTerms } from "../plan/plan.ts";
import { rulesOf } from "../policy/policy-rule.ts";
import { shareText } from "../policy/share.ts";
import type { QuotaGroup } from "../rules/quota/groups.ts";
import { quotaGroups } from "../rules/quota/groups.ts";
import type { QuotaParams } from "../rules/quota/schema.ts";
import { quotaMeaning } from "../rules/quota/schema.ts";
import type { RuleSubject } from "../subject/rule-subject.ts";
import { groupSubject } from "../subject/rule-subject.ts";
import type { Prepared } from "./prepare.ts";

/**
 * What a quota asks for before anybody moves.
 *
 * @public
 */
export interface QuotaNeed {
  readonly rule: string;
  readonly source: string;
  readonly about: RuleSubject;
  /** People in the base. */
  readonly base: number;
  /** What the base is made of. */
  readonly terms: BaseTerms;
  readonly target: number;
  readonly sense: "atLeast" | "atMost";
}

/** Returns every quota with its base, term by term. */
export function quotaNeeds({ eligibility, rules }: Pick<Prepared, "eligibility" | "rules">): readonly QuotaNeed[] {
  return rulesOf(rules, quotaMeaning).flatMap(({ id, source, params }) =>
    quotaGroups(eligibility, params).map((group): QuotaNeed => ({
      rule: id,
      source,
      about: groupSubject(params.by, group.name),
      base: group.baseCount,
      terms: termsOf(params, group),
      target: group.required,
      sense: params.bound,
    })),
  );
}

function termsOf({ share, rounding }: QuotaParams, { eligible, exempt, baseCount }: QuotaGroup): BaseTerms {
  const withoutPost = eligible - exempt - baseCount;
  return { eligible, exempt, withoutPost, counted: baseCount, share: shareText(share), ...(rounding && { rounding }) };
}
