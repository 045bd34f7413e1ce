import type { RuleDefinition } from "../definition.ts";
import { shareCheck } from "./check.ts";
import { addShareRows } from "./rows.ts";
import type { ShareParams } from "./schema.ts";
import { shareMeaning } from "./schema.ts";
import { shareFindings, shareRuleText } from "./text.ts";

/** Everything about the rule `share`. */
export const shareRule: RuleDefinition<ShareParams> = {
  meaning: shareMeaning,
  text: shareRuleText,
  findings: shareFindings,
  rows: addShareRows,
  overYears: { rows: "same" },
  check: shareCheck,
  isCounted: true,
};
