/** Planning of rotation, in the order in which it is used; nothing here touches files, see `lungang/node`. */

// Open: a county, a policy with its numbers, decisions already taken.
export type { CountySource } from "./case/county.ts";
export { openCounty } from "./case/county.ts";
export type { LocksSource } from "./case/locks.ts";
export { readLocks } from "./case/locks.ts";
export type { CaseRequest, PlanningCase } from "./case/planning-case.ts";
export { openCase } from "./case/planning-case.ts";
export type { FoundPolicy, PolicyChanges, PolicySource } from "./case/policy.ts";
export { findPolicy, lintPolicy } from "./case/policy.ts";
export type { GivenBesidePlan } from "./case/remembered.ts";
export { caseOfPlan } from "./case/remembered.ts";
export { together } from "./case/together.ts";
export type { PolicyAttribute, PolicyRuleHelp, PolicySummary } from "@lungang/policies";
export {
  listPolicies,
  policyAttributes,
  policyDocument,
  policyForms,
  policyNames,
  policyRules,
  policyYaml,
} from "@lungang/policies";
export type { PolicyHead } from "@lungang/core/policy";
export { policyHead } from "@lungang/core/policy";
export type { NamedFile, Roster, RosterLine } from "@lungang/tabular";

// Check, plan, verify.
export { checkCase } from "./check.ts";
export type { IssueGroup } from "@lungang/tabular";
export { groupIssues } from "@lungang/tabular";
export type { AppointOptions, WhatIf, Session } from "./session/session.ts";
export { openSession } from "./session/session.ts";
export type { PlanOptions } from "./session/plan-year.ts";
export { FailedVerificationError } from "./session/plan-year.ts";
export type { SolverLoader, SolverName } from "./session/solvers.ts";
export { YEARS_SOLVER, YEAR_SOLVER } from "./session/solvers.ts";
export type { CandidateProof } from "./outcome/parts.ts";
export type { Outcome, PlanSummary } from "./outcome/plan-outcome.ts";
export { OUTCOME_FORMAT, outcomeSchema } from "./outcome/plan-outcome.ts";
export type { ToldLeastViolation, ToldViolation } from "./outcome/told.ts";
export { limitText } from "./outcome/told.ts";
export type { VerifyOutcome } from "./outcome/verify-outcome.ts";
export { verifyPlan, verifyRoster } from "./outcome/verify-outcome.ts";

export type { AdoptOutcome } from "./roster/adopt.ts";
export { adoptRoster } from "./roster/adopt.ts";
export type { RosterChange } from "./roster/changes.ts";

// Years.
export type { YearsCase, YearsCaseRequest } from "./years/years-case.ts";
export { MOST_YEARS, openYearsCase } from "./years/years-case.ts";
export type { EarlierYears } from "./years/earlier-years.ts";
export type { YearsOptions } from "./years/solve-years.ts";
export type { AdoptYearsOutcome, ReadEditedYear } from "./years/adopt-years.ts";
export { adoptYears } from "./years/adopt-years.ts";
export type { YearsOutcome } from "./years/years-outcome.ts";
export { YEARS_OUTCOME_FORMAT, yearsOutcomeSchema } from "./years/years-outcome.ts";

// Appointment to posts (县管校聘).
export type {
  AfterPlan,
  Applications,
  ApplicationsPolicy,
  ApplicationsSource,
} from "./appointment/open-applications.ts";
export { openApplications } from "./appointment/open-applications.ts";
export type { Chain } from "./appointment/chain.ts";
export type { AppointmentOutcome, DecidedAppointment } from "./appointment/appointment-outcome.ts";
export { APPOINTMENT_OUTCOME_FORMAT, appointmentOutcomeSchema } from "./appointment/appointment-outcome.ts";
export type { AppointmentReport } from "./appointment/verify-appointment.ts";
export { verifyAppointmentList } from "./appointment/verify-appointment.ts";
export type { AppointmentFilesOptions } from "./appointment/appointment-files.ts";
export { appointmentFileNames, appointmentFiles, applicationsTemplate } from "./appointment/appointment-files.ts";
export type { AppointedPeople } from "./appointment/appointed-of-county.ts";
export { appointedOfCounty } from "./appointment/appointed-of-county.ts";
export type { AppointmentList } from "@lungang/tabular";
export { readAppointmentList } from "@lungang/tabular";

