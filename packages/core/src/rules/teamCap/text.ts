import type { Text } from "../../instance/issue.ts";
import { roundingText } from "../../policy/rounding.ts";
import { shareText } from "../../policy/share.ts";
import type { TeamCapParams } from "./schema.ts";
import { findingsOf } from "../../subject/finding.ts";

/** Returns the sentence that states the cap on leadership teams. */
export function teamCapText({ share, atLeastOne, rounding }: TeamCapParams): Text {
  const rounded = roundingText(rounding, "atMost");
  return {
    zh: `每校领导班子一次交流人数不超过班子成员的${shareText(share)}${rounded.zh}${atLeastOne ? "（至少可有1人）" : ""}`,
    en: `At most ${shareText(share)} of a leadership team leave at a time${rounded.en}${atLeastOne ? ", but one always may" : ""}`,
  };
}

/** What can be wrong with the leadership team of a school. */
export const teamCapFindings = findingsOf("teamCap", {
  exceeded: ({ leaving, size, max }: { leaving: number; size: number; max: number }, { about }) => ({
    zh: `${about.zh}领导班子${size}人，至多可交流${max}人，实际${leaving}人`,
    en: `${about.en}: of ${size} members of the leadership team at most ${max} may leave, ${leaving} do`,
  }),
});
