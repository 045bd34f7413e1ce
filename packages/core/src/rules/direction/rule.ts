import type { RuleDefinition } from "../definition.ts";
import { directionCheck } from "./check.ts";
import { addDirectionRows } from "./rows.ts";
import type { DirectionParams } from "./schema.ts";
import { directionMeaning } from "./schema.ts";
import { directionFindings, directionText } from "./text.ts";

/** Everything about the rule `direction`. */
export const directionRule: RuleDefinition<DirectionParams> = {
  meaning: directionMeaning,
  text: directionText,
  findings: directionFindings,
  rows: addDirectionRows,
  overYears: { rows: "same" },
  check: directionCheck,
  isCounted: true,
};
