import type { RuleDefinition } from "../definition.ts";
import { prerequisiteCheck } from "./check.ts";
import { addPrerequisiteRows } from "./rows.ts";
import type { PrerequisiteParams } from "./schema.ts";
import { prerequisiteMeaning } from "./schema.ts";
import { prerequisiteFindings, prerequisiteText } from "./text.ts";
import { addPrerequisiteHorizon, asksWhatMovesChange } from "./years.ts";

/** Everything about the rule `prerequisite`. */
export const prerequisiteRule: RuleDefinition<PrerequisiteParams> = {
  meaning: prerequisiteMeaning,
  text: prerequisiteText,
  findings: prerequisiteFindings,
  rows: addPrerequisiteRows,
  overYears: { rows: addPrerequisiteHorizon, followsMoves: asksWhatMovesChange },
  check: prerequisiteCheck,
};