// Report card of any plan.
export { auditAppointment, auditPlan, auditRoster } from "./audit/audit.ts";
export type { ReportCardDocument } from "./audit/card-document.ts";
export { REPORT_CARD_FORMAT, reportCardSchema } from "./audit/card-document.ts";
export { cardFileNames, cardFiles } from "./audit/card-files.ts";
export { publicCard } from "./audit/public-card.ts";

// Documents and files, as named bytes.
export type { PlanSource } from "./documents/plan-document.ts";
export { planDigest, readPlan } from "./documents/plan-document.ts";
export { YEARS_FORMAT, readYears } from "./years/years-document.ts";
export type { SchemaName } from "./documents/schemas.ts";
export { SCHEMA_NAMES, jsonSchemaOf } from "./documents/schemas.ts";
export type { ProgramFormat, ProgramTextOptions } from "./documents/program-text.ts";
export { PROGRAM_FORMATS, programText } from "./documents/program-text.ts";
export type { Language, OutFile } from "./files/out-file.ts";
export { LANGUAGES } from "./files/out-file.ts";
export { countyFiles, readRoster } from "./files/county-files.ts";
export type { PlanFilesOptions } from "./files/plan-files.ts";
export { planFileNames, planFiles } from "./files/plan-files.ts";
export type { NoPlan } from "./files/no-plan-sheets.ts";
export { NO_PLAN_FILE, noPlanFile } from "./files/no-plan-file.ts";
export type { YearsFilesOptions } from "./files/years-files.ts";
export { caseOfYearAfter, casesOfYears, yearsFileNames, yearsFiles } from "./files/years-files.ts";
export type { TemplatePolicy } from "./files/template.ts";
export { nextYearFile } from "./files/next-year.ts";
export type { NextYear, NextYearOptions } from "./files/next-year.ts";
export { templateFile } from "./files/template.ts";
export type { ReportOptions } from "./files/report-file.ts";
export { readRecords, reportFile, reportSections, reportsOf, wrongDay } from "./files/report-file.ts";
export type { PageOptions } from "./files/page-file.ts";
export { lettersFile } from "./files/letters-file.ts";
export { decisionDay } from "./files/official-document.ts";
export { pageFile } from "./files/page-file.ts";
export type { PageExplanations } from "./files/page-explanations.ts";
export { readExplanation, togetherExplained } from "./files/page-explanations.ts";
export type { Audience, Edition, Report, ReportRecords } from "@lungang/report";

// Publicity, objections, the end, assessments.
export type { Procedure, ProcedureRequest, ProcedureStatus } from "./procedure/procedure.ts";
export { objectionStage } from "./procedure/objection-stage.ts";
export { openProcedure, procedureFile, takeProcedureStep } from "./procedure/procedure.ts";

// What all of it speaks of.
export type {
  Checked,
  CountyCheck,
  Instance,
  Issue,
  Lock,
  SourceLocation,
  PlanLimits,
  Text,
  VerifyReport,
} from "@lungang/core";
export { hasError, words } from "@lungang/core";
export type { Measure, Names, ObjectionStage, Plan, PlanMove, RuleSubject, Swap, Violation } from "@lungang/core/plan";
export {
  COUNTY,
  STANDING_WORDS,
  amountText,
  dateText,
  emptyRanges,
  kilometres,
  namesOf,
  placesInList,
  swapsOf,
} from "@lungang/core/plan";
export type { Parameter, Policy, ReportSectionName, Settings, Standing } from "@lungang/core/policy";
export type { MadeFrom } from "./explain/made-from.ts";
export { madeFrom } from "./explain/made-from.ts";
export type { AskedQuestion, Loosened } from "./explain/questions.ts";
export { findLevel, findPerson, findSchool, readLoosened, readQuestion } from "./explain/questions.ts";
export { sweepPolicies } from "./explain/steps.ts";
export type { PlanOfCase } from "./explain/reasons-of-plan.ts";
export type { Explanations, OnToldLead, Priced, Told, ToldFront, ToldVariant } from "./explain/explanations.ts";
export type { Comparison, Conflict, Highest, VariantResult, WhyNot, WhyPerson, Wording } from "@lungang/explain";
export { comparePlans, placementText, wordingOf } from "@lungang/explain";
export type { YearsFinding, YearsProgress } from "@lungang/years";
export { forYears } from "@lungang/years";
export type { PlanProgress } from "./session/plan-year.ts";
export type { LungangIssueCode } from "./issue-codes.ts";
