import type { County } from "../../instance/county.ts";
import type { School } from "../../instance/school.ts";
import { roundedShare } from "../../policy/share.ts";
import type { PerSchoolParams } from "./schema.ts";

/** Least and most exchanges of one school; infinite where there is no limit. */
export interface SchoolLimits {
  readonly out: { readonly lower: number; readonly upper: number };
  readonly in: { readonly lower: number; readonly upper: number };
}

/** Returns the limits of a school: its own quota where it has one and subjects are not parted, else those of the rule. */
export function schoolLimits(params: PerSchoolParams, school: School, headcount: number): SchoolLimits {
  const quota = params.useSchoolQuota && !params.bySubject ? school.quota : {};
  const own = { ...quota, ...params.bySchool[school.id] };
  // One may always go.
  const share =
    params.maxOutShare === undefined
      ? Infinity
      : Math.max(1, roundedShare(params.maxOutShare, headcount, params.maxOutRounding));
  const mostOut = Math.min(params.maxOut ?? Infinity, share);
  return {
    out: { lower: firstOf(own.minOut, params.minOut, 0), upper: firstOf(own.maxOut, mostOut, Infinity) },
    in: { lower: firstOf(own.minIn, params.minIn, 0), upper: firstOf(own.maxIn, params.maxIn, Infinity) },
  };
}

/** Returns the subjects of the posts and people of every school, in order. Shapes: one entry a school. */
export function subjectsOfSchools({
  cells,
  schools,
}: Pick<County, "cells" | "schools">): readonly (readonly string[])[] {
  const found = schools.map(() => new Set<string>());
  for (const { school, subject } of cells) if (subject !== undefined) found[school]?.add(subject);
  return found.map((subjects) => [...subjects].sort());
}

/** Returns how many have to leave a school at the least, of all subjects together. */
export function leastLeavers(params: PerSchoolParams, county: County, school: number): number {
  const { lower } = schoolLimits(params, county.schools[school] as School, 0).out;
  return params.bySubject ? lower * (subjectsOfSchools(county)[school] ?? []).length : lower;
}

function firstOf(own: number | undefined, rule: number | undefined, otherwise: number): number {
  return own ?? rule ?? otherwise;
}
