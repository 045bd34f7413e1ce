import type { RuleDefinition } from "../definition.ts";
import { avoidanceCheck } from "./check.ts";
import { addAvoidanceRows } from "./rows.ts";
import type { AvoidanceParams } from "./schema.ts";
import { avoidanceMeaning } from "./schema.ts";
import { avoidanceFindings, avoidanceText } from "./text.ts";

/** Everything about the rule `avoidance`. */
export const avoidanceRule: RuleDefinition<AvoidanceParams> = {
  meaning: avoidanceMeaning,
  text: avoidanceText,
  findings: avoidanceFindings,
  rows: addAvoidanceRows,
  overYears: {
    rows: "yearly",
    reason: { zh: "任职回避逐年核对", en: "spouses at one school are looked at year by year" },
  },
  check: avoidanceCheck,
  data: { read: ["persons.spouse"] },
};
