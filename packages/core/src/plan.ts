export { fullMonths, lastDayOfMonths } from "./instance/calendar.ts";
export { dateText } from "./instance/date-text.ts";
export { isClosed } from "./instance/school.ts";
export { compareIds, listedSchools, placesInList } from "./instance/school-order.ts";
export { hasTerm } from "./instance/exchanges.ts";
export { decodeRoster } from "./plan/decode.ts";
export { baseText } from "./plan/base-text.ts";
export { emptyRanges } from "./plan/empty-ranges.ts";
export type { Names, NamesOptions } from "./plan/names.ts";
export { formWord, maskName, namesOf, publishedName } from "./plan/names.ts";
export { isMaskedName, maskedName } from "./instance/masked-name.ts";
export type { ObjectionStage } from "./plan/objections.ts";
export { objectionText } from "./plan/objections.ts";
export type {
  Manifest,
  Measure,
  Plan,
  PlanBasis,
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
export { measureSchema, planLevelSchema, planSchema, violationSchema } from "./plan/plan.ts";
export type { AnyQuestion, LevelQuestion, PostQuestion, Question, SchoolQuestion } from "./plan/question.ts";
export { questionSchema, schoolQuestionSchema } from "./plan/question.ts";
export {
  STANDING_WORDS,
  amountText,
  differenceText,
  fromToText,
  isMetres,
  kilometres,
  unitWord,
} from "./plan/plan-words.ts";
export { termAtHome } from "./policy/facts.ts";
export type { Swap, SwapNames, SwapStep } from "./plan/swaps.ts";
export { swapsOf } from "./plan/swaps.ts";
export { PLAN_FORMAT } from "./plan/plan.ts";
export type { RuleSubject, Grouping, LimitName } from "./subject/rule-subject.ts";
export { COUNTY, groupSubject, ruleSubjectSchema, subjectKey } from "./subject/rule-subject.ts";
export type { Finding } from "./subject/finding.ts";
export { violationText } from "./planner/rule-texts.ts";
