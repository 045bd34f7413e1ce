import type { RuleDefinition } from "../definition.ts";
import { newRecruitsCheck } from "./check.ts";
import { addNewRecruitsRows } from "./rows.ts";
import type { NewRecruitsParams } from "./schema.ts";
import { newRecruitsMeaning } from "./schema.ts";
import { newRecruitsFindings, newRecruitsText } from "./text.ts";
import { addNewRecruitsHorizon } from "./years.ts";

/** Everything about the rule `newRecruits`. */
export const newRecruitsRule: RuleDefinition<NewRecruitsParams> = {
  meaning: newRecruitsMeaning,
  text: newRecruitsText,
  findings: newRecruitsFindings,
  rows: addNewRecruitsRows,
  overYears: { rows: addNewRecruitsHorizon, followsMoves: () => true },
  check: newRecruitsCheck,
  data: { read: ["persons.recruitYear"] },
};
