import type { Text } from "../instance/issue.ts";
import { balanceText } from "./balance/text.ts";
import { batchesText } from "./batches/text.ts";
import { changesText } from "./changes/text.ts";
import { directionText } from "./direction/text.ts";
import { directionMatrixText } from "./directionMatrix/text.ts";
import { establishmentText } from "./establishment/text.ts";
import { fairBurdenText } from "./fairBurden/text.ts";
import { itinerantText } from "./itinerant/text.ts";
import { leaderPostsText } from "./leaderPosts/text.ts";
import { mustMoveText } from "./mustMove/text.ts";
import { nearnessText } from "./nearness/text.ts";
import { netInflowText } from "./netInflow/text.ts";
import { newRecruitsText } from "./newRecruits/text.ts";
import { pairBalanceText } from "./pairBalance/text.ts";
import { participationText } from "./participation/text.ts";
import { perSchoolText } from "./perSchool/text.ts";
import { postBalanceText } from "./postBalance/text.ts";
import { prerequisiteText } from "./prerequisite/text.ts";
import { quotaText } from "./quota/text.ts";
import { shareRuleText } from "./share/text.ts";
import { stabilityText } from "./stability/text.ts";
import { teamCapText } from "./teamCap/text.ts";
import { tenureText } from "./tenure/text.ts";
import { totalText } from "./total/text.ts";
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
