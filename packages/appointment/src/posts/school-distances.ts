import type { Instance } from "@lungang/core";
import { compareText, indexCounty, schoolMetres } from "@lungang/core";
import { schoolNames } from "./school-names.ts";

/** How far two schools are from each other by road, the same both ways; schools are called as posts call them. */
export interface SchoolDistance {
  readonly from: string;
  readonly to: string;
  readonly km: number;
}

const METRES_PER_KM = 1000;

/**
 * Returns the distances between the schools of a county, for rounds that look for the nearest post: every pair once, in the
 * order of the names. A pair of which a school has no coordinates is left out: whoever needs it is asked for it.
 */
export function distancesOfCounty(instance: Instance): readonly SchoolDistance[] {
  const { county } = indexCounty(instance);
  const nameOf = schoolNames(instance.schools);
  const schools = instance.schools
    .map(({ id }, at) => ({ at, name: nameOf(id) }))
    .sort((a, b) => compareText(a.name, b.name));
  return schools.flatMap((from, place) =>
    schools.slice(place + 1).flatMap((to): readonly SchoolDistance[] => {
      const metres = schoolMetres(county, from.at, to.at);
      return metres < 0 ? [] : [{ from: from.name, to: to.name, km: metres / METRES_PER_KM }];
    }),
  );
}
