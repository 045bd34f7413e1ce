/**
 * Codes of the issues that this package finds beside those of core.
 *
 * @public
 */
export type ProcedureIssueCode =
  | "calendar-year-unknown"
  | "change-refused"
  | "deadline-cannot-be-met"
  | "no-open-objection"
  | "objection-recorded-twice"
  | "objection-without-reason"
  | "other-plan"
  | "procedure-date"
  | "publicity-far-from-start"
  | "publicity-last-day"
  | "publicity-not-over"
  | "step-before-its-turn"
  | "step-out-of-turn"
  | "step-recorded-twice"
  | "transition-refused"
  | "upheld-without-change";

declare module "@lungang/core" {
  interface IssueCodes {
    readonly procedure: ProcedureIssueCode;
  }
}
