import type { Cell } from "../../instance/cells.ts";
import type { PlanFacts } from "../../recount/facts.ts";
import type { RuleCheck } from "../../recount/facts.ts";
import { pricedMeasure } from "../../recount/rule-check.ts";
import type { ChangesParams } from "./schema.ts";

/** Returns how many people end up elsewhere than the earlier plan said. */
function changed({ baseline, except }: ChangesParams, { eligibility, moves, returns }: PlanFacts): number {
  const { cells, persons } = eligibility.county;
  const now = new Map([...moves, ...returns].map(({ person, cell }) => [persons[person]?.id, cells[cell]]));
  const before = new Map(baseline.map(({ person, post }) => [person, post]));
  const isSame = (cell: Cell | undefined, post: string | undefined) =>
    cell === undefined ? post === undefined : post !== undefined && (cell.key === post || cell.posts.includes(post));
  const counted = persons.filter(({ id }) => !except.includes(id));
  return counted.filter(({ id }) => !isSame(now.get(id), before.get(id))).length;
}

/** Recomputes whose move differs from the earlier plan. */
export const changesCheck: RuleCheck<ChangesParams> = {
  check: (params, entry, facts) => ({
    measures: [pricedMeasure(entry, "people", changed(params, facts))],
    violations: [],
  }),
  levelValue: (params, facts) => params.weight * changed(params, facts),
};
