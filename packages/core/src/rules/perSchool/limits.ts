import type { School } from "../../instance/school.ts";
import { roundedShare } from "../../policy/share.ts";
import type { PerSchoolParams } from "./schema.ts";

/** Least and most exchanges of one school; infinite where there is no limit. */
export interface SchoolLimits {
  readonly out: { readonly lower: number; readonly upper: number };
  readonly in: { readonly lower: number; readonly upper: number };
}

/** Returns the limits of a school: its own quota where it has one, else those of the rule. */
export function schoolLimits(params: PerSchoolParams, school: School, headcount: number): SchoolLimits {
  const own = { ...(params.useSchoolQuota ? school.quota : {}), ...params.bySchool[school.id] };
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

function firstOf(own: number | undefined, rule: number | undefined, otherwise: number): number {
  return own ?? rule ?? otherwise;
}
