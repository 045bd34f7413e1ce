import type { RuleDefinition } from "../definition.ts";
import { pointsSumCheck } from "./check.ts";
import { addPointsSumRows } from "./rows.ts";
import type { PointsSumParams } from "./schema.ts";
import { pointsSumMeaning } from "./schema.ts";
import { pointsSumText } from "./text.ts";

/** Everything about the rule `pointsSum`. */
export const pointsSumRule: RuleDefinition<PointsSumParams> = {
  meaning: pointsSumMeaning,
  text: pointsSumText,
  rows: addPointsSumRows,
  overYears: {
    rows: "yearly",
    reason: { zh: "积分逐年计算", en: "points are counted anew every year" },
  },
  check: pointsSumCheck,
};
