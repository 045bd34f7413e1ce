import type { RuleDefinition } from "../definition.ts";
import { tenureCheck } from "./check.ts";
import { addTenureRows } from "./rows.ts";
import type { TenureParams } from "./schema.ts";
import { tenureMeaning } from "./schema.ts";
import { tenureText } from "./text.ts";

/** Everything about the rule `tenure`. */
export const tenureRule: RuleDefinition<TenureParams> = {
  meaning: tenureMeaning,
  text: tenureText,
  rows: addTenureRows,
  overYears: { rows: "same" },
  check: tenureCheck,
};
