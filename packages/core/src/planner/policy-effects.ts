import type { DecidedCounty } from "../eligibility/eligibility.ts";
import { someMove, selectPeople, selectSchools } from "../formulation/move-tests.ts";
import type { Issue, Text } from "../instance/issue.ts";
import type { CandidateMoves } from "../moves/candidate-moves.ts";
import { CONDITION_SUBJECTS } from "../policy/condition-issues.ts";
import { conditionText } from "../policy/condition-text.ts";
import type { PolicyRule } from "../policy/policy-rule.ts";
import { rulesOf } from "../policy/policy-rule.ts";
import { isEverything } from "../policy/predicate.ts";
import { attributesOf } from "../policy/policy-attributes.ts";
import type { Policy } from "../policy/resolved.ts";
import { participationNeeds } from "../rules/participation/groups.ts";
import { participationMeaning } from "../rules/participation/schema.ts";
import { quotaGroups } from "../rules/quota/groups.ts";
import { quotaMeaning } from "../rules/quota/schema.ts";
import { crowdedPairs } from "./crowded-pairs.ts";
import { silentLimits } from "./silent-limits.ts";
import type { RuleCondition } from "./rule-conditions.ts";
import { ruleConditions, rulePath } from "./rule-conditions.ts";

/** A policy in a county whose candidate moves are known. */
export interface PolicyInCounty {
  readonly policy: Policy;
  readonly eligibility: DecidedCounty;
  readonly moves: CandidateMoves;
}

/**
 * Returns what of a policy has no effect in a county, or less than its words say, as warnings: rules and quotas that are
 * about nobody, sets of schools that are empty, pairs of more than two schools, and limits that the policy does not write and
 * that keep people from posts.
 */
export function policyEffects(context: PolicyInCounty): readonly Issue[] {
  // Where there is nobody at all, nothing has an effect, and that is told.
  if (context.eligibility.decisions.every(({ standing }) => standing === "outOfScope")) return [];
  const bases = emptyBases(context);
  const told = new Set(bases.map(({ rule }) => rule));
  const others = ruleConditions(context.policy).filter(({ rule }) => !told.has(rule));
  return [
    ...bases.map(({ issue }) => issue),
    ...others.flatMap((condition) => selectsNothing(condition, context)),
    ...crowdedPairs(context),
    ...silentLimits(context),
  ];
}

interface EmptyBase {
  readonly rule: PolicyRule;
  readonly issue: Issue;
}

/** Quotas and shares of participation whose base is nobody: they ask for nothing. */
function emptyBases({ policy, eligibility }: PolicyInCounty): readonly EmptyBase[] {
  const quotas = rulesOf(policy.rules, quotaMeaning).filter(({ params }) =>
    quotaGroups(eligibility, params).every(({ baseCount }) => baseCount === 0),
  );
  const participations = rulesOf(policy.rules, participationMeaning).filter(
    ({ params }) => participationNeeds(params, eligibility).length === 0,
  );
  return [...quotas, ...participations].map((rule) => ({
    rule,
    issue: withoutEffect(rule, rulePath(policy, rule), {
      zh: "基数为0人",
      en: "its base is nobody",
    }),
  }));
}

const SELECTED = {
  people: { zh: "没有人员符合", en: "nobody meets" },
  schools: { zh: "适用范围内没有学校符合", en: "no school in scope meets" },
  moves: { zh: "没有可行的去向符合", en: "no candidate move meets" },
} as const satisfies Readonly<Record<string, Text>>;

/** A condition of a rule that nothing in the county meets; what the rule asks of it is asked of nobody. */
function selectsNothing({ rule, condition, about, path }: RuleCondition, context: PolicyInCounty): readonly Issue[] {
  if (isEverything(condition)) return [];
  const { person, school, entry } = CONDITION_SUBJECTS;
  const kind = about === person ? "people" : about === school || about === entry ? "schools" : "moves";
  const found = {
    people: () => selectPeople(context, condition).includes(1),
    schools: () => selectSchools(context, condition).length > 0,
    moves: () => someMove(context, condition),
  }[kind]();
  if (found) return [];
  const asked = conditionText(condition, context.policy.sets, attributesOf(context.policy));
  const why = SELECTED[kind];
  return [withoutEffect(rule, path, { zh: `${why.zh}“${asked.zh}”`, en: `${why.en} "${asked.en}"` })];
}

function withoutEffect({ text, source }: PolicyRule, path: readonly (string | number)[], why: Text): Issue {
  return {
    code: "without-effect",
    severity: "warning",
    path,
    source,
    message: {
      zh: `“${text.zh}”在本县没有对象，不起作用：${why.zh}`,
      en: `"${text.en}" has no effect in this county: ${why.en}`,
    },
    advice: {
      zh: "请核对政策的条件与数据；如确属如此，可不作处理",
      en: "Check the conditions and the data; nothing is to be done if it is so",
    },
  };
}
