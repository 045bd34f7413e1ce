import type { DecidedCounty } from "../eligibility/eligibility.ts";
import type { IsoDate } from "../instance/calendar.ts";
import type { Measure, Violation } from "../plan/plan.ts";
import type { RuleTerms } from "../policy/policy-rule.ts";
import type { PolicyRule } from "../policy/policy-rule.ts";

/** A move of a plan with positions in place of ids. */
export interface CheckedMove {
  readonly person: number;
  /** School left; -1 for a recruit. */
  readonly from: number;
  readonly to: number;
  readonly cell: number;
  /** Number of the form in the policy. */
  readonly form: number;
  /** -1 where unknown. */
  readonly metres: number;
  /** Counts in quotas and shares. */
  readonly counted: boolean;
  readonly relationMoves: boolean;
  /** Last day; none for a first school. */
  readonly end: IsoDate | null;
}

/** A person who takes part in a light form, with positions in place of ids. */
export interface CheckedParticipation {
  readonly person: number;
  /** Number of the form in the policy. */
  readonly form: number;
  readonly to: number;
}

/** Periods a week at another school, with positions in place of ids. */
export interface CheckedItinerary extends CheckedParticipation {
  readonly cell: number;
  readonly periods: number;
}

/**
 * A plan recounted person by person, without the program that made it.
 *
 * @public
 */
export interface PlanFacts {
  readonly eligibility: DecidedCounty;
  /** All active rules of the policy: some measures depend on others. */
  readonly rules: readonly PolicyRule[];
  /** How each rule is recounted; handed in, because whoever knows all rules also knows their rows. */
  readonly checkOf: CheckOf;
  readonly moves: readonly CheckedMove[];
  /** Ended exchanges: back to the home school, or settled at the host. */
  readonly returns: readonly {
    readonly person: number;
    readonly from: number;
    readonly to: number;
    readonly cell: number;
    readonly settles: boolean;
  }[];
  readonly participations: readonly CheckedParticipation[];
  readonly itineraries: readonly CheckedItinerary[];
  /** People who occupy headcount, on plan start and after the plan. Shapes: one entry a school. */
  readonly workingBefore: Int32Array;
  readonly workingAfter: Int32Array;
  readonly relationBefore: Int32Array;
  readonly relationAfter: Int32Array;
  /** People who occupy headcount in each cell. Shapes: one entry a cell. */
  readonly cellBefore: Int32Array;
  readonly cellAfter: Int32Array;
  /** What ended exchanges change if everybody goes home: one more there, one less at the host. */
  readonly cellReturns: Int32Array;
  readonly schoolReturns: Int32Array;
}

/** What a rule finds in a plan. */
export interface CheckOutcome {
  readonly measures: readonly Measure[];
  readonly violations: readonly Violation[];
}

/** How one rule is recomputed from a plan. */
export interface RuleCheck<P> {
  readonly check: Check<P>;
  /**
   * What the rule adds to a level that it names, weight included; absent where it never names one. `level` tells apart
   * the levels of a rule that has several.
   */
  readonly levelValue?: (params: P, facts: PlanFacts, level: string) => number;
  /** Names of the levels that the rule counts in. @defaultValue the one of the parameter `level` */
  readonly levels?: (params: P) => readonly string[];
}

/**
 * Returns how a rule is recounted.
 *
 * @public
 */
export type CheckOf = (rule: PolicyRule) => RuleCheck<unknown>;

/** Recomputes one rule from the facts of a plan. */
export type Check<P> = (params: P, entry: RuleTerms, facts: PlanFacts) => CheckOutcome;
