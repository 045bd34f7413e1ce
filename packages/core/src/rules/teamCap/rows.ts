import { movesBetweenSchools } from "../../formulation/move-tests.ts";
import type { RuleTerms } from "../../policy/policy-rule.ts";
import type { RowsContext } from "../../formulation/context.ts";
import { addMoveEntries, addRuleRow } from "../../formulation/rule-rows.ts";
import { leadershipTeams, teamAllowance } from "./teams.ts";
import type { TeamCapParams } from "./schema.ts";

/** Adds one row a school whose team could lose more members than allowed (model S5). */
export function addTeamCapRows(params: TeamCapParams, entry: RuleTerms, context: RowsContext): void {
  const { moves, eligibility } = context;
  const between = movesBetweenSchools(context);
  const couldLeave = (person: number) => (moves.starts[person + 1] as number) > (moves.starts[person] as number);
  for (const [school, team] of leadershipTeams(eligibility)) {
    const upper = teamAllowance(params, team.length);
    if (team.filter(couldLeave).length <= upper) continue;
    const row = addRuleRow(context, entry, { lower: -Infinity, upper, subject: { kind: "school", index: school } });
    addMoveEntries(context, row, { valueOf: (move) => between[move] as number, people: team });
  }
}
