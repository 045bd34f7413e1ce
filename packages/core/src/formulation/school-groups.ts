import type { School } from "../instance/school.ts";
import type { Grouping } from "../subject/rule-subject.ts";
import { WHOLE_COUNTY } from "../subject/rule-subject.ts";

/** Returns the ids of the groups that count the people of a school; a recruit comes from none. */
export function groupsOf(by: Grouping, school: School | undefined): readonly string[] {
  if (by === "county") return [WHOLE_COUNTY];
  if (school === undefined) return [];
  if (by === "school") return [school.id];
  if (by === "township") return school.township === undefined ? [] : [school.township];
  return by === "zone" ? school.zones : school.alliances;
}
