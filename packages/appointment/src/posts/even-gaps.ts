import { compareText } from "@lungang/core";

/** People missing at a school, of how many it needs. */
export interface SchoolGap {
  readonly school: string;
  readonly gap: number;
  /** Positive. */
  readonly need: number;
}

/**
 * Says how many of some arrivals each school gets so that the largest gap, as a share of the need, is as small as
 * possible, then the second largest, and so on (HR-09); equal gaps by the smaller id.
 *
 * Gaps 5, 1 and 0 of equal need: three arrivals go to the first and leave 2, 1 and 0. Nobody gets more than the gap.
 */
export function evenGaps(schools: readonly SchoolGap[], arrivals: number): ReadonlyMap<string, number> {
  const left = schools.map((school) => ({ ...school, gets: 0 })).sort((a, b) => compareText(a.school, b.school));
  for (let arrival = 0; arrival < arrivals; arrival++) {
    const open = left.filter((school) => school.gap > school.gets);
    if (open.length === 0) break;
    const worst = open.reduce((most, school) =>
      (school.gap - school.gets) * most.need > (most.gap - most.gets) * school.need ? school : most,
    );
    worst.gets++;
  }
  return new Map(left.map((school) => [school.school, school.gets]));
}
