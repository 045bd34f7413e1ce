import type { RuleDefinition } from "../definition.ts";
import { evenShortfallCheck } from "./check.ts";
import { addEvenShortfallRows } from "./rows.ts";
import type { EvenShortfallParams } from "./schema.ts";
import { evenShortfallMeaning } from "./schema.ts";
import { evenShortfallLevels, evenShortfallText } from "./text.ts";
import { addEvenShortfallHorizon } from "./years.ts";

/** Everything about the rule `evenShortfall`. */
export const evenShortfallRule: RuleDefinition<EvenShortfallParams> = {
  meaning: evenShortfallMeaning,
  text: evenShortfallText,
  rows: addEvenShortfallRows,
  overYears: { rows: addEvenShortfallHorizon },
  partsOfLevel: evenShortfallLevels,
  check: evenShortfallCheck,
};
