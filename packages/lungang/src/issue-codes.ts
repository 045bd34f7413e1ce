/**
 * Codes of the issues that this package finds beside those of core.
 *
 * @public
 */
export type LungangIssueCode =
  | "applies-and-rotates"
  | "cannot-write"
  | "changed-by-hand"
  | "class-of-round-unknown"
  | "comparison-needs-draw"
  | "county-carried-forward"
  | "county-of-other-year"
  | "differs-from-county"
  | "differs-from-plan"
  | "differs-from-policy"
  | "distance-of-unknown-school"
  | "distance-recomputed"
  | "distance-twice"
  | "earlier-set-removed"
  | "edited-beside"
  | "explains-other-plan"
  | "file-open"
  | "foreign-plan"
  | "gap-unexplained"
  | "hard-rules-other-rule"
  | "hard-rules-with-rounds"
  | "interrupted-output"
  | "invalid-date"
  | "invalid-explanation"
  | "invalid-lock"
  | "invalid-loosening"
  | "invalid-plan"
  | "invalid-years"
  | "list-differs-from-steps"
  | "missing-publicity-days"
  | "no-policy"
  | "no-year-left"
  | "not-a-plan"
  | "old-plan-format"
  | "other-years"
  | "people-not-in-county"
  | "plans-mixed"
  | "points-given-and-counted"
  | "reserved-beyond-gap"
  | "round-distance-missing"
  | "round-order-twice"
  | "rounds-not-listed"
  | "rule-missing"
  | "solver-not-installed"
  | "steps-without-rounds"
  | "surplus-unresolved"
  | "township-missing"
  | "unknown-encoding"
  | "unknown-level"
  | "unknown-person"
  | "unknown-report"
  | "unknown-solver"
  | "unsupported-model"
  | "volunteer-order-missing"
  | "withdrawn-unknown";

declare module "@lungang/core" {
  interface IssueCodes {
    readonly lungang: LungangIssueCode;
  }
}
