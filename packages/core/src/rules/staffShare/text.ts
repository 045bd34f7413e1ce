import type { Text } from "../../instance/issue.ts";
import { roundingText } from "../../policy/rounding.ts";
import { shareText } from "../../policy/share.ts";
import { findingsOf } from "../../subject/finding.ts";
import type { StaffShareParams } from "./schema.ts";

/** Returns the sentence that states a share of staff. */
export function staffShareText({ share, rounding }: StaffShareParams): Text {
  const rounded = roundingText(rounding, "atLeast");
  return {
    zh: `各校在岗人员中指定人员的比例不低于${shareText(share)}${rounded.zh}，未达到的不得再降低`,
    en: `The named people are at least ${shareText(share)} of the staff of every school${rounded.en}; a school that is short gets no further from it`,
  };
}

interface Counted {
  readonly part: number;
  readonly staff: number;
  readonly partBefore: number;
  readonly staffBefore: number;
  readonly least: number;
}

/** What can be wrong with a share of staff. */
export const staffShareFindings = findingsOf("staffShare", {
  worse: ({ part, staff, partBefore, staffBefore, least }: Counted, { about }) => ({
    zh: `${about.zh}在岗${staff}人，指定人员应至少${least}人，实际${part}人（原为${staffBefore}人中${partBefore}人）`,
    en: `${about.en} has ${staff} people at work, of whom at least ${least} have to be of the named set; ${part} are (before: ${partBefore} of ${staffBefore})`,
  }),
});
