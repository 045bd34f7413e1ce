export type { Lock } from "./eligibility/locks.ts";
export { locksSchema } from "./eligibility/locks.ts";
export type { IsoDate, WorkCalendar } from "./instance/calendar.ts";
export {
  WEEKENDS_ONLY,
  addDays,
  addMonths,
  ageOn,
  fullYears,
  isIsoDate,
  isWorkingDay,
  lastOfWorkingDays,
  weekday,
} from "./instance/calendar.ts";
export { canonicalJson, compareText, sha256 } from "./instance/canonical-json.ts";
export { canonicalInstance } from "./instance/canonical.ts";
export type { Cell } from "./instance/cells.ts";
export { postName } from "./instance/cells.ts";
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
export type { County } from "./instance/county.ts";
export { NONE, indexCounty } from "./instance/county.ts";
export { MORALITY } from "./instance/former-subjects.ts";
export { greatCircleMetres } from "./instance/great-circle.ts";
export type { Instance, InstanceInput, Travel } from "./instance/instance.ts";
export { instanceSchema } from "./instance/instance.ts";
export type { CoreIssueCode, IssueCode, IssueCodes } from "./instance/issue-codes.ts";
export type { Checked, Issue, SourceLocation, Text } from "./instance/issue.ts";
export { checked, hasError } from "./instance/issue.ts";
export { loadInstance } from "./instance/load.ts";
export { shapeIssues } from "./instance/shape-issues.ts";
export type { ShapeOptions } from "./instance/shape-issues.ts";
export type { ExchangeRecord, Person, PersonInput, PersonStatus } from "./instance/person.ts";
export { worksAt } from "./instance/person.ts";
export type { RetireCategory } from "./instance/retirement.ts";
export { retirementDate } from "./instance/retirement.ts";
export type { Coordinates } from "./instance/scalars.ts";
export type { Encoding, Reading } from "./instance/decode-text.ts";
export { decodeText, possibleReadings } from "./instance/decode-text.ts";
export type { LockEntry } from "./instance/check-locks.ts";
export { checkLocks } from "./instance/check-locks.ts";
export type { JsonFile } from "./instance/read-json.ts";
export { readJsonFile, readJsonText } from "./instance/read-json.ts";
export { isoDateSchema } from "./instance/scalars.ts";
export type { Group, Post, PostInput, School, SchoolInput } from "./instance/school.ts";
export { headsOf } from "./instance/school.ts";
export { UNKNOWN_METRES, schoolMetres } from "./instance/travel.ts";
export type { Words, WordsOf } from "./instance/vocabulary.ts";
export { didYouMean, nearestWord } from "./instance/nearest-word.ts";
export { words } from "./instance/vocabulary.ts";
export type { WordKind } from "./instance/word-codes.ts";
export { codeOf, readWords, wordOf, wordsOf } from "./instance/word-codes.ts";
export type { PlanMemory } from "./plan/memory.ts";
export type {
  LeastViolation,
  PhaseSeconds,
  PlanLimits,
  PlanOutcome,
  PlanProgress,
  PlanRequest,
  ProgramSize,
} from "./plan/outcome.ts";
export type { CountyCheck, PersonStanding, ReasonCount, SubjectBalance } from "./planner/check-county.ts";
export type { QuotaNeed } from "./planner/quota-needs.ts";
export { checkCounty } from "./planner/check-county.ts";
export type { ManifestRequest } from "./planner/manifest.ts";
export { basisOf, manifestOf } from "./planner/manifest.ts";
export { verifyManifest } from "./planner/verify-manifest.ts";
export { planCounty, planWithin } from "./planner/plan-county.ts";
export type { Baseline, ChangeCount, ChangesPlace, ReplanOutcome, ReplanRequest } from "./planner/replan.ts";
export { replanCounty, withFewestChanges } from "./planner/replan.ts";
export { planOfRoster } from "./planner/plan-of-roster.ts";
export { programOf } from "./planner/program-of.ts";
export type { VerifyPlanInput, VerifyReport, VerifyRosterInput } from "./verify/verify.ts";
export { verifyPlan, verifyRoster } from "./planner/verify-plan.ts";
