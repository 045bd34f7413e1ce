import { postName } from "../instance/cells.ts";
import type { School } from "../instance/school.ts";
import type { Measure, SchoolBalance, Shortfall, Violation } from "../plan/plan.ts";
import type { PlanFacts } from "../recount/facts.ts";
import { cellCounts } from "../rules/postBalance/check.ts";
import { schoolsInScope } from "../recount/tally.ts";

/** Name of the level that prices soft and overridden rules. */
const COMPLIANCE = "compliance";

/** What a plan says about itself, computed from its lines. */
export interface PlanFigures {
  readonly measures: Measure[];
  /** Of the rules of the policy; lines that are wrong in themselves are found by the recount. */
  readonly violations: Violation[];
  readonly shortfalls: Shortfall[];
  readonly schools: SchoolBalance[];
}

/**
 * Computes every figure of a plan from its facts: in the order of rules, cells and schools.
 *
 * @public
 */
export function planFigures(facts: PlanFacts): PlanFigures {
  const outcomes = facts.rules.map((rule) => facts.checkOf(rule).check(rule.params, rule, facts));
  return {
    measures: outcomes.flatMap(({ measures }) => measures),
    violations: outcomes.flatMap(({ violations }) => violations),
    shortfalls: shortfallsOf(facts),
    schools: balancesOf(facts),
  };
}

/** Returns the posts of schools in scope that lack people after the plan. */
function shortfallsOf(facts: PlanFacts): Shortfall[] {
  return cellCounts(facts)
    .filter(({ shortfall }) => shortfall > 0)
    .map(({ cell, need, before, after, shortfall }) => ({
      school: (facts.eligibility.county.schools[cell.school] as School).id,
      post: postName(cell),
      stage: cell.stage ?? null,
      subject: cell.subject ?? null,
      demand: need,
      before,
      after,
      shortfall,
    }));
}

/** Returns the headcounts of schools in scope; moves inside a school and returns are no moves out or in. */
function balancesOf(facts: PlanFacts): SchoolBalance[] {
  const { schools } = facts.eligibility.county;
  const out = new Int32Array(schools.length);
  const into = new Int32Array(schools.length);
  for (const { from, to } of facts.moves) {
    if (from === to) continue;
    if (from >= 0) out[from] = (out[from] as number) + 1;
    into[to] = (into[to] as number) + 1;
  }
  return schoolsInScope(facts).map((index) => {
    const { id, establishment } = schools[index] as School;
    return {
      school: id,
      establishment: establishment ?? null,
      relationBefore: facts.relationBefore[index] as number,
      relationAfter: facts.relationAfter[index] as number,
      workingBefore: facts.workingBefore[index] as number,
      workingAfter: facts.workingAfter[index] as number,
      movesOut: out[index] as number,
      movesIn: into[index] as number,
    };
  });
}

/**
 * Returns the value of a level for a plan: what every rule that names it adds; for `compliance` also the price of what
 * soft and overridden rules miss.
 *
 * @public
 */
export function planLevelValue(name: string, facts: PlanFacts, violations: readonly Violation[]): number {
  const added = facts.rules.reduce((sum, rule) => {
    const check = facts.checkOf(rule);
    const names = check.levels?.(rule.params) ?? [(rule.params as { readonly level?: string }).level];
    return names.includes(name) ? sum + (check.levelValue?.(rule.params, facts, name) ?? 0) : sum;
  }, 0);
  if (name !== COMPLIANCE) return added;
  const prices = new Map(facts.rules.map(({ id, price }) => [id, price]));
  return violations
    .filter(({ strength }) => strength !== "hard")
    .reduce((sum, { rule, amount }) => sum + (prices.get(rule) ?? 0) * amount, added);
}
