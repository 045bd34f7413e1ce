export type { Checked, Issue, Place, Text } from "./instance/issue.ts";
export { checked, hasError } from "./instance/issue.ts";
export type { IsoDate, WorkCalendar } from "./instance/calendar.ts";
export {
  WEEKENDS_ONLY,
  addDays,
  addMonths,
  ageOn,
  completedYears,
  fullYears,
  isIsoDate,
  isWorkingDay,
  lastOfWorkingDays,
} from "./instance/calendar.ts";
export type { RetireCategory } from "./instance/retirement.ts";
export { retirementDate, retirementDelayMonths } from "./instance/retirement.ts";
export * as codes from "./instance/codes.ts";
export type {
  FormCode,
  GroupKind,
  Office,
  PersonType,
  PostKind,
  SchoolType,
  Stage,
  StatusCode,
} from "./instance/codes.ts";
export { stagesOfType } from "./instance/codes.ts";
export type { Coordinates } from "./instance/scalars.ts";
export type { ExchangeRecord, Person, PersonInput, PersonStatus } from "./instance/person.ts";
export { inLeadershipTeam, personSchema, worksAt } from "./instance/person.ts";
export type { Group, Post, PostInput, School, SchoolInput } from "./instance/school.ts";
export { groupSchema, headsOf, postSchema, schoolSchema } from "./instance/school.ts";
export type { Instance, InstanceInput, Travel } from "./instance/instance.ts";
export { instanceSchema } from "./instance/instance.ts";
export { EARTH_RADIUS_METRES, greatCircleMetres } from "./instance/great-circle.ts";
export { canonicalInstance } from "./instance/canonical.ts";
export { canonicalJson, compareText, sha256 } from "./instance/canonical-json.ts";
export { loadInstance } from "./instance/load.ts";
export type { Encoding, Reading } from "./instance/decode-text.ts";
export { decodeText, possibleReadings } from "./instance/decode-text.ts";
export type { LockEntry } from "./instance/check-locks.ts";
export { checkLocks } from "./instance/check-locks.ts";
export type { JsonFile } from "./instance/read-json.ts";
export { readJsonFile, readJsonText } from "./instance/read-json.ts";
export type { Cell } from "./instance/cells.ts";
export type { County } from "./instance/county.ts";
export { indexCounty } from "./instance/county.ts";
export * from "./linear/index.ts";
export * from "./solver/index.ts";
export type { Share } from "./policy/share.ts";
export { ceilShare, floorShare, parseShare, share, shareText } from "./policy/share.ts";
export type { Parameter, ParameterValue, Settings } from "./policy/parameters.ts";
export type { DueGroup, Exemption, Form, LevelEntry, Policy, RuleEntry, Scope } from "./policy/policy.ts";
export type { FormTemplate } from "./policy/forms.ts";
export { FORM_CATALOGUE, isFullTime, isLong } from "./policy/forms.ts";
export { policyDocumentSchema, policySchema } from "./policy/policy.ts";
export type { Predicate } from "./policy/predicate.ts";
export { ATTRIBUTES } from "./policy/attributes.ts";
export { PENALTY_TRIGGERS } from "./policy/benefits.ts";
export { holidayYearSchema } from "./policy/report-section.ts";
export { isoDateSchema } from "./instance/scalars.ts";
export type { BenefitEntry, BenefitKind, PenaltyFlag, PenaltyTrigger, Threshold } from "./policy/benefits.ts";
export { benefitKind } from "./policy/benefits.ts";
export type { HolidayYear, ReportSection } from "./policy/report-section.ts";
export type { ReportSectionName, ResolveOptions } from "./policy/resolve.ts";
export { resolvePolicy } from "./policy/resolve.ts";
export type { Lock } from "./eligibility/locks.ts";
export { lockSchema, locksSchema } from "./eligibility/locks.ts";
export type { Decision, Reason, Standing } from "./eligibility/decision.ts";
export { mayMove, mustMove } from "./eligibility/decision.ts";
export type { Eligibility } from "./eligibility/eligibility.ts";
export { decideEligibility, hasPost, quotaBase } from "./eligibility/eligibility.ts";
export type { ActiveRule, RuleName } from "./rules/schemas.ts";
export { RULE_SCHEMAS, activeRules } from "./rules/schemas.ts";
export type {
  Manifest,
  Measure,
  Plan,
  PlanItinerary,
  PlanLevel,
  PlanMove,
  PlanParticipation,
  PlanReturn,
  PlanStay,
  SchoolBalance,
  Shortfall,
  Violation,
} from "./plan/plan.ts";
export { planSchema } from "./plan/plan.ts";
export type { Names, NamesOptions } from "./plan/names.ts";
export { formWord, maskName, namesOf } from "./plan/names.ts";
export type { Swap, SwapNames, SwapStep } from "./plan/swaps.ts";
export { swapsOf } from "./plan/swaps.ts";
export { UNKNOWN_METRES, schoolMetres } from "./instance/travel.ts";
export type {
  LeastViolation,
  PhaseSeconds,
  PlanLimits,
  PlanOutcome,
  PlanProgress,
  PlanRequest,
  ProgramSize,
} from "./plan/outcome.ts";
export type { PlanMemory } from "./plan/memory.ts";
export type { Words, WordsOf } from "./instance/vocabulary.ts";
export { words } from "./instance/vocabulary.ts";
export { planCounty } from "./planner/plan-county.ts";
export type { CountyCheck, QuotaNeed, ReasonCount, SubjectBalance } from "./planner/check-county.ts";
export { checkCounty } from "./planner/check-county.ts";
export { programOf } from "./planner/program-of.ts";
export type { ChainOptions, ChainProgress, ChainResult, LevelOutcome } from "./optimize/chain-types.ts";
export { solveChain } from "./optimize/chain.ts";
export type { Face, PricedLevel } from "./optimize/face.ts";
export { fixByReducedCost, narrowBounds } from "./optimize/face.ts";
export type { VerifyPlanInput, VerifyReport, VerifyRosterInput } from "./verify/verify.ts";
export { verifyPlan, verifyRoster } from "./verify/verify.ts";
export type { RosterMove } from "./verify/roster.ts";
export type { LevelComparison } from "./verify/compare.ts";
export { ruleText } from "./rules/texts.ts";
export type { Balance, SchoolResource } from "./indicators/balance.ts";
export { balanceOf } from "./indicators/balance.ts";
export type { Benefits } from "./benefits/benefits.ts";
export { benefitsOf } from "./benefits/benefits.ts";
export type { BenefitRequest, ConductRecord, TitleReview } from "./benefits/context.ts";
export { fullMonths } from "./benefits/context.ts";
export type { Alternative, ConditionFinding } from "./benefits/condition.ts";
export type { ConditionStatus } from "./benefits/service.ts";
export type { EarlyPostFinding, HigherPostFinding } from "./benefits/posts.ts";
export type { AllowanceFinding, PayFinding } from "./benefits/money.ts";
export type { HousingFinding } from "./benefits/housing.ts";
export type { PassCount, PassRateFinding } from "./benefits/pass-rates.ts";
export type { PenaltyFinding } from "./benefits/penalty.ts";
export type { HolidayCalendar } from "./procedure/public-holidays.ts";
export { CHINA_HOLIDAYS, chinaCalendar, unknownYearIssues } from "./procedure/public-holidays.ts";
export type { PublicityDeadlines, PublicityRequest, PublicitySchedule } from "./procedure/publicity.ts";
export { firstOfWorkingDays, nextWorkingDay, publicitySchedule } from "./procedure/publicity.ts";
export type {
  ChangeReach,
  PlanChangeKind,
  PlanEvent,
  PlanState,
  PlanTransition,
  StateAnswer,
  TransitionFacts,
} from "./procedure/plan-states.ts";
export { ALLOWED_CHANGES, PLAN_STATE_WORDS, PLAN_TRANSITIONS, nextPlanState } from "./procedure/plan-states.ts";
export type { PlanChange } from "./procedure/plan-changes.ts";
export { planChanges, refusedChanges } from "./procedure/plan-changes.ts";
export type { StepAnswer, Workflow, WorkflowActor, WorkflowStep } from "./procedure/workflow.ts";
export { nextStep, takeStep } from "./procedure/workflow.ts";
export { APPOINTING, WORKFLOWS } from "./procedure/workflows.ts";
export { CORE_VERSION } from "./planner/version.ts";
export type { AdvanceOptions } from "./years/advance.ts";
export { advanceInstance } from "./years/advance.ts";
export type { YearsGround } from "./years/base-years.ts";
export type { Baseline, ChangeCount, ChangesPlace, ReplanOutcome, ReplanRequest } from "./years/replan.ts";
export { replanCounty, withFewestChanges } from "./years/replan.ts";
export type { ReplanYearsOutcome, ReplanYearsRequest } from "./years/replan-years.ts";
export { replanYears } from "./years/replan-years.ts";
export type { PlannedYear, PlannedYears, SolvedAgain, YearsSolving } from "./years/rolling.ts";
export type { LevelLoss, RollingLoss } from "./years/rolling-loss.ts";
export { rollingLoss } from "./years/rolling-loss.ts";
export { plannedYears } from "./years/planned-years.ts";
export type { LevelTotal } from "./years/totals.ts";
export type { EarlierStart } from "./years/horizon-context.ts";
export type { ProgramReport, YearsOutcome, YearsProgress, YearsRequest } from "./years/plan-years.ts";
export { planYears } from "./years/plan-years.ts";
export type { YearsFinding } from "./years/findings.ts";
export type { SchoolBurden } from "./years/even-burden.ts";
export { EVEN_BURDEN, forYears } from "./years/years-policy.ts";
export type { MissedPerson, YearsReport } from "./years/verify-years.ts";
export { verifyYears } from "./years/verify-years.ts";
