import type { RuleDefinition } from "../definition.ts";
import { returnRoomCheck } from "./check.ts";
import { addReturnRoomRows } from "./rows.ts";
import type { ReturnRoomParams } from "./schema.ts";
import { returnRoomMeaning } from "./schema.ts";
import { returnRoomFindings, returnRoomText } from "./text.ts";

/** Everything about the rule `returnRoom`. */
export const returnRoomRule: RuleDefinition<ReturnRoomParams> = {
  meaning: returnRoomMeaning,
  text: returnRoomText,
  findings: returnRoomFindings,
  rows: addReturnRoomRows,
  overYears: {
    rows: "same",
    loosely: {
      zh: "各年保留的岗位按当年情况计算",
      en: "the places kept in a year are those that it would keep if nobody had moved before",
    },
  },
  check: returnRoomCheck,
  isCounted: true,
  data: { read: ["schools.establishment"] },
};
