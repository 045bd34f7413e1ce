import type { RuleSubject } from "../subject/rule-subject.ts";
import type { DecidedCounty } from "../eligibility/eligibility.ts";
import type { Lock } from "../eligibility/locks.ts";
import type { Instance } from "../instance/instance.ts";
import type { Issue } from "../instance/issue.ts";
import type { Policy } from "../policy/resolved.ts";
import type { Limit, Solver, Termination } from "@lungang/program";
import type { PlanMemory } from "./memory.ts";
import type { Plan, PlanLevel } from "./plan.ts";
import type { AnyQuestion } from "./question.ts";

/**
 * What happens while a plan is made.
 *
 * @public
 */
export type PlanProgress =
  | { readonly phase: "eligibility" | "moves" | "formulation" | "decode" }
  | {
      readonly phase: "level";
      /** Name of the level and its place in the chain, counted from 0. */
      readonly level: string;
      readonly index: number;
      readonly count: number;
      readonly step: "relaxation" | "integer" | "proof";
      readonly primalBound?: number;
      readonly dualBound?: number;
    };

/**
 * When planning has to stop; limits hold for the whole chain of levels.
 *
 * @public
 */
export interface PlanLimits {
  /** Seconds for all levels together. */
  readonly timeSeconds?: number;
  /** Branch-and-bound nodes of each level. */
  readonly nodes?: number;
  /** @defaultValue 1e-4 */
  readonly relativeGap?: number;
  /** Whether to find out if the plan is the only one with its values. @defaultValue true */
  readonly proveUnique?: boolean;
  /**
   * Whether lots decide between plans that are equal in every level; without, any one of them is taken, and there is no level
   * of lots. @defaultValue true
   */
  readonly lots?: boolean;
  /**
   * Values by the names of levels, of a plan that this one is compared with: levels after the first that has another value
   * get little effort, and state what that leaves open. @defaultValue all levels get the same effort
   */
  readonly comparedWith?: ReadonlyMap<string, number>;
}

/**
 * What a plan is made from.
 *
 * @public
 */
export interface PlanRequest {
  /** From `loadInstance`: in canonical order. */
  readonly instance: Instance;
  /** From `resolvePolicy`. */
  readonly policy: Policy;
  readonly solver: Solver;
  readonly locks?: readonly Lock[];
  /** @defaultValue "1" */
  readonly seed?: string;
  readonly limits?: PlanLimits;
  /**
   * Memory of an earlier plan of the very same `instance` object, unchanged since: what does not depend on what differs
   * is not done again, and the solver starts from its plan and prices. Values and bounds are as good as without; where
   * several plans are equal in every level or a gap is left, another one of them may be found.
   */
  readonly after?: PlanMemory;
  /**
   * What has to hold beside the policy, as bounds on its program and its levels: unlike a lock a question changes no base
   * and no total, so that the values with and without it can be compared.
   */
  readonly questions?: readonly AnyQuestion[];
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: PlanProgress) => void;
}

/**
 * Least total violation of one rule when all hard rules are allowed to give.
 *
 * @public
 */
export interface LeastViolation {
  readonly rule: string;
  readonly source: string;
  /** Where the rule gives. */
  readonly about: RuleSubject;
  readonly amount: number;
  /** Unit of the amount: that of the check, where it finds the same there. */
  readonly unit?: string;
}

/**
 * Seconds of each phase, for benchmarks; never part of a plan.
 *
 * @public
 */
export type PhaseSeconds = Readonly<Record<string, number>>;

/**
 * Size of the program that was formulated.
 *
 * @public
 */
export interface ProgramSize {
  readonly people: number;
  readonly schools: number;
  readonly candidateMoves: number;
  readonly columns: number;
  readonly rows: number;
  readonly sideRows: number;
}

interface OutcomeBase {
  readonly warnings: readonly Issue[];
  readonly seconds: PhaseSeconds;
}

/**
 * What planning gives; infeasible and stopped are answers.
 *
 * @public
 */
export type PlanOutcome =
  | (OutcomeBase & {
      readonly status: "planned";
      readonly plan: Plan;
      readonly eligibility: DecidedCounty;
      readonly size: ProgramSize;
      /** For a plan of the same county that differs in little. */
      readonly memory: PlanMemory;
    })
  | (OutcomeBase & {
      readonly status: "infeasible";
      readonly termination: Extract<Termination, { reason: "infeasible" }>;
      readonly levels: readonly PlanLevel[];
      /** From one elastic solve; empty only if a limit stopped it. */
      readonly leastViolations: readonly LeastViolation[];
      readonly size: ProgramSize;
    })
  | (OutcomeBase & {
      readonly status: "stopped";
      readonly termination: { readonly reason: "noSolutionFound"; readonly limit: Limit };
      readonly levels: readonly PlanLevel[];
      readonly size: ProgramSize;
    })
  /** The data or the policy is wrong. */
  | (OutcomeBase & { readonly status: "invalid"; readonly issues: readonly Issue[] });
