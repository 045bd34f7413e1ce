import { postBalanceMeaning } from "@lungang/core/policy";
import type { Cell } from "@lungang/core";
import { NONE } from "@lungang/core";
import { LOTTERY } from "@lungang/core/formulation";
import { COMPLIANCE } from "@lungang/core/formulation";
import { rulesOf } from "@lungang/core/policy";
import type { PlanFacts } from "@lungang/core/recount";
import { decideEligibility } from "@lungang/core/policy";
import { indexCounty } from "@lungang/core";
import { mostNeeded, planFigures, planLevelValue } from "@lungang/core/recount";
import { checkOf, recountPlan } from "@lungang/core/recount";
import { stillPlan } from "./advance.ts";
import type { YearsBasis } from "./base-years.ts";
import { policyOfYear } from "./base-years.ts";
import { BurdenCount } from "./even-burden.ts";
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
 * Returns the levels of planned years, recounted from the lines of their plans.
 *
 * In compliance, posts count as they stand over the years: heads beyond what the post needs and would hold if nobody
 * moved, and people who come to a post that holds too many without as many leaving it. The rules of a year on its own
 * do not see that a post is filled twice when an exchange ends.
 */
export function yearTotals(basis: YearsBasis, years: readonly PlannedYear[]): readonly LevelTotal[] {
  const first = years[0];
  if (first === undefined) return [];
  const facts = baseFacts(basis);
  const base = facts.map(headsOf);
  const burden = new BurdenCount();
  for (const year of facts) burden.noteBase(year);
  const perYear = years.map((year, index) => {
    const planned = factsOfYear(year);
    const before = burden.excess();
    burden.notePlan(planned);
    return levelValues(year, { facts: planned, base: base[index] ?? new Map(), uneven: burden.excess() - before });
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
  readonly facts: PlanFacts;
  /** Heads on the base by cell. */
  readonly base: ReadonlyMap<string, number>;
  /** People whom schools send beyond their parts over the years up to this one, less those up to the year before. */
  readonly uneven: number;
}

function levelValues(year: PlannedYear, { facts, base, uneven }: YearCount): ReadonlyMap<string, number> {
  const { violations } = planFigures(facts);
  const posts = rulesOf(facts.rules, postBalanceMeaning).filter(
    ({ strength, params }) => strength !== "hard" && params.growth === "never",
  );
  const others = violations.filter(({ rule }) => !posts.some(({ id }) => id === rule));
  const crowded = crowding(facts, base);
  return new Map(
    year.policy.levels.map(({ name }) => {
      if (name === EVEN_BURDEN) return [name, uneven];
      if (name !== COMPLIANCE) return [name, planLevelValue(name, facts, violations)];
      const crowd = posts.reduce((sum, { price }) => sum + price * crowded, 0);
      return [name, planLevelValue(name, facts, others) + crowd];
    }),
  );
}

/** Returns the heads beyond need and base, and the entries beyond exits where the base has too many. */
function crowding({ eligibility, moves, returns, cellAfter }: PlanFacts, base: ReadonlyMap<string, number>): number {
  const { county, inScope } = eligibility;
  const entries = new Int32Array(county.cells.length);
  const enter = (cell: number, from: number | undefined) => {
    entries[cell] = (entries[cell] as number) + 1;
    if (from !== undefined && from !== NONE) entries[from] = (entries[from] as number) - 1;
  };
  for (const { person, cell } of moves) enter(cell, county.cellOf[person]);
  // Who settles does not come back to the post that was kept.
  for (const { person, cell, settles } of returns) if (settles) enter(cell, county.reservedCellOf[person]);
  const mostAt = (cell: Cell) => Math.max(mostNeeded(cell), base.get(cell.key) ?? 0);
  const beyond = county.cells.reduce((sum, cell, index) => {
    if (inScope[cell.school] !== 1) return sum;
    const entering = (base.get(cell.key) ?? 0) > mostNeeded(cell) ? Math.max(0, entries[index] as number) : 0;
    return sum + Math.max(0, (cellAfter[index] as number) - mostAt(cell)) + entering;
  }, 0);
  // Joined posts take together no more heads beyond whole loads than they need.
  return county.joined.reduce((sum, { cells, heads }) => {
    const own = cells.map((index) => ({ cell: county.cells[index] as Cell, after: cellAfter[index] as number }));
    const taking = own.filter(({ cell, after }) => inScope[cell.school] === 1 && after >= mostAt(cell)).length;
    return sum + Math.max(0, taking - heads);
  }, beyond);
}

/** Returns the facts of every year if nobody starts anything. */
function baseFacts(basis: YearsBasis): readonly PlanFacts[] {
  return stillYears(basis, { instance: basis.instance, year: 0 }).map((still, year) => {
    const { rules } = policyOfYear(basis, year);
    return recountPlan({ eligibility: still, rules, checkOf }, stillPlan(still)).facts;
  });
}

/** Returns the heads of every cell by key. */
function headsOf({ eligibility, cellAfter }: PlanFacts): ReadonlyMap<string, number> {
  return new Map(eligibility.county.cells.map(({ key }, index) => [key, cellAfter[index] as number]));
}
