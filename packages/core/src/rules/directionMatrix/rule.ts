import type { RuleDefinition } from "../definition.ts";
import { directionMatrixCheck } from "./check.ts";
import { addDirectionMatrixRows } from "./rows.ts";
import type { DirectionMatrixParams } from "./schema.ts";
import { directionMatrixMeaning } from "./schema.ts";
import { directionMatrixFindings, directionMatrixText } from "./text.ts";

/** Everything about the rule `directionMatrix`. */
export const directionMatrixRule: RuleDefinition<DirectionMatrixParams> = {
  meaning: directionMatrixMeaning,
  text: directionMatrixText,
  findings: directionMatrixFindings,
  rows: addDirectionMatrixRows,
  overYears: { rows: "same" },
  check: directionMatrixCheck,
};
