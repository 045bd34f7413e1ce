/**
 * Codes of the issues that this package finds beside those of core.
 *
 * @public
 */
export type LungangIssueCode =
  | "cannot-write"
  | "changed-by-hand"
  | "differs-from-plan"
  | "distance-recomputed"
  | "file-open"
  | "foreign-plan"
  | "interrupted-output"
  | "invalid-date"
  | "invalid-lock"
  | "invalid-plan"
  | "invalid-years"
  | "no-year-left"
  | "old-plan-format"
  | "other-years"
  | "plans-mixed"
  | "solver-not-installed"
  | "unknown-encoding"
  | "unknown-person"
  | "unknown-report"
  | "unknown-solver"
  | "unsupported-model";

declare module "@lungang/core" {
  interface IssueCodes {
    readonly lungang: LungangIssueCode;
  }
}
