/** Markets: posts, people, wishes and what ranks them. */
export type { MarketInput } from "./market/document.ts";
export { marketSchema } from "./market/document.ts";
export { loadMarket } from "./market/load.ts";
export type {
  Market,
  MarketPerson,
  MarketPost,
  OwnPostRight,
  Placement,
  PostKind,
  SwapProposal,
  TitleLimit,
} from "./market/market.ts";
export { NO_POST } from "./market/market.ts";
export type { Rule, RuleName } from "./market/rule.ts";
export { RULE_WORDS, ruleSchema } from "./market/rule.ts";

/** Points and the public draw. */
export { lotOf, lotText } from "./points/draw.ts";
export type { PointScheme } from "./points/scheme.ts";
export { loadScheme, schemeSchema } from "./points/scheme.ts";
export type { Evidence } from "./points/score-data.ts";
export { evidenceSchema, loadEvidence } from "./points/score-data.ts";
export { scorePeople } from "./points/score.ts";

/** Rules: who gets which post. */
export type { Appointment, AppointmentLine } from "./rules/appoint.ts";
export { appoint, appointmentLines, countLines } from "./rules/appoint.ts";
export { appointWithinTitles } from "./rules/appoint-within-titles.ts";
export type { RuleComparison } from "./rules/compare.ts";
export { compareRules } from "./rules/compare.ts";

/** Who is surplus, and swaps of people who name each other. */
export type { SurplusGroup, SurplusMember, SurplusQuestion } from "./market/surplus-document.ts";
export { loadSurplus, surplusSchema } from "./market/surplus-document.ts";
export type { SurplusAnswer } from "./mechanisms/surplus/surplus.ts";
export { surplus } from "./mechanisms/surplus/surplus.ts";
export type { SwapAnswer, SwapRefusal, SwapsResult } from "./mechanisms/swaps/swaps.ts";
export { swapRefusalText, swaps } from "./mechanisms/swaps/swaps.ts";

/** Rounds, each fixed before the next. */
export type { Round, RoundsInput } from "./rounds/round.ts";
export { loadRounds, roundsSchema } from "./rounds/round.ts";
export type { MetresTo, WithdrawnDecision } from "./rounds/round-state.ts";
export type { RoundReport, RoundsLine, RoundsOptions, RoundsResult } from "./rounds/run-rounds.ts";
export { runRounds, runRoundsWithinTitles } from "./rounds/run-rounds.ts";
export type { RoundStep, RoundsVerification } from "./rounds/verify-rounds.ts";
export { verifyRounds } from "./rounds/verify-rounds.ts";
export type { RoundsChange } from "./rounds/changes.ts";
export { changesBetween } from "./rounds/changes.ts";
export type { FewestChanges, FewestChangesResult, WithdrawnQuestion } from "./program/fewest-changes.ts";
export { fewestChanges } from "./program/fewest-changes.ts";

/** Couples and limits of regions, by an integer program. */
export type { Couple, HardRules, Limit, MetresBetween } from "./market/hard-rules.ts";
export { hardRulesSchema, loadHardRules } from "./market/hard-rules.ts";
export type { LevelValue, StableOptions } from "./program/two-levels.ts";
export type { StablePlacement, StableResult } from "./program/solve.ts";
export { solveStable } from "./program/solve.ts";

/** Checks that know no mechanism, of any list. */
export type { AppointmentInput } from "./market/appointment-document.ts";
export { appointmentSchema, readAppointment } from "./market/appointment-document.ts";
export type { CheckedProperty, VerifyOptions, VerifyReport } from "./check/verify.ts";
export { verifyAppointment } from "./check/verify.ts";
export type { PropertyFinding, PropertyName, ReasonNames } from "./properties/finding.ts";
export { CLAIMS } from "./properties/claims.ts";
export type { TitleStop } from "./properties/titles.ts";
export { titleStops } from "./properties/titles.ts";
export type { SurplusFinding, SurplusList } from "./properties/surplus.ts";
export { checkSurplus } from "./properties/surplus.ts";
export type { NamedPartner, SwapFinding } from "./properties/swaps.ts";
export { checkSwaps } from "./properties/swaps.ts";
export type { HardRuleFinding } from "./properties/hard-rules.ts";
export { checkHardRules } from "./properties/hard-rules.ts";

/** Reasons for people. */
export type { MissedPost, PersonReasons } from "./reasons/reasons.ts";
export { reasonsOf } from "./reasons/reasons.ts";
export type { RemainingPair } from "./reasons/blocking-causes.ts";
export { remainingPairs } from "./reasons/blocking-causes.ts";

/** Whether honest answers are safe. */
export type { Counterexample, StrategyStatement } from "./strategy/statement.ts";
export { strategyOf, strategyOfSurplus, strategyUnder } from "./strategy/strategy.ts";
export { describeCounterexample } from "./rules/describe-counterexample.ts";
export { strategyOfHardRules } from "./strategy/hard-rules.ts";
export { strategyOfRounds } from "./rounds/strategy.ts";
export type { AppointmentIssueCode } from "./issue-codes.ts";
