import type { RuleSubject } from "@lungang/core/plan";

/**
 * Something that is wrong over the years although every year may be right on its own.
 *
 * @public
 */
export interface YearsFinding {
  readonly code:
    /** More people belong to a school than its establishment, and than did at the start. */
    | "relation-over"
    /** More people work at a school than its establishment, and than would if nobody had moved. */
    | "working-over"
    /** A person starts again although the term has not ended. */
    | "starts-while-away"
    /** A person comes back before the term has ended. */
    | "back-too-early"
    /** The headcounts that a plan states are not those that the lines of all plans give. */
    | "ledger-differs";
  /** Plan year. */
  readonly year: number;
  /** School or person. */
  readonly about: RuleSubject;
  readonly amount: number;
  /** `soft` where the rule may give, or was set aside: named, and no reason to refuse the plans. */
  readonly strength: "hard" | "soft";
}
