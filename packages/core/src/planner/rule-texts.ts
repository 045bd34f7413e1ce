import type { Text } from "../instance/issue.ts";
import type { Names } from "../plan/names.ts";
import type { Violation } from "../plan/plan.ts";
import type { PolicyRule } from "../policy/policy-rule.ts";
import { RULES, ruleNamed } from "../rules/registry.ts";
import type { AnyRuleDefinition } from "../rules/registry.ts";
import type { Finding, Sentence } from "../subject/finding.ts";
import type { RuleSubject } from "../subject/rule-subject.ts";
import { structureFindings } from "../subject/structure.ts";

/**
 * Returns the sentence that states a rule with its parameters, for readers.
 *
 * @public
 */
export function ruleText(rule: PolicyRule): Text {
  return ruleNamed(rule.rule).text(rule.params);
}

const DEFINITIONS = Object.values(RULES) as unknown as readonly AnyRuleDefinition[];

const SENTENCES: ReadonlyMap<string, Sentence<never>> = new Map(
  [structureFindings, ...DEFINITIONS.flatMap(({ findings }) => findings ?? [])].flatMap(({ rule, sentences }) =>
    Object.entries(sentences).map(([name, sentence]) => [`${rule}.${name}`, sentence] as const),
  ),
);

/**
 * Returns the sentence that tells a violation, made from its finding and the names of the instance.
 *
 * @public
 */
export function violationText(
  { about, finding, rule }: Pick<Violation, "about" | "finding" | "rule">,
  names: Names,
): Text {
  const sentence = SENTENCES.get(finding.code) as Sentence<Finding["values"]> | undefined;
  if (sentence === undefined) return names.subject(about);
  const wording = { about: names.subject(withoutLimit(about)), subject: names.subject, rule: names.rule(rule) };
  return sentence(finding.values, wording);
}

/** The sentence itself says which limit is meant. */
function withoutLimit(subject: RuleSubject): RuleSubject {
  if (!("limit" in subject)) return subject;
  const { limit: _limit, ...bare } = subject;
  return bare;
}
