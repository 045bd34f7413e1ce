import type { RuleDefinition } from "../definition.ts";
import { pointsFirstCheck } from "./check.ts";
import { addPointsFirstRows } from "./rows.ts";
import type { PointsFirstParams } from "./schema.ts";
import { pointsFirstMeaning } from "./schema.ts";
import { pointsFirstFindings, pointsFirstText } from "./text.ts";

/** Everything about the rule `pointsFirst`. */
export const pointsFirstRule: RuleDefinition<PointsFirstParams> = {
  meaning: pointsFirstMeaning,
  text: pointsFirstText,
  findings: pointsFirstFindings,
  rows: addPointsFirstRows,
  overYears: {
    rows: "yearly",
    reason: { zh: "积分和志愿逐年比较", en: "points and wishes are compared year by year" },
  },
  check: pointsFirstCheck,
  data: { read: ["persons.application.wishes"] },
};
