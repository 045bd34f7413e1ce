import type { RuleDefinition } from "../definition.ts";
import { statesPeriods } from "../../recount/periods.ts";
import { itinerantCheck } from "./check.ts";
import { addItinerantRows } from "./rows.ts";
import type { ItinerantParams } from "./schema.ts";
import { itinerantMeaning } from "./schema.ts";
import { itinerantFindings, itinerantText } from "./text.ts";

/** Everything about the rule `itinerant`. */
export const itinerantRule: RuleDefinition<ItinerantParams> = {
  meaning: itinerantMeaning,
  text: itinerantText,
  findings: itinerantFindings,
  rows: addItinerantRows,
  overYears: {
    rows: "yearly",
    reason: { zh: "走教安排逐年编制", en: "itinerant teaching is planned year by year" },
    asks: statesPeriods,
  },
  check: itinerantCheck,
  data: { read: ["posts", "persons.weeklyLoad"] },
};
