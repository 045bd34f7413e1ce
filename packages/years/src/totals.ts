import { decideEligibility } from "@lungang/core/policy";
import type { PolicyRule } from "@lungang/core/policy";
import { COMPLIANCE, LOTTERY } from "@lungang/core/formulation";
import { indexCounty } from "@lungang/core";
import type { CheckOf, PlanFacts } from "@lungang/core/recount";
import { checkOf, planFigures, planLevelValue, recountPlan } from "@lungang/core/recount";
import { stillPlan } from "./advance.ts";
import { pricedArrivals } from "./arrivals.ts";
import type { YearsBasis } from "./base-years.ts";
import { policyOfYear } from "./base-years.ts";
import { BurdenCount } from "./even-burden.ts";
import { factsOnBase, isOnTheBase } from "./on-the-base.ts";
import type { PlannedYear } from "./rolling.ts";
import { stillYears } from "./still-years.ts";
import { EVEN_BURDEN } from "./years-policy.ts";

/**
 * The value of one level, year by year and over all years.
 *
 * @public
 */
export interface LevelTotal {
  readonly name: string;
  readonly unit: string;
  readonly years: readonly number[];
  readonly total: number;
}

/**
 * Returns the levels of planned years, recounted from the lines of their plans as the one program counts them.
 *
 * What stands before a year is that of its base, the county in which nobody has moved: what posts need, heads on both
 * ledgers, the parts of schools. So it counts in compliance that a post holds more than it needs and would hold if nobody
 * moved, and that people come to a place that has too many without as many leaving it; the rules of a year on its own
 * take what the years before left for granted. Who must go, is due or waits follows who has gone.
 */
export function yearTotals(basis: YearsBasis, years: readonly PlannedYear[]): readonly LevelTotal[] {
  const first = years[0];
  if (first === undefined) return [];
  const bases = baseFacts(basis);
  const burden = new BurdenCount();
  for (const base of bases) burden.noteBase(base);
  const perYear = years.map((year, index) => {
    const planned = factsOfYear(year);
    const before = burden.excess();
    burden.notePlan(planned);
    return levelValues(year, { planned, base: bases[index] as PlanFacts, uneven: burden.excess() - before });
  });
  return first.policy.levels
    .filter(({ name }) => name !== LOTTERY)
    .map(({ name, unit }) => {
      const values = perYear.map((levels) => levels.get(name) ?? 0);
      return { name, unit, years: values, total: values.reduce((sum, value) => sum + value, 0) };
    });
}

/** Returns the facts of one planned year. */
function factsOfYear({ instance, policy, locks, plan }: PlannedYear): PlanFacts {
  const eligibility = decideEligibility(indexCounty(instance).county, policy, locks);
  return recountPlan({ eligibility, rules: policy.rules, checkOf }, plan).facts;
}

interface YearCount {
  readonly planned: PlanFacts;
  /** The year if nobody starts anything in it or before. */
  readonly base: PlanFacts;
  /** People whom schools send beyond their parts over the years up to this one, less those up to the year before. */
  readonly uneven: number;
}

function levelValues(year: PlannedYear, { planned, base, uneven }: YearCount): ReadonlyMap<string, number> {
  const onBase = factsOnBase(base, planned);
  const factsFor = (rule: PolicyRule) => (isOnTheBase(rule, year.policy.sets) ? onBase : planned);
  const facts: PlanFacts = { ...planned, checkOf: (rule) => countedOn(rule, factsFor(rule)) };
  const { violations } = planFigures(facts);
  return new Map(
    year.policy.levels.map(({ name }) => {
      if (name === EVEN_BURDEN) return [name, uneven];
      const arrivals = name === COMPLIANCE ? pricedArrivals(onBase) : 0;
      return [name, planLevelValue(name, facts, violations) + arrivals];
    }),
  );
}

/** Recounts a rule on some facts, whichever it is asked about. */
function countedOn(rule: PolicyRule, facts: PlanFacts): ReturnType<CheckOf> {
  const { check, levelValue, levels } = facts.checkOf(rule);
  return {
    check: (params, entry) => check(params, entry, facts),
    ...(levelValue && { levelValue: (params, _facts, level) => levelValue(params, facts, level) }),
    ...(levels && { levels }),
  };
}

/** Returns the facts of every year if nobody starts anything. */
function baseFacts(basis: YearsBasis): readonly PlanFacts[] {
  return stillYears(basis, { instance: basis.instance, year: 0, locks: basis.locks ?? [] }).map((still, year) => {
    const { rules } = policyOfYear(basis, year);
    return recountPlan({ eligibility: still, rules, checkOf }, stillPlan(still)).facts;
  });
}
