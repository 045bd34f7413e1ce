import type { RuleDefinition } from "./definition.ts";
import { mustMoveRule } from "./mustMove/rule.ts";
import { approvedStaysRule } from "./approvedStays/rule.ts";
import { returnRoomRule } from "./returnRoom/rule.ts";
import { postBalanceRule } from "./postBalance/rule.ts";
import { establishmentRule } from "./establishment/rule.ts";
import { leaderPostsRule } from "./leaderPosts/rule.ts";
import { newRecruitsRule } from "./newRecruits/rule.ts";
import { prerequisiteRule } from "./prerequisite/rule.ts";
import { protectionRule } from "./protection/rule.ts";
import { quotaRule } from "./quota/rule.ts";
import { totalRule } from "./total/rule.ts";
import { shareRule } from "./share/rule.ts";
import { teamCapRule } from "./teamCap/rule.ts";
import { perSchoolRule } from "./perSchool/rule.ts";
import { directionRule } from "./direction/rule.ts";
import { netInflowRule } from "./netInflow/rule.ts";
import { directionMatrixRule } from "./directionMatrix/rule.ts";
import { balanceRule } from "./balance/rule.ts";
import { pairBalanceRule } from "./pairBalance/rule.ts";
import { nearnessRule } from "./nearness/rule.ts";
import { wishesRule } from "./wishes/rule.ts";
import { tenureRule } from "./tenure/rule.ts";
import { fairBurdenRule } from "./fairBurden/rule.ts";
import { stabilityRule } from "./stability/rule.ts";
import { itinerantRule } from "./itinerant/rule.ts";
import { participationRule } from "./participation/rule.ts";
import { batchesRule } from "./batches/rule.ts";
import { changesRule } from "./changes/rule.ts";
import { staffShareRule } from "./staffShare/rule.ts";
import { pointsFirstRule } from "./pointsFirst/rule.ts";
import { linkedRule } from "./linked/rule.ts";
import { evenShortfallRule } from "./evenShortfall/rule.ts";
import { swapPartnersRule } from "./swapPartners/rule.ts";
import { schoolPlacesRule } from "./schoolPlaces/rule.ts";
import { avoidanceRule } from "./avoidance/rule.ts";
import { pointsSumRule } from "./pointsSum/rule.ts";

/** Every rule by its name, in the order in which programs and plans list them: one line a folder. */
export const RULES = {
  mustMove: mustMoveRule,
  approvedStays: approvedStaysRule,
  postBalance: postBalanceRule,
  establishment: establishmentRule,
  leaderPosts: leaderPostsRule,
  protection: protectionRule,
  returnRoom: returnRoomRule,
  newRecruits: newRecruitsRule,
  prerequisite: prerequisiteRule,
  quota: quotaRule,
  total: totalRule,
  share: shareRule,
  teamCap: teamCapRule,
  perSchool: perSchoolRule,
  direction: directionRule,
  netInflow: netInflowRule,
  directionMatrix: directionMatrixRule,
  balance: balanceRule,
  pairBalance: pairBalanceRule,
  nearness: nearnessRule,
  wishes: wishesRule,
  tenure: tenureRule,
  fairBurden: fairBurdenRule,
  stability: stabilityRule,
  itinerant: itinerantRule,
  participation: participationRule,
  batches: batchesRule,
  changes: changesRule,
  staffShare: staffShareRule,
  pointsFirst: pointsFirstRule,
  pointsSum: pointsSumRule,
  linked: linkedRule,
  evenShortfall: evenShortfallRule,
  swapPartners: swapPartnersRule,
  schoolPlaces: schoolPlacesRule,
  avoidance: avoidanceRule,
} as const;

/**
 * Name of a rule.
 *
 * @public
 */
export type RuleName = keyof typeof RULES;

/**
 * Names of all rules, in order.
 *
 * @public
 */
export const RULE_NAMES = Object.keys(RULES) as readonly RuleName[];

/** A definition whose parameters are read by its own schema; the compiler cannot follow the union. */
export type AnyRuleDefinition = RuleDefinition<unknown>;

/** Returns the definition of a rule, or nothing where there is none of that name. */
export function findRule(name: string): AnyRuleDefinition | undefined {
  return Object.hasOwn(RULES, name) ? (RULES[name as RuleName] as unknown as AnyRuleDefinition) : undefined;
}

/**
 * Returns the definition of a rule of a policy.
 *
 * @throws {RangeError} if there is no rule of that name: the policy was not resolved
 * @public
 */
export function ruleNamed(name: string): AnyRuleDefinition {
  const found = findRule(name);
  if (found === undefined) throw new RangeError(`Cannot find a rule: none is called "${name}"`);
  return found;
}
