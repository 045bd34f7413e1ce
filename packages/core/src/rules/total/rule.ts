import type { RuleDefinition } from "../definition.ts";
import { totalCheck } from "./check.ts";
import { addTotalRows } from "./rows.ts";
import type { TotalParams } from "./schema.ts";
import { totalMeaning } from "./schema.ts";
import { totalFindings, totalText } from "./text.ts";
import { addTotalHorizon } from "./years.ts";

/** Everything about the rule `total`. */
export const totalRule: RuleDefinition<TotalParams> = {
  meaning: totalMeaning,
  text: totalText,
  findings: totalFindings,
  rows: addTotalRows,
  overYears: { rows: addTotalHorizon, followsMoves: () => true },
  check: totalCheck,
  isCounted: true,
};
