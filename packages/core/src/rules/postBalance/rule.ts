import type { RuleDefinition } from "../definition.ts";
import { postBalanceCheck } from "./check.ts";
import { addPostBalanceRows } from "./rows.ts";
import type { PostBalanceParams } from "./schema.ts";
import { postBalanceMeaning } from "./schema.ts";
import { postBalanceFindings, postBalanceText } from "./text.ts";
import { addPostBalanceHorizon } from "./years.ts";

/** Everything about the rule `postBalance`. */
export const postBalanceRule: RuleDefinition<PostBalanceParams> = {
  meaning: postBalanceMeaning,
  text: postBalanceText,
  findings: postBalanceFindings,
  rows: addPostBalanceRows,
  overYears: { rows: addPostBalanceHorizon },
  check: postBalanceCheck,
};
