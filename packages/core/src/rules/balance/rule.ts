import type { RuleDefinition } from "../definition.ts";
import { balanceCheck } from "./check.ts";
import { addBalanceRows } from "./rows.ts";
import type { BalanceParams } from "./schema.ts";
import { balanceMeaning } from "./schema.ts";
import { balanceText } from "./text.ts";
import { balanceIssues } from "./issues.ts";

/** Everything about the rule `balance`. */
export const balanceRule: RuleDefinition<BalanceParams> = {
  meaning: balanceMeaning,
  text: balanceText,
  rows: addBalanceRows,
  overYears: { rows: "yearly", reason: { zh: "均衡目标逐年计算", en: "balance is an aim of each year" } },
  check: balanceCheck,
  issues: balanceIssues,
  data: { needed: ["schools.students"], read: ["schools.studentsByStage"] },
};
