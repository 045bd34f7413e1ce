import type { Text } from "../instance/issue.ts";
import type { Names } from "../plan/names.ts";
import type { Violation } from "../plan/plan.ts";
import type { Finding, Findings, Sentence, Sentences } from "../subject/finding.ts";
import type { RuleSubject } from "../subject/rule-subject.ts";
import { structureFindings } from "../subject/structure.ts";
import { balanceText } from "./balance/text.ts";
import { batchesText } from "./batches/text.ts";
import { changesText } from "./changes/text.ts";
import { directionFindings, directionText } from "./direction/text.ts";
import { directionMatrixFindings, directionMatrixText } from "./directionMatrix/text.ts";
import { establishmentFindings, establishmentText } from "./establishment/text.ts";
import { fairBurdenText } from "./fairBurden/text.ts";
import { itinerantFindings, itinerantText } from "./itinerant/text.ts";
import { leaderPostsFindings, leaderPostsText } from "./leaderPosts/text.ts";
import { mustMoveFindings, mustMoveText } from "./mustMove/text.ts";
import { nearnessText } from "./nearness/text.ts";
import { netInflowFindings, netInflowText } from "./netInflow/text.ts";
import { newRecruitsFindings, newRecruitsText } from "./newRecruits/text.ts";
import { pairBalanceFindings, pairBalanceText } from "./pairBalance/text.ts";
import { participationFindings, participationText } from "./participation/text.ts";
import { perSchoolFindings, perSchoolText } from "./perSchool/text.ts";
import { postBalanceFindings, postBalanceText } from "./postBalance/text.ts";
import { prerequisiteFindings, prerequisiteText } from "./prerequisite/text.ts";
import { quotaFindings, quotaText } from "./quota/text.ts";
import { shareFindings, shareRuleText } from "./share/text.ts";
import { stabilityText } from "./stability/text.ts";
import { teamCapFindings, teamCapText } from "./teamCap/text.ts";
import { tenureText } from "./tenure/text.ts";
import { totalFindings, totalText } from "./total/text.ts";
import { wishesText } from "./wishes/text.ts";
import type { ActiveRule, RuleName, RuleParams } from "./schemas.ts";

/** Sentences that state every rule with its parameters: one line a folder. */
const RULE_TEXTS: { readonly [N in RuleName]: (params: RuleParams<N>) => Text } = {
  mustMove: mustMoveText,
  postBalance: postBalanceText,
  establishment: establishmentText,
  leaderPosts: leaderPostsText,
  newRecruits: newRecruitsText,
  prerequisite: prerequisiteText,
  quota: quotaText,
  total: totalText,
  share: shareRuleText,
  teamCap: teamCapText,
  perSchool: perSchoolText,
  direction: directionText,
  netInflow: netInflowText,
  directionMatrix: directionMatrixText,
  balance: balanceText,
  pairBalance: pairBalanceText,
  nearness: nearnessText,
  wishes: wishesText,
  tenure: tenureText,
  fairBurden: fairBurdenText,
  stability: stabilityText,
  itinerant: itinerantText,
  participation: participationText,
  batches: batchesText,
  changes: changesText,
};

/** Returns the sentence that states a rule with its parameters, for readers. */
export function ruleText(rule: ActiveRule): Text {
  return (RULE_TEXTS[rule.rule] as (params: ActiveRule["params"]) => Text)(rule.params);
}

/** The findings of all rules. */
const RULE_FINDINGS: readonly Findings<Sentences>[] = [
  directionFindings,
  directionMatrixFindings,
  establishmentFindings,
  itinerantFindings,
  leaderPostsFindings,
  mustMoveFindings,
  netInflowFindings,
  newRecruitsFindings,
  pairBalanceFindings,
  participationFindings,
  perSchoolFindings,
  postBalanceFindings,
  prerequisiteFindings,
  quotaFindings,
  shareFindings,
  teamCapFindings,
  totalFindings,
  structureFindings,
];

const SENTENCES: ReadonlyMap<string, Sentence<never>> = new Map(
  RULE_FINDINGS.flatMap(({ rule, sentences }) =>
    Object.entries(sentences).map(([name, sentence]) => [`${rule}.${name}`, sentence] as const),
  ),
);

/** Returns the sentence that tells a violation, made from its finding and the names of the instance. */
export function violationText(
  { about, finding, rule }: Pick<Violation, "about" | "finding" | "rule">,
  names: Names,
): Text {
  const sentence = SENTENCES.get(finding.code) as Sentence<Finding["values"]> | undefined;
  const bare: RuleSubject = withoutLimit(about);
  if (sentence === undefined) return names.subject(about);
  return sentence(finding.values, { about: names.subject(bare), subject: names.subject, rule: names.rule(rule) });
}

/** The sentence itself says which limit is meant. */
function withoutLimit(subject: RuleSubject): RuleSubject {
  if (!("limit" in subject)) return subject;
  const { limit: _limit, ...bare } = subject;
  return bare;
}
