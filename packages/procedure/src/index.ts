export type { Benefits } from "./benefits/benefits.ts";
export { benefitsOf } from "./benefits/benefits.ts";
export type { Alternative, ConditionFinding } from "./benefits/condition.ts";
export type { BenefitRequest, ConductRecord, TitleReview } from "./benefits/context.ts";
export type { HousingFinding } from "./benefits/housing.ts";
export type { AllowanceFinding, PayFinding } from "./benefits/money.ts";
export type { PassCount, PassRateFinding } from "./benefits/pass-rates.ts";
export type { PenaltyFinding } from "./benefits/penalty.ts";
export type { EarlyPostFinding, HigherPostFinding } from "./benefits/posts.ts";
export type { ConditionStatus } from "./benefits/service.ts";
export type { HolidayCalendar } from "./publicity/public-holidays.ts";
export { CHINA_HOLIDAYS, chinaCalendar, unknownYearIssues } from "./publicity/public-holidays.ts";
export type { PublicityDeadlines, PublicityRequest, PublicitySchedule } from "./publicity/publicity.ts";
export { firstOfWorkingDays, nextWorkingDay, publicitySchedule } from "./publicity/publicity.ts";
export type { PlanChange } from "./states/plan-changes.ts";
export { lineChanges, planChanges, refusedChanges } from "./states/plan-changes.ts";
export type {
  ChangeReach,
  PlanChangeKind,
  PlanEvent,
  PlanState,
  PlanTransition,
  StateAnswer,
  TransitionFacts,
} from "./states/plan-states.ts";
export { ALLOWED_CHANGES, PLAN_STATE_WORDS, PLAN_TRANSITIONS, nextPlanState } from "./states/plan-states.ts";
export type { Candidate, SelectionRecord, SelectionStep } from "./selection/candidates.ts";
export { candidatesOf } from "./selection/candidates.ts";
export type { ContractDays, ContractEnd } from "./contracts/contracts.ts";
export { contractDays, contractEnd } from "./contracts/contracts.ts";
export type { RecordableStep, RecordedSteps, StepRecord, StepStanding } from "./steps/recorded-steps.ts";
export { recordedSteps } from "./steps/recorded-steps.ts";
export type { Assessment } from "./record/assessment.ts";
export { assessmentsOf } from "./record/assessment.ts";
export type { DueDate } from "./record/due-dates.ts";
export { dueDates } from "./record/due-dates.ts";
export type { ProcedureStanding } from "./record/procedure-state.ts";
export { procedureStanding } from "./record/procedure-state.ts";
export type { IdentifiedPlan, ProcedureStep } from "./record/procedure-steps.ts";
export { addObjection, decideObjections, finalisePlan, publishPlan, withdrawPlan } from "./record/procedure-steps.ts";
export type {
  Aspect,
  AssessmentRecord,
  Assessor,
  ObjectionRecord,
  ProcedureEvent,
  ProcedureRecord,
  PublishedLines,
} from "./record/record.ts";
export { ASPECTS, ASSESSORS, NO_PROCEDURE } from "./record/record.ts";
export type { ProcedureIssueCode } from "./issue-codes.ts";
