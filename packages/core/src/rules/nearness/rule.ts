import type { RuleDefinition } from "../definition.ts";
import { nearnessCheck } from "./check.ts";
import { addNearnessRows } from "./rows.ts";
import type { NearnessParams } from "./schema.ts";
import { nearnessMeaning } from "./schema.ts";
import { nearnessText } from "./text.ts";

/** Everything about the rule `nearness`. */
export const nearnessRule: RuleDefinition<NearnessParams> = {
  meaning: nearnessMeaning,
  text: nearnessText,
  rows: addNearnessRows,
  overYears: { rows: "same" },
  check: nearnessCheck,
};
