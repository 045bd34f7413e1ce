import type { Text } from "../instance/issue.ts";
import type { Issue } from "../instance/issue.ts";
import type { DecidedCounty } from "../eligibility/eligibility.ts";
import type { AddRows, RowsContext } from "../formulation/context.ts";
import type { AddHorizonRows } from "../formulation/horizon.ts";
import type { LevelEntry, PolicyTerms } from "../policy/policy.ts";
import type { PolicyRule, RuleMeaning } from "../policy/policy-rule.ts";
import type { RuleCheck } from "../recount/facts.ts";
import type { Findings, Sentences } from "../subject/finding.ts";

/** Sets that a policy names. */
type Sets = PolicyTerms["sets"];

/**
 * What a rule is in one program for several years.
 *
 * @public
 */
export type OverYears<P> =
  /** The rows of a year speak of the moves of that year alone: the same code adds them in every year. */
  | {
      readonly rows: "same";
      /** Where the same rows bound less over years than in one: said before the solve. */
      readonly loosely?: Text;
    }
  /** Rows of its own; what they return is bounded loosely or left out, and is said before the solve. */
  | {
      readonly rows: AddHorizonRows<P>;
      /**
       * Whether they follow who has gone in earlier years; else they speak of heads, needs and people on the base, as rows
       * that are the same in every year do. @defaultValue never
       */
      readonly followsMoves?: (params: P, sets: Sets) => boolean;
    }
  /** Not in the program of all years; each year is planned and verified with it. The reason is said before the solve. */
  | {
      readonly rows: "yearly";
      readonly reason: Text;
      /** Whether the rule asks anything of a county; what asks nothing is not said. @defaultValue always */
      readonly asks?: (eligibility: DecidedCounty) => boolean;
    };

/**
 * Places of the data that a rule reads beside its conditions: `schools.students`, or a list of records as a whole.
 *
 * @public
 */
export interface RuleData {
  /** The rule has no effect where these are empty. */
  readonly needed?: readonly string[];
  /** Something stands for an empty cell. */
  readonly read?: readonly string[];
}

/**
 * Everything that a rule is: one folder, one line in the registry.
 *
 * @public
 */
export interface RuleDefinition<P> {
  readonly meaning: RuleMeaning<P>;
  /** The sentence that states the rule with its parameters. */
  readonly text: (params: P) => Text;
  /** What can be found wrong; absent where the rule is only priced. */
  readonly findings?: Findings<Sentences>;
  /** Rows, bounds and costs of one year. */
  readonly rows: AddRows<P>;
  readonly overYears: OverYears<P>;
  /** How the rule is recounted from a plan; imports nothing that made the plan. */
  readonly check: RuleCheck<P>;
  /** What keeps the rule from being written as rows, known once the candidate moves are. @defaultValue nothing */
  readonly issues?: (
    rule: PolicyRule<P>,
    context: Pick<RowsContext, "eligibility" | "moves" | "rules">,
  ) => readonly Issue[];
  /** What of the data it reads beside its conditions: the template asks for it. @defaultValue nothing */
  readonly data?: RuleData;
  /**
   * The rule tells numbers of people against a target: reports of compliance list it.
   *
   * @defaultValue false
   */
  readonly isCounted?: boolean;
  /** The levels that stand in place of the one that the rule names, in order. @defaultValue that one alone */
  readonly partsOfLevel?: (params: P, level: LevelEntry) => readonly LevelEntry[];
}
