import type { Lock } from "@lungang/core";
import type { DecidedCounty } from "@lungang/core/policy";
import { NONE } from "@lungang/core";
import type { Instance } from "@lungang/core";
import type { Issue } from "@lungang/core";
import { hasError } from "@lungang/core";
import type { Person } from "@lungang/core";
import type { CandidateMoves } from "@lungang/core/formulation";
import { candidateMoves } from "@lungang/core/formulation";
import type { Prepared } from "@lungang/core/formulation";
import { prepare } from "@lungang/core/formulation";
import type { Policy } from "@lungang/core/policy";
import { isCounted } from "@lungang/core/formulation";
import { advanceInstance, stillPlan } from "./advance.ts";

/** One year of the horizon as it would be if nobody started an exchange in it or before. */
export interface BaseYear {
  readonly year: number;
  readonly instance: Instance;
  readonly policy: Policy;
  readonly prepared: Prepared;
  readonly moves: CandidateMoves;
  /**
   * Where the headcount of each person is when ended exchanges are back home; {@link NONE} for people who use none.
   *
   * Shapes: one entry a person, number of a cell of this year.
   */
  readonly cellOf: Int32Array;
}

/**
 * What the years before the plan are made from.
 *
 * @public
 */
export interface YearsBasis {
  readonly instance: Instance;
  /** One policy a year, resolved with the settings of that year; the last holds for the years after it. */
  readonly policies: readonly Policy[];
  readonly years: number;
  /** Decisions taken before the solve, by year. */
  readonly locks?: readonly (readonly Lock[])[];
  /** Recruits of the years after the first. */
  readonly recruits?: readonly (readonly Person[])[];
}

/** Most years of one horizon. */
export const MOST_YEARS = 6;

/** Returns the policy of a year of the horizon, counted from 0. */
export function policyOfYear({ policies }: Pick<YearsBasis, "policies">, year: number): Policy {
  const policy = policies[Math.min(year, policies.length - 1)];
  if (policy === undefined) throw new RangeError("Cannot plan years: no policy is given");
  return policy;
}

/** Returns the recruits that a year brings, counted from 0; those of the first year are in the instance. */
export function recruitsOfYear({ recruits }: YearsBasis, year: number): { readonly recruits?: readonly Person[] } {
  const given = recruits?.[year];
  return given === undefined ? {} : { recruits: given };
}

/**
 * Returns the years of the horizon as they would be if nobody started anything: who is eligible when and for which
 * posts, as long as the person has not moved within the horizon.
 *
 * @param onYear - called before each year is decided, which takes a while in a large county
 */
export function baseYears(
  basis: YearsBasis,
  onYear?: (planYear: number) => void,
): {
  readonly years: readonly BaseYear[];
  readonly issues: readonly Issue[];
} {
  const years: BaseYear[] = [];
  let { instance } = basis;
  for (let year = 0; year < basis.years; year++) {
    onYear?.(instance.planYear);
    const policy = policyOfYear(basis, year);
    const prepared = prepare(instance, policy, basis.locks?.[year]);
    if (hasError(prepared.issues)) return { years, issues: prepared.issues };
    const { eligibility, travel } = prepared;
    const moves = candidateMoves(eligibility, travel);
    years.push({ year, instance, policy, prepared, moves, cellOf: settledCells(eligibility) });
    instance = advanceInstance(instance, stillPlan(eligibility), { policy, ...recruitsOfYear(basis, year + 1) });
  }
  return { years, issues: [] };
}

function settledCells(eligibility: DecidedCounty): Int32Array {
  const { county, decisions } = eligibility;
  return Int32Array.from(decisions, ({ standing }, person) => {
    if (!isCounted(eligibility, person)) return NONE;
    return (standing === "returning" ? county.reservedCellOf : county.cellOf)[person] as number;
  });
}
