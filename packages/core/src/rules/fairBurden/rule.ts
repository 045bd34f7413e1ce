import type { RuleDefinition } from "../definition.ts";
import { fairBurdenCheck } from "./check.ts";
import { addFairBurdenRows } from "./rows.ts";
import type { FairBurdenParams } from "./schema.ts";
import { fairBurdenMeaning } from "./schema.ts";
import { fairBurdenText } from "./text.ts";

/** Everything about the rule `fairBurden`. */
export const fairBurdenRule: RuleDefinition<FairBurdenParams> = {
  meaning: fairBurdenMeaning,
  text: fairBurdenText,
  rows: addFairBurdenRows,
  overYears: {
    rows: "same",
    loosely: { zh: "各年按无人交流时的应交流人员计算", en: "each year by the people due on the base" },
  },
  check: fairBurdenCheck,
};
