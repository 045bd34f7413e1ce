import type { County } from "../instance/county.ts";
import type { School } from "../instance/school.ts";
import type { Scope } from "../policy/policy.ts";

/** Returns whether two schools lie in one group of the kind that the scope names; a move changes the school. */
export function inReach(
  county: County,
  { from, to }: { readonly from: number; readonly to: number },
  scope: Scope,
): boolean {
  if (scope === "school") return from === to;
  if (from === to) return false;
  const a = county.schools[from] as School;
  const b = county.schools[to] as School;
  switch (scope) {
    case "county":
      return a.county === b.county;
    case "township":
      return a.township !== undefined && a.township === b.township;
    case "zone":
      return a.zones.some((id) => b.zones.includes(id));
    case "alliance":
      return a.alliances.some((id) => b.alliances.includes(id));
    case "schoolGroup":
      return a.schoolGroups.some((id) => b.schoolGroups.includes(id));
    case "pair":
      return a.pairs.some((id) => b.pairs.includes(id));
  }
}

/** Whether a school lies in one of the regions that a person agreed to; where none was stated, everywhere. */
export function consents(regions: readonly string[], school: School): boolean {
  if (regions.length === 0) return true;
  return [school.township, ...school.zones, ...school.alliances].some(
    (region) => region !== undefined && regions.includes(region),
  );
}
