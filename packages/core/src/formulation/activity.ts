import type { RuleTerms } from "../policy/policy-rule.ts";
import type { RowsContext } from "./context.ts";
import type { MoveTerms } from "./rule-rows.ts";
import { addMoveEntries } from "./rule-rows.ts";

/**
 * Adds an integer column that counts moves, tied to them by a row of its own, and returns it.
 *
 * A share of a variable total is then a row in two integers, on which a solver can branch and cut; branching on single
 * moves changes next to nothing (model section 4).
 */
export function addActivity(context: RowsContext, entry: RuleTerms, terms: MoveTerms): number {
  const { builder, moves } = context;
  const group = builder.group({ rule: `${entry.id}/activity`, source: entry.source, subjectKind: "rule" });
  const label = { group, subject: 0 };
  const column = builder.addColumn({ lower: 0, upper: moves.count }, label);
  const row = builder.addSideRow({ lower: 0, upper: 0 }, label);
  builder.addEntry(row, column, -1);
  addMoveEntries(context, row, terms);
  return column;
}
