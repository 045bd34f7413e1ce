import type { RuleDefinition } from "../definition.ts";
import { protectionCheck } from "./check.ts";
import { addProtectionRows } from "./rows.ts";
import type { ProtectionParams } from "./schema.ts";
import { protectionMeaning } from "./schema.ts";
import { protectionFindings, protectionText } from "./text.ts";

/** Everything about the rule `protection`. */
export const protectionRule: RuleDefinition<ProtectionParams> = {
  meaning: protectionMeaning,
  text: protectionText,
  findings: protectionFindings,
  rows: addProtectionRows,
  overYears: {
    rows: "yearly",
    reason: {
      zh: "谁在哪年能接替任教，逐年规划时核定",
      en: "who can take over in which year is settled as each year is planned",
    },
  },
  check: protectionCheck,
};
