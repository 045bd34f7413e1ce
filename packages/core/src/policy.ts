export { NO_FORM } from "./eligibility/admissible.ts";
export type { FormRefusal, PersonRefusal, Refusals } from "./eligibility/refusals.ts";
export { refusalsOf } from "./eligibility/refusals.ts";
export type { Decision, Reason, ReasonCode, Standing } from "./eligibility/decision.ts";
export { mayMove } from "./eligibility/decision.ts";
export type { DecidedCounty } from "./eligibility/eligibility.ts";
export { decideEligibility, quotaBase } from "./eligibility/eligibility.ts";
export type { StandingReason } from "./eligibility/standing-reasons.ts";
export { standingReasons } from "./eligibility/standing-reasons.ts";
export { UNITS_PER_POINT, parsePoints, pointsText } from "./points/decimal.ts";
export type { ItemHead, PointSheet, ScoredItem } from "./points/score.ts";
export { limited, scoredCondition, scoredItem, scoredProduct, scoredSet, tieValue, totalOf } from "./points/score.ts";
export { pointSheetLines } from "./points/sheet-text.ts";
export type { AppointmentTerms } from "./policy/appointment-section.ts";
export type { PolicyAppointment, PolicyAppointmentOptions } from "./policy/appointment-terms.ts";
export { policyAppointment } from "./policy/appointment-terms.ts";
export type { OwnAttribute, OwnColumn } from "./policy/own-attributes.ts";
export { ownColumns } from "./policy/own-attributes.ts";
export type { PointCounter } from "./policy/point-attributes.ts";
export type { PointItem, PointScale } from "./policy/points-section.ts";
export { pointCounters } from "./policy/policy-attributes.ts";
export type { ScaleSheet } from "./eligibility/point-sheets.ts";
export { pointSheetsOf } from "./eligibility/point-sheets.ts";
export type { Rounding } from "./policy/rounding.ts";
export type { Subject } from "./policy/attributes.ts";
export { ATTRIBUTES, emptySubject } from "./policy/attributes.ts";
export type { BenefitEntry, BenefitKind, PenaltyFlag, PenaltyTrigger, Threshold } from "./policy/benefits.ts";
export { PENALTY_TRIGGERS, THRESHOLDS, benefitKind } from "./policy/benefits.ts";
export { wordAmong } from "./instance/words-among.ts";
export { currentExchange, planDates } from "./policy/facts.ts";
export type { FormTemplate } from "./policy/forms.ts";
export { FORM_CATALOGUE } from "./policy/forms.ts";
export type { Parameter, ParameterValue, Settings } from "./policy/parameters.ts";
export type {
  DueGroup,
  Exemption,
  FilledPolicy,
  Form,
  LevelEntry,
  PolicyTerms,
  RuleEntry,
  Scope,
} from "./policy/policy.ts";
export { policySchema } from "./policy/policy.ts";
export type { PolicyHead } from "./policy/policy-head.ts";
export { policyHead } from "./policy/policy-head.ts";
export type { Predicate } from "./policy/predicate.ts";
export { OPERATORS, compilePredicate } from "./policy/predicate.ts";
export type { HolidayYear } from "./policy/holidays.ts";
export { holidayYearSchema } from "./policy/holidays.ts";
export type { ReportSection } from "./policy/report-section.ts";
export type { ReportSectionName } from "./policy/fill.ts";
export type { Policy, PolicyOrigin } from "./policy/resolved.ts";
export { attributeText } from "./policy/attribute-words.ts";
export type { Root } from "./policy/condition-issues.ts";
export { CONDITION_SUBJECTS } from "./policy/condition-issues.ts";
export type { SchemaField } from "./policy/schema-fields.ts";
export { schemaFields } from "./policy/schema-fields.ts";
export { conditionText } from "./policy/condition-text.ts";
export type { DataNeed, DataNeeds } from "./planner/data-needs.ts";
export { dataNeeds } from "./planner/data-needs.ts";
export { lintPolicy } from "./planner/lint-policy.ts";
export type { PolicyRule, RuleMeaning, RuleTerms } from "./policy/policy-rule.ts";
export { rulesOf } from "./policy/policy-rule.ts";
export type { ResolveOptions } from "./planner/resolve-policy.ts";
export { resolvePolicy } from "./planner/resolve-policy.ts";
export { withMostChanges } from "./planner/replan.ts";
export type { Share } from "./policy/share.ts";
export { ceilShare, floorShare, parseShare, share, shareText } from "./policy/share.ts";
export type { RuleName } from "./rules/registry.ts";
export { RULE_NAMES, ruleNamed } from "./rules/registry.ts";
export { levelsCountedBy } from "./planner/parted-levels.ts";
export { inOrder } from "./planner/rule-order.ts";
export { establishmentMeaning } from "./rules/establishment/schema.ts";
export { newRecruitsMeaning } from "./rules/newRecruits/schema.ts";
export { pointsFirstMeaning } from "./rules/pointsFirst/schema.ts";
export { postBalanceMeaning } from "./rules/postBalance/schema.ts";
export { quotaMeaning } from "./rules/quota/schema.ts";
export { totalMeaning } from "./rules/total/schema.ts";

export { isHard } from "./policy/strength.ts";
export { ruleText } from "./planner/rule-texts.ts";
export type { BatchesParams } from "./rules/batches/schema.ts";
export type { ChangesParams } from "./rules/changes/schema.ts";
