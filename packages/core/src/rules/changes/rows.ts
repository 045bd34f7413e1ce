import type { Cell } from "../../instance/cells.ts";
import type { RuleTerms } from "../../policy/policy-rule.ts";
import { ABSENT } from "../../formulation/network.ts";
import type { RowsContext } from "../../formulation/context.ts";
import type { ChangesParams } from "./schema.ts";

/** Prices every person who goes elsewhere than before, stays instead of going, or goes instead of staying. */
export function addChangesRows(params: ChangesParams, _entry: RuleTerms, context: RowsContext): void {
  const { eligibility, moves, network, builder, levels } = context;
  const { county } = eligibility;
  const level = levels.get(params.level);
  if (level === undefined) return;
  const before = new Map(params.baseline.map(({ person, post }) => [person, post]));
  const except = new Set(params.except);
  county.persons.forEach(({ id }, person) => {
    if (except.has(id)) return;
    const post = before.get(id);
    if (post === undefined) {
      const leave = network.leave[person] as number;
      if (leave !== ABSENT) builder.addCost(level, leave, params.weight);
      return;
    }
    builder.addOffset(level, params.weight);
    for (let move = moves.starts[person] as number; move < (moves.starts[person + 1] as number); move++) {
      const { key, posts } = county.cells[moves.cell[move] as number] as Cell;
      if (posts.includes(post) || key === post) builder.addCost(level, network.move[move] as number, -params.weight);
    }
  });
}
