import type { RuleDefinition } from "../definition.ts";
import { teamCapCheck } from "./check.ts";
import { addTeamCapRows } from "./rows.ts";
import type { TeamCapParams } from "./schema.ts";
import { teamCapMeaning } from "./schema.ts";
import { teamCapFindings, teamCapText } from "./text.ts";

/** Everything about the rule `teamCap`. */
export const teamCapRule: RuleDefinition<TeamCapParams> = {
  meaning: teamCapMeaning,
  text: teamCapText,
  findings: teamCapFindings,
  rows: addTeamCapRows,
  overYears: { rows: "same" },
  check: teamCapCheck,
  isCounted: true,
};
