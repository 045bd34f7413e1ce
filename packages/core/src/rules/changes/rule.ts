import type { RuleDefinition } from "../definition.ts";
import { changesCheck } from "./check.ts";
import { addChangesRows } from "./rows.ts";
import type { ChangesParams } from "./schema.ts";
import { changesMeaning } from "./schema.ts";
import { changesText } from "./text.ts";

/** Everything about the rule `changes`. */
export const changesRule: RuleDefinition<ChangesParams> = {
  meaning: changesMeaning,
  text: changesText,
  rows: addChangesRows,
  overYears: {
    rows: "yearly",
    reason: { zh: "与原方案的变动另设目标", en: "changes against an earlier plan are a level of their own" },
  },
  check: changesCheck,
};
