/**
 * Codes of the issues that this package finds beside those of core.
 *
 * @public
 */
export type AppointmentIssueCode =
  | "application-twice"
  | "appointed-twice"
  | "appraisal-alone"
  | "capacity-missing"
  | "class-twice"
  | "classes-in-a-circle"
  | "classes-missing"
  | "classes-without-order"
  | "couple-twice"
  | "distances-missing"
  | "draw-seed-missing"
  | "evidence-missing"
  | "examination-one-wish"
  | "floor-twice"
  | "floors-unused"
  | "group-twice"
  | "item-twice"
  | "least-beyond-total"
  | "limit-crossed"
  | "limit-twice"
  | "no-swaps"
  | "not-in-round"
  | "not-ranked"
  | "own-post-missing"
  | "person-in-two-couples"
  | "person-in-two-lists"
  | "person-lost"
  | "person-twice"
  | "placed-beyond-capacity"
  | "placed-twice"
  | "points-by-post-unused"
  | "points-missing"
  | "points-not-decimal"
  | "post-in-two-floors"
  | "post-overfull"
  | "posts-beyond-establishment"
  | "ranked-twice"
  | "ranking-twice"
  | "ratio-missing"
  | "record-without-date"
  | "round-step-twice"
  | "round-twice"
  | "swap-twice"
  | "swap-with-self"
  | "swaps-unused"
  | "ties-missing"
  | "title-missing"
  | "title-posts-twice"
  | "titles-in-a-circle"
  | "unit-twice"
  | "unknown-id"
  | "wish-behind-own-post"
  | "wish-not-offered"
  | "wish-own-post-left"
  | "wish-twice"
  | "wishes-unused";

declare module "@lungang/core" {
  interface IssueCodes {
    readonly appointment: AppointmentIssueCode;
  }
}
