import type { RuleDefinition } from "../definition.ts";
import { staffShareCheck } from "./check.ts";
import { addStaffShareRows } from "./rows.ts";
import type { StaffShareParams } from "./schema.ts";
import { staffShareMeaning } from "./schema.ts";
import { staffShareFindings, staffShareText } from "./text.ts";

/** Everything about the rule `staffShare`. */
export const staffShareRule: RuleDefinition<StaffShareParams> = {
  meaning: staffShareMeaning,
  text: staffShareText,
  findings: staffShareFindings,
  rows: addStaffShareRows,
  overYears: {
    rows: "yearly",
    reason: { zh: "各校人员比例逐年核算", en: "shares of the staff of schools are counted year by year" },
  },
  check: staffShareCheck,
};
