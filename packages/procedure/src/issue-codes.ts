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
  | "other-plan"
  | "procedure-date"
  | "publicity-not-over"
  | "step-before-its-turn"
  | "step-out-of-turn"
  | "step-recorded-twice"
  | "transition-refused";

declare module "@lungang/core" {
  interface IssueCodes {
    readonly procedure: ProcedureIssueCode;
  }
}
