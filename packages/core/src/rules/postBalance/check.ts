import type { Cell } from "../../instance/cells.ts";
import { postName } from "../../instance/cells.ts";
import type { PlanFacts } from "../../recount/facts.ts";
import type { RuleCheck } from "../../recount/facts.ts";
import { pricedMeasure, violationOf } from "../../recount/rule-check.ts";
import type { PostBalanceParams } from "./schema.ts";
import { postBalanceFindings } from "./text.ts";

/** A cell of a school in scope with its headcounts. */
export interface CellCount {
  readonly cell: Cell;
  readonly index: number;
  readonly before: number;
  readonly after: number;
  readonly shortfall: number;
}

/** Returns the cells of the schools in scope, in order. */
export function cellCounts({ eligibility, cellBefore, cellAfter }: PlanFacts): readonly CellCount[] {
  return eligibility.county.cells.flatMap((cell, index) => {
    if (eligibility.inScope[cell.school] !== 1) return [];
    const after = cellAfter[index] as number;
    return [{ cell, index, before: cellBefore[index] as number, after, shortfall: Math.max(0, cell.demand - after) }];
  });
}

/** Returns the heads that the posts of the schools in scope lack after the plan. */
export function totalShortfall(facts: PlanFacts): number {
  return cellCounts(facts).reduce((sum, { shortfall }) => sum + shortfall, 0);
}

/** Recomputes posts against people: the shortfall, and cells that grew beyond demand and what they had. */
export const postBalanceCheck: RuleCheck<PostBalanceParams> = {
  check: (params, entry, facts) => {
    const measures = [pricedMeasure(entry, "heads", totalShortfall(facts))];
    if (params.growth === "free") return { measures, violations: [] };
    const violations = cellCounts(facts).flatMap(({ cell, index, before, after }) => {
      const most = Math.max(cell.demand, before + (facts.cellReturns[index] as number));
      if (after <= most) return [];
      const about = { kind: "post", post: postName(cell) } as const;
      const finding = postBalanceFindings.say.overfilled({ after, most });
      return [violationOf(entry, { about, amount: after - most, unit: "heads", finding })];
    });
    return { measures, violations };
  },
  levelValue: (params, facts) => params.weight * totalShortfall(facts),
};
