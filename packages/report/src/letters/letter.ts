import type { Instance, Text } from "@lungang/core";
import type { ObjectionStage, Plan } from "@lungang/core/plan";
import type { Policy } from "@lungang/core/policy";
import type { WhyPerson, Wording } from "@lungang/explain";

/**
 * What letters to people are made from: a plan, and why it does with each of them what it does.
 *
 * @public
 */
export interface LettersRequest {
  readonly instance: Instance;
  readonly policy: Policy;
  readonly plan: Plan;
  readonly people: readonly WhyPerson[];
  readonly wording: Wording;
  /** How far the procedure of the plan has come. @defaultValue nothing is known of it */
  readonly stage?: ObjectionStage;
}

/**
 * One page to print: a notice, an introduction to the new school, or why, told to the person.
 *
 * @public
 */
export interface Letter {
  readonly kind: "notice" | "introduction" | "reasons";
  /** Id of the person whom it is about. */
  readonly person: string;
  readonly title: Text;
  /** Whom it speaks to. */
  readonly to: Text;
  readonly paragraphs: readonly Text[];
}
