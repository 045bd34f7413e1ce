import type { RuleDefinition } from "../definition.ts";
import { pairBalanceCheck } from "./check.ts";
import { addPairBalanceRows } from "./rows.ts";
import type { PairBalanceParams } from "./schema.ts";
import { pairBalanceMeaning } from "./schema.ts";
import { pairBalanceFindings, pairBalanceText } from "./text.ts";

/** Everything about the rule `pairBalance`. */
export const pairBalanceRule: RuleDefinition<PairBalanceParams> = {
  meaning: pairBalanceMeaning,
  text: pairBalanceText,
  findings: pairBalanceFindings,
  rows: addPairBalanceRows,
  overYears: { rows: "same" },
  check: pairBalanceCheck,
  data: { read: ["schools.pairs"] },
};
