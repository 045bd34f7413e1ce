import type { RuleDefinition } from "../definition.ts";
import { perSchoolCheck } from "./check.ts";
import { addPerSchoolRows } from "./rows.ts";
import type { PerSchoolParams } from "./schema.ts";
import { perSchoolMeaning } from "./schema.ts";
import { perSchoolFindings, perSchoolText } from "./text.ts";

/** Everything about the rule `perSchool`. */
export const perSchoolRule: RuleDefinition<PerSchoolParams> = {
  meaning: perSchoolMeaning,
  text: perSchoolText,
  findings: perSchoolFindings,
  rows: addPerSchoolRows,
  overYears: { rows: "same" },
  check: perSchoolCheck,
  isCounted: true,
  data: { read: ["schools.quota.minOut", "schools.quota.maxOut", "schools.quota.minIn", "schools.quota.maxIn"] },
};
