/**
 * Codes of the issues that this package finds beside those of core.
 *
 * @public
 */
export type LungangIssueCode =
  | "cannot-write"
  | "changed-by-hand"
  | "comparison-needs-draw"
  | "county-carried-forward"
  | "county-of-other-year"
  | "differs-from-county"
  | "differs-from-plan"
  | "distance-recomputed"
  | "earlier-set-removed"
  | "edited-beside"
  | "explains-other-plan"
  | "file-open"
  | "foreign-plan"
  | "gap-unexplained"
  | "hard-rules-other-rule"
  | "interrupted-output"
  | "invalid-date"
  | "invalid-explanation"
  | "invalid-lock"
  | "invalid-plan"
  | "invalid-years"
  | "no-policy"
  | "no-year-left"
  | "old-plan-format"
  | "other-years"
  | "plans-mixed"
  | "points-given-and-counted"
  | "reserved-beyond-gap"
  | "solver-not-installed"
  | "surplus-unresolved"
  | "township-missing"
  | "unknown-encoding"
  | "unknown-person"
  | "unknown-report"
  | "unknown-solver"
  | "unsupported-model"
  | "volunteer-order-missing";

declare module "@lungang/core" {
  interface IssueCodes {
    readonly lungang: LungangIssueCode;
  }
}
