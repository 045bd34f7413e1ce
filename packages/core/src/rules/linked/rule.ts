import type { RuleDefinition } from "../definition.ts";
import { linkedCheck } from "./check.ts";
import { addLinkedRows } from "./rows.ts";
import type { LinkedParams } from "./schema.ts";
import { linkedMeaning } from "./schema.ts";
import { linkedFindings, linkedText } from "./text.ts";

/** Everything about the rule `linked`. */
export const linkedRule: RuleDefinition<LinkedParams> = {
  meaning: linkedMeaning,
  text: linkedText,
  findings: linkedFindings,
  rows: addLinkedRows,
  overYears: { rows: "yearly", reason: { zh: "夫妻照顾逐年计算", en: "couples are kept together year by year" } },
  check: linkedCheck,
  data: { read: ["persons.spouse"] },
};
