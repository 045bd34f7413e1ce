import type { CheckOutcome, PlanFacts } from "./check-types.ts";
import { balanceCheck } from "./balance/check.ts";
import { batchesCheck } from "./batches/check.ts";
import { changesCheck } from "./changes/check.ts";
import { directionCheck } from "./direction/check.ts";
import { directionMatrixCheck } from "./directionMatrix/check.ts";
import { establishmentCheck } from "./establishment/check.ts";
import { fairBurdenCheck } from "./fairBurden/check.ts";
import { itinerantCheck } from "./itinerant/check.ts";
import { leaderPostsCheck } from "./leaderPosts/check.ts";
import { mustMoveCheck } from "./mustMove/check.ts";
import { nearnessCheck } from "./nearness/check.ts";
import { netInflowCheck } from "./netInflow/check.ts";
import { newRecruitsCheck } from "./newRecruits/check.ts";
import { pairBalanceCheck } from "./pairBalance/check.ts";
import { participationCheck } from "./participation/check.ts";
import { perSchoolCheck } from "./perSchool/check.ts";
import { postBalanceCheck } from "./postBalance/check.ts";
import { prerequisiteCheck } from "./prerequisite/check.ts";
import { quotaCheck } from "./quota/check.ts";
import { shareCheck } from "./share/check.ts";
import { stabilityCheck } from "./stability/check.ts";
import { teamCapCheck } from "./teamCap/check.ts";
import { tenureCheck } from "./tenure/check.ts";
import { totalCheck } from "./total/check.ts";
import { wishesCheck } from "./wishes/check.ts";
import type { RuleCheck } from "./rule-check.ts";
import type { ActiveRule, RuleName, RuleParams } from "./schemas.ts";

/** How every rule is recomputed: one line a folder. */
const RULE_CHECKS: { readonly [N in RuleName]: RuleCheck<RuleParams<N>> } = {
  mustMove: mustMoveCheck,
  postBalance: postBalanceCheck,
  establishment: establishmentCheck,
  leaderPosts: leaderPostsCheck,
  newRecruits: newRecruitsCheck,
  prerequisite: prerequisiteCheck,
  quota: quotaCheck,
  total: totalCheck,
  share: shareCheck,
  teamCap: teamCapCheck,
  perSchool: perSchoolCheck,
  direction: directionCheck,
  netInflow: netInflowCheck,
  directionMatrix: directionMatrixCheck,
  balance: balanceCheck,
  pairBalance: pairBalanceCheck,
  nearness: nearnessCheck,
  wishes: wishesCheck,
  tenure: tenureCheck,
  fairBurden: fairBurdenCheck,
  stability: stabilityCheck,
  itinerant: itinerantCheck,
  participation: participationCheck,
  batches: batchesCheck,
  changes: changesCheck,
};

/** The table says that the check of a rule takes the parameters of that rule; the compiler cannot follow the union. */
function checkOf(rule: RuleName): RuleCheck<ActiveRule["params"]> {
  return RULE_CHECKS[rule] as RuleCheck<ActiveRule["params"]>;
}

/** Recomputes one rule from the facts of a plan. */
export function checkRule(rule: ActiveRule, facts: PlanFacts): CheckOutcome {
  return checkOf(rule.rule).check(rule.params, rule.entry, facts);
}

/** Returns the level that a rule names, if any. */
export function levelOf({ params }: ActiveRule): string | undefined {
  return "level" in params ? params.level : undefined;
}

/** Returns what a rule adds to the level that it names, weight included; 0 where it names none. */
export function levelValue(rule: ActiveRule, facts: PlanFacts): number {
  return levelOf(rule) === undefined ? 0 : (checkOf(rule.rule).levelValue?.(rule.params, facts) ?? 0);
}
