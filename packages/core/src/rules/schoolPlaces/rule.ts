import type { RuleDefinition } from "../definition.ts";
import { schoolPlacesCheck } from "./check.ts";
import { addSchoolPlacesRows } from "./rows.ts";
import type { SchoolPlacesParams } from "./schema.ts";
import { schoolPlacesMeaning } from "./schema.ts";
import { schoolPlacesFindings, schoolPlacesText } from "./text.ts";

/** Everything about the rule `schoolPlaces`. */
export const schoolPlacesRule: RuleDefinition<SchoolPlacesParams> = {
  meaning: schoolPlacesMeaning,
  text: schoolPlacesText,
  findings: schoolPlacesFindings,
  rows: addSchoolPlacesRows,
  overYears: {
    rows: "yearly",
    reason: { zh: "住房和职称岗位逐年核对", en: "rooms and posts of titles are counted year by year" },
  },
  check: schoolPlacesCheck,
  data: { read: ["schools.roomsAvailable", "schools.seniorPosts", "schools.middlePosts"] },
};
