/**
 * Codes of the issues that this package finds.
 *
 * @public
 */
export type CoreIssueCode =
  | "ambiguous-post"
  | "away-by-record"
  | "away-outside-county"
  | "away-without-record"
  | "balance-needs-pupils"
  | "balance-too-large"
  | "circular-set"
  | "coordinates-swapped"
  | "dates-out-of-order"
  | "digits-lost"
  | "due-in-spite"
  | "duplicate-id"
  | "duplicate-key"
  | "empty-range"
  | "empty-scope"
  | "establishments-over-county"
  | "exchange-elsewhere"
  | "exchange-long-ended"
  | "exchange-nowhere"
  | "exchanges-overlap"
  | "forced-in-term"
  | "forced-out-of-term"
  | "form-narrows-base"
  | "pair-of-many"
  | "scope-without-groups"
  | "gap-over-limit"
  | "group-of-one"
  | "held-cannot-stay"
  | "homes-on-one-point"
  | "implausible-age"
  | "implausible-date"
  | "implausible-number"
  | "invalid-attribute"
  | "invalid-parameter"
  | "invalid-policy"
  | "invalid-predicate"
  | "invalid-syntax"
  | "invalid-value"
  | "joined-posts-short"
  | "lock-twice"
  | "locks-contradict"
  | "main-subject-twice"
  | "masked-name"
  | "named-unused"
  | "matrix-shape"
  | "missing-offices"
  | "missing-part"
  | "missing-value"
  | "no-schools"
  | "nobody-due"
  | "overflow-at-return"
  | "own-value-unused"
  | "parameter-required"
  | "part-load-post"
  | "past-retirement"
  | "person-without-school"
  | "pinned-cannot-move"
  | "pinned-exempt"
  | "post-contradicts"
  | "post-elsewhere"
  | "post-twice"
  | "post-without-demand"
  | "publication-without-end"
  | "quota-out-of-reach"
  | "record-twice"
  | "recruit-out-of-scope"
  | "road-too-short"
  | "roads-in-kilometres"
  | "roads-very-short"
  | "same-person-twice"
  | "schools-on-one-point"
  | "shared-level"
  | "silent-default"
  | "similar-id"
  | "similar-name"
  | "stage-not-taught"
  | "strength-of-words"
  | "subject-not-asked"
  | "subject-not-held"
  | "swap-not-mutual"
  | "swap-partner-unused"
  | "teaching-post-incomplete"
  | "text-undecodable"
  | "unknown-distance"
  | "unknown-key"
  | "unknown-level"
  | "unknown-name"
  | "unknown-override"
  | "unknown-parameter"
  | "unknown-points"
  | "unknown-reference"
  | "unknown-region"
  | "unknown-rule"
  | "untaught-periods"
  | "unused-level"
  | "unused-part"
  | "volunteers-need-vacancy"
  | "wider-gap"
  | "wishes-may-pass-over"
  | "without-effect";

/**
 * Codes of issues by the package that finds them; every package that finds some adds a key of its own:
 * `declare module "@lungang/core" { interface IssueCodes { readonly geo: GeoIssueCode } }`.
 *
 * @public
 */
export interface IssueCodes {
  readonly core: CoreIssueCode;
}

/**
 * Code of an issue: of this package, or of any package that is imported beside it.
 *
 * @public
 */
export type IssueCode = IssueCodes[keyof IssueCodes];
