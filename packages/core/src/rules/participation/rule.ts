import type { RuleDefinition } from "../definition.ts";
import { participationCheck } from "./check.ts";
import { addParticipationRows } from "./rows.ts";
import type { ParticipationParams } from "./schema.ts";
import { participationMeaning } from "./schema.ts";
import { participationFindings, participationText } from "./text.ts";

/** Everything about the rule `participation`. */
export const participationRule: RuleDefinition<ParticipationParams> = {
  meaning: participationMeaning,
  text: participationText,
  findings: participationFindings,
  rows: addParticipationRows,
  overYears: {
    rows: "yearly",
    reason: { zh: "各种形式的参加情况逐年核算", en: "participation is counted year by year" },
  },
  check: participationCheck,
};
