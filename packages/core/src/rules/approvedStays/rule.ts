import type { RuleDefinition } from "../definition.ts";
import { approvedStaysCheck } from "./check.ts";
import { addApprovedStaysRows } from "./rows.ts";
import type { ApprovedStaysParams } from "./schema.ts";
import { approvedStaysMeaning } from "./schema.ts";
import { approvedStaysFindings, approvedStaysText } from "./text.ts";

/** Everything about the rule `approvedStays`. */
export const approvedStaysRule: RuleDefinition<ApprovedStaysParams> = {
  meaning: approvedStaysMeaning,
  text: approvedStaysText,
  findings: approvedStaysFindings,
  rows: addApprovedStaysRows,
  overYears: { rows: "same" },
  check: approvedStaysCheck,
  data: { read: ["exchanges"] },
};
