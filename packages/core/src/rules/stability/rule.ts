import type { RuleDefinition } from "../definition.ts";
import { stabilityCheck } from "./check.ts";
import { addStabilityRows } from "./rows.ts";
import type { StabilityParams } from "./schema.ts";
import { stabilityMeaning } from "./schema.ts";
import { stabilityText } from "./text.ts";

/** Everything about the rule `stability`. */
export const stabilityRule: RuleDefinition<StabilityParams> = {
  meaning: stabilityMeaning,
  text: stabilityText,
  rows: addStabilityRows,
  overYears: { rows: "same" },
  check: stabilityCheck,
};
