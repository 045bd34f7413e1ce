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
    /** More people fill a post than it needs, and than if nobody had moved: somebody has come back to a post that was filled. */
    | "post-filled-twice"
    /** A person starts again although the term has not ended. */
    | "starts-while-away"
    /** A person comes back before the term has ended. */
    | "back-too-early"
    /** The headcounts that a plan states are not those that the lines of all plans give. */
    | "ledger-differs"
    /** The heads of a post that a plan states are not those that the lines of all plans give. */
    | "post-heads-differ"
    /** Somebody works elsewhere at the start of a year than the plan of the year before says. */
    | "school-differs"
    /** Somebody belongs to another school at the start of a year. */
    | "relation-differs"
    /** Somebody fills another post at the start of a year. */
    | "post-differs"
    /** A leader is in another office at the start of a year, or a teacher in one. */
    | "office-differs"
    /** The main subject of somebody is another one at the start of a year. */
    | "subject-differs"
    /** Somebody of the year before is not in the county of a year. */
    | "person-missing";
  /** Plan year. */
  readonly year: number;
  /** School, post or person. */
  readonly about: RuleSubject;
  readonly amount: number;
  /** Ids of the people of a post that is filled twice: who came there, and who has come back. */
  readonly came?: readonly string[];
  readonly back?: readonly string[];
  /** School, post, type of person or subject by the plans before, and as the county of the year has it. */
  readonly expected?: string;
  readonly found?: string;
  /** `soft` where the rule may give, or was set aside: named, and no reason to refuse the plans. */
  readonly strength: "hard" | "soft";
}
