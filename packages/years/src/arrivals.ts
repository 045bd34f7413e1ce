import { establishmentMeaning, isHard, postBalanceMeaning, rulesOf } from "@lungang/core/policy";
import type { Cell, School } from "@lungang/core";
import type { PlanFacts } from "@lungang/core/recount";
import { mostNeeded, usesHeadcount } from "@lungang/core/recount";

/**
 * Returns what rules that may give ask for people who come to a place that has too many without as many leaving it in the
 * year, at their prices (model Y9 to Y11).
 *
 * @param facts - a planned year on its base
 */
export function pricedArrivals(facts: PlanFacts): number {
  const posts = rulesOf(facts.rules, postBalanceMeaning).filter(
    (rule) => !isHard(rule) && rule.params.growth === "never",
  );
  const ledgers = rulesOf(facts.rules, establishmentMeaning).filter((rule) => !isHard(rule));
  const sum = (rules: readonly { readonly price: number }[], arrivals: number) =>
    rules.reduce((cost, { price }) => cost + price * arrivals, 0);
  const working = ledgers.filter(({ params }) => params.working === "never");
  const relation = ledgers.filter(({ params }) => params.relation === "never");
  return (
    (posts.length === 0 ? 0 : sum(posts, atPosts(facts))) +
    (working.length === 0 ? 0 : sum(working, onWorking(facts))) +
    (relation.length === 0 ? 0 : sum(relation, onRelation(facts)))
  );
}

/** Counts what comes to a place, and one less for what leaves it; positions below 0 are no place. */
function net(size: number, ways: readonly (readonly [into: number, from: number])[]): Int32Array {
  const counts = new Int32Array(size);
  const add = (place: number, heads: number) => {
    if (place >= 0) counts[place] = (counts[place] as number) + heads;
  };
  for (const [into, from] of ways) {
    add(into, 1);
    add(from, -1);
  }
  return counts;
}

/** Moves, and those who settle where they were guests; who settles does not come back to the place that was kept. */
function starters(facts: PlanFacts) {
  const { moves, returns, eligibility } = facts;
  return [...moves, ...returns.filter(({ settles }) => settles)].filter(({ person }) =>
    usesHeadcount(eligibility, person),
  );
}

function atPosts(facts: PlanFacts): number {
  const { county, inScope } = facts.eligibility;
  const { cellOf, reservedCellOf, cells } = county;
  const ways = starters(facts).map((line) => {
    const left = "settles" in line ? reservedCellOf : cellOf;
    return [line.cell, left[line.person] as number] as const;
  });
  const hasTooMany = (index: number) => {
    const cell = cells[index] as Cell;
    const heads = (facts.cellBefore[index] as number) + (facts.cellReturns[index] as number);
    return inScope[cell.school] === 1 && heads > mostNeeded(cell);
  };
  return arriving(net(cells.length, ways), hasTooMany);
}

function onWorking(facts: PlanFacts): number {
  const { home, works, schools } = facts.eligibility.county;
  const ways = starters(facts).map((line) => {
    const left = "settles" in line ? home : works;
    return [line.to, left[line.person] as number] as const;
  });
  const heads = (school: number) => (facts.workingBefore[school] as number) + (facts.schoolReturns[school] as number);
  return arriving(net(schools.length, ways), (school) => isAbove(facts, school, heads(school)));
}

function onRelation(facts: PlanFacts): number {
  const { home, persons, schools } = facts.eligibility.county;
  const ways = starters(facts)
    .filter((line) => persons[line.person]?.establishment === "established")
    .filter((line) => "settles" in line || line.relationMoves)
    .map((line) => [line.to, home[line.person] as number] as const);
  const heads = (school: number) => facts.relationBefore[school] as number;
  return arriving(net(schools.length, ways), (school) => isAbove(facts, school, heads(school)));
}

function isAbove({ eligibility }: PlanFacts, school: number, heads: number): boolean {
  const { establishment } = eligibility.county.schools[school] as School;
  return eligibility.inScope[school] === 1 && establishment !== undefined && heads > establishment;
}

function arriving(counts: Int32Array, hasTooMany: (place: number) => boolean): number {
  return counts.reduce((sum, count, place) => sum + (count > 0 && hasTooMany(place) ? count : 0), 0);
}
