import type { PlanFacts } from "../../recount/facts.ts";
import type { RuleCheck } from "../../recount/facts.ts";
import { pricedMeasure } from "../../recount/rule-check.ts";
import { moveTest } from "../../recount/tally.ts";
import type { NearnessParams } from "./schema.ts";

/** Returns the metres of the new moves to another school, each rounded up to the grid; an unknown distance adds nothing. */
function metres({ moves, gridMetres }: NearnessParams, facts: PlanFacts): number {
  return facts.moves
    .filter(({ from, to }) => from !== to)
    .filter(moveTest(moves, facts))
    .reduce((sum, move) => sum + Math.ceil(Math.max(0, move.metres) / gridMetres) * gridMetres, 0);
}

/** Recomputes the distances from the residence (tricky case 10). */
export const nearnessCheck: RuleCheck<NearnessParams> = {
  check: (params, entry, facts) => ({
    measures: [pricedMeasure(entry, "m", metres(params, facts))],
    violations: [],
  }),
  levelValue: (params, facts) => params.weight * metres(params, facts),
};
