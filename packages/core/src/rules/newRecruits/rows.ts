import type { RuleEntry } from "../../policy/policy.ts";
import { ABSENT } from "../network.ts";
import { endsOf, selectSchools } from "../move-tests.ts";
import type { RowsContext } from "../rows-types.ts";
import type { NewRecruitsParams } from "./schema.ts";

/** Places every recruit, and closes the arcs to schools that are not for recruits. */
export function addNewRecruitsRows(params: NewRecruitsParams, entry: RuleEntry, context: RowsContext): void {
  const { eligibility, network, builder, moves } = context;
  const allowed = new Set(selectSchools(context, params.schools));
  const group = builder.group({ rule: entry.id, source: entry.source, subjectKind: "person" });
  eligibility.decisions.forEach(({ standing }, person) => {
    const leave = network.leave[person] as number;
    if (standing !== "recruit" || leave === ABSENT) return;
    builder.tighten(leave, 1, 1);
    builder.relabel(leave, { group, subject: person });
    for (let move = moves.starts[person] as number; move < (moves.starts[person + 1] as number); move++) {
      if (!allowed.has(endsOf(context, move).to)) builder.tighten(network.move[move] as number, 0, 0);
    }
  });
}
