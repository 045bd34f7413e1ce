import type { RuleDefinition } from "../definition.ts";
import { batchesCheck } from "./check.ts";
import { addBatchesRows } from "./rows.ts";
import type { BatchesParams } from "./schema.ts";
import { batchesMeaning } from "./schema.ts";
import { batchesText } from "./text.ts";
import { addBatchesHorizon } from "./years.ts";

/** Everything about the rule `batches`. */
export const batchesRule: RuleDefinition<BatchesParams> = {
  meaning: batchesMeaning,
  text: batchesText,
  rows: addBatchesRows,
  overYears: { rows: addBatchesHorizon, followsMoves: () => true },
  check: batchesCheck,
};
