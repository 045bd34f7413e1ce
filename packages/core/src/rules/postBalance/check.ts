import type { Cell } from "../../instance/cells.ts";
import { postName } from "../../instance/cells.ts";
import { mostNeeded, needOf } from "../../instance/joined.ts";
import type { PlanFacts } from "../../recount/facts.ts";
import type { RuleCheck } from "../../recount/facts.ts";
import { pricedMeasure, violationOf } from "../../recount/rule-check.ts";
import type { PostBalanceParams } from "./schema.ts";
import { postBalanceFindings } from "./text.ts";

/** A cell of a school in scope with its headcounts. */
export interface CellCount {
  readonly cell: Cell;
  readonly index: number;
  /** Heads needed after the plan. */
  readonly need: number;
  readonly before: number;
  readonly after: number;
  readonly shortfall: number;
}

/** Returns the cells of the schools in scope, in order. */
export function cellCounts({ eligibility, cellBefore, cellAfter }: PlanFacts): readonly CellCount[] {
  return eligibility.county.cells.flatMap((cell, index) => {
    if (eligibility.inScope[cell.school] !== 1) return [];
    const [before, after] = [cellBefore[index] as number, cellAfter[index] as number];
    const need = needOf(eligibility.county, cellAfter, index);
    return [{ cell, index, need, before, after, shortfall: Math.max(0, need - after) }];
  });
}

/** Returns the heads that the posts of the schools in scope lack after the plan. */
export function totalShortfall(facts: PlanFacts): number {
  return cellCounts(facts).reduce((sum, { shortfall }) => sum + shortfall, 0);
}

/** Returns the most heads of a post by itself: what it may need, and what it has where that is more. */
function mostAt({ eligibility, cellBefore, cellReturns }: PlanFacts, index: number): number {
  const there = (cellBefore[index] as number) + (cellReturns[index] as number);
  return Math.max(mostNeeded(eligibility.county.cells[index] as Cell), there);
}

/**
 * Returns the joined posts that take a head beyond whole loads which others have: who was there before comes first, then the
 * post with the most periods. What posts had too many of is no such head.
 */
function crowdedJoined(facts: PlanFacts): ReadonlySet<number> {
  const { county, inScope } = facts.eligibility;
  const crowded = county.joined.flatMap(({ cells, heads }) => {
    const taking = cells.filter((index) => {
      const { demand, school } = county.cells[index] as Cell;
      const surplus = mostAt(facts, index) - demand - 1;
      return inScope[school] === 1 && (facts.cellAfter[index] as number) > demand + surplus;
    });
    const had = (index: number) => (facts.cellBefore[index] as number) > (county.cells[index] as Cell).demand;
    return [...taking.filter(had), ...taking.filter((index) => !had(index))].slice(heads);
  });
  return new Set(crowded);
}

/** Recomputes posts against people: the shortfall, and cells that grew beyond demand and what they had. */
export const postBalanceCheck: RuleCheck<PostBalanceParams> = {
  check: (params, entry, facts) => {
    const measures = [pricedMeasure(entry, "heads", totalShortfall(facts))];
    if (params.growth === "free") return { measures, violations: [] };
    const crowded = crowdedJoined(facts);
    const violations = cellCounts(facts).flatMap(({ cell, index, after }) => {
      const most = mostAt(facts, index) - (crowded.has(index) ? 1 : 0);
      if (after <= most) return [];
      const about = { kind: "post", post: postName(cell) } as const;
      const finding = postBalanceFindings.say.overfilled({ after, most });
      return [violationOf(entry, { about, amount: after - most, unit: "heads", finding })];
    });
    return { measures, violations };
  },
  levelValue: (params, facts) => params.weight * totalShortfall(facts),
};
