import { ruleNamed } from "@lungang/core/policy";
import type { DecidedCounty, Policy, PolicyRule } from "@lungang/core/policy";
import type { Cell } from "@lungang/core";
import type { PlanFacts } from "@lungang/core/recount";

/**
 * Returns whether a rule is counted over years on the county in which nobody has moved before: its heads, needs and people
 * due, as the rows of the program do. Rules that follow who has gone, and those planned year by year, are counted on the
 * county that the years before leave behind.
 */
export function isOnTheBase({ rule, params }: PolicyRule, sets: Policy["sets"]): boolean {
  const { overYears } = ruleNamed(rule);
  if (overYears.rows === "yearly") return false;
  return overYears.rows === "same" || overYears.followsMoves?.(params, sets) !== true;
}

/**
 * Returns the facts of a planned year on its base: what was there before and what is needed are those of the county in
 * which nobody has moved, what is there after is that of the plan.
 *
 * @param base - facts of the year if nobody starts anything in it or before
 */
export function factsOnBase(base: PlanFacts, planned: PlanFacts): PlanFacts {
  const from = planned.eligibility.county;
  const eligibility = withCellsOf(base.eligibility, from.cells);
  const { county } = eligibility;
  const person = (index: number) => county.personIndex.get(from.persons[index]?.id ?? "") as number;
  const school = (index: number) =>
    index < 0 ? index : (county.schoolIndex.get(from.schools[index]?.id ?? "") as number);
  const cell = (index: number) => county.cellIndex.get(from.cells[index]?.key ?? "") as number;
  const placed = <
    T extends { readonly person: number; readonly from: number; readonly to: number; readonly cell: number },
  >(
    line: T,
  ): T => ({
    ...line,
    person: person(line.person),
    from: school(line.from),
    to: school(line.to),
    cell: cell(line.cell),
  });
  const bySchool = (heads: Int32Array) => moved(heads, school, county.schools.length);
  const longer = (heads: Int32Array) => moved(heads, (index) => index, county.cells.length);
  return {
    ...base,
    eligibility,
    moves: planned.moves.map(placed),
    returns: planned.returns.map(placed),
    workingAfter: bySchool(planned.workingAfter),
    relationAfter: bySchool(planned.relationAfter),
    cellBefore: longer(base.cellBefore),
    cellReturns: longer(base.cellReturns),
    cellAfter: moved(planned.cellAfter, cell, county.cells.length),
  };
}

function moved(heads: Int32Array, place: (index: number) => number, length: number): Int32Array {
  const result = new Int32Array(length);
  heads.forEach((count, index) => {
    result[place(index)] = count;
  });
  return result;
}

/** Adds cells that others have: a post that no list names is there while somebody fills it, and needs nobody on the base. */
function withCellsOf(eligibility: DecidedCounty, others: readonly Cell[]): DecidedCounty {
  const { county, context } = eligibility;
  const more = others
    .filter(({ key }) => !county.cellIndex.has(key))
    .map(({ joined: _joined, ...cell }): Cell => ({ ...cell, demand: 0 }));
  if (more.length === 0) return eligibility;
  const cells = [...county.cells, ...more];
  const wider = { ...county, cells, cellIndex: new Map(cells.map(({ key }, index) => [key, index])) };
  const cellHeadcount = moved(context.cellHeadcount, (index) => index, cells.length);
  return { ...eligibility, county: wider, context: { ...context, county: wider, cellHeadcount } };
}
