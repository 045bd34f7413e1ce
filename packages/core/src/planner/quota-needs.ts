import type { Issue } from "../instance/issue.ts";
import type { Person } from "../instance/person.ts";
import type { CandidateMoves } from "../moves/candidate-moves.ts";
import { namesOf } from "../plan/names.ts";
import type { BaseTerms } from "../plan/plan.ts";
import type { PolicyRule } from "../policy/policy-rule.ts";
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

/** Names that a warning lists before it only counts. */
const MOST_NAMES = 8;

/**
 * Returns a warning for every quota that asks for more people than can move at all, with the names of those who count in
 * its base and cannot: nobody leaves the base without a word, and no target is out of reach without one.
 */
export function quotaWarnings(
  { eligibility, rules }: Pick<Prepared, "eligibility" | "rules">,
  moves: CandidateMoves,
): readonly Issue[] {
  const canMove = (person: number) => (moves.starts[person + 1] as number) > (moves.starts[person] as number);
  return rulesOf(rules, quotaMeaning).flatMap((rule) => {
    if (rule.params.bound !== "atLeast") return [];
    return quotaGroups(eligibility, rule.params).flatMap((group) => {
      const able = Array.from(group.members.keys()).filter((person) => group.members[person] === 1 && canMove(person));
      if (able.length >= group.required) return [];
      return [
        outOfReach(rule, group, { eligibility, able: able.length, unable: group.base.filter((p) => !canMove(p)) }),
      ];
    });
  });
}

function outOfReach(
  { id, source, params }: PolicyRule<QuotaParams>,
  { name, baseCount, required }: QuotaGroup,
  found: Pick<Prepared, "eligibility"> & { readonly able: number; readonly unable: readonly number[] },
): Issue {
  const { county } = found.eligibility;
  const names = namesOf(county.instance);
  const where = names.subject(groupSubject(params.by, name));
  const listed = found.unable.slice(0, MOST_NAMES).map((person) => names.person((county.persons[person] as Person).id));
  const more = found.unable.length > listed.length;
  return {
    code: "quota-out-of-reach",
    severity: "warning",
    path: ["rules", id],
    source,
    received: String(found.able),
    expected: String(required),
    message: {
      zh: `${where.zh}：基数${baseCount}人，应交流${required}人，但只有${found.able}人有可去的岗位；没有可去岗位的：${listed.join("、")}${more ? `等${found.unable.length}人` : ""}`,
      en: `${where.en}: of ${baseCount} people ${required} have to move, but only ${found.able} have a post to go to; without one: ${listed.join(", ")}${more ? ` and others, ${found.unable.length} in all` : ""}`,
    },
    advice: {
      zh: "请核对岗位需求、学科与交流范围，或调整比例",
      en: "Check the demand of posts, subjects and the reach of forms, or change the share",
    },
  };
}
