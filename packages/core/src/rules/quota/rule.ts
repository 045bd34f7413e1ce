import type { RuleDefinition } from "../definition.ts";
import { quotaCheck } from "./check.ts";
import { addQuotaRows } from "./rows.ts";
import type { QuotaParams } from "./schema.ts";
import { quotaMeaning } from "./schema.ts";
import { quotaFindings, quotaText } from "./text.ts";
import { addQuotaHorizon } from "./years.ts";

/** Everything about the rule `quota`. */
export const quotaRule: RuleDefinition<QuotaParams> = {
  meaning: quotaMeaning,
  text: quotaText,
  findings: quotaFindings,
  rows: addQuotaRows,
  overYears: { rows: addQuotaHorizon, followsMoves: ({ base }) => base === "eligible" },
  check: quotaCheck,
  isCounted: true,
};
