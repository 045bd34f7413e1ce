import type { Text } from "../../instance/issue.ts";
import { roundingText } from "../../policy/rounding.ts";
import { shareText } from "../../policy/share.ts";
import type { DirectionParams } from "./schema.ts";
import { findingsOf } from "../../subject/finding.ts";

/** Returns the sentence that states where moves should lead. */
export function directionText({ minShare, max, bySubject, rounding }: DirectionParams): Text {
  const each = bySubject ? { zh: "分学科，", en: " in every subject" } : { zh: "", en: "" };
  if (minShare !== undefined) {
    const share = shareText(minShare);
    const rounded = roundingText(rounding, "atLeast");
    return {
      zh: `${each.zh}规定方向的交流不低于${share}${rounded.zh}`,
      en: `At least ${share} of the moves go in the direction asked${each.en}${rounded.en}`,
    };
  }
  if (max !== undefined)
    return {
      zh: `${each.zh}该方向的交流不超过${max}人`,
      en: `At most ${max} moves go in the controlled direction${each.en}`,
    };
  return { zh: "尽量按规定方向交流", en: "Moves go in the direction asked where they can" };
}

interface Missed {
  readonly part: number;
  readonly whole: number;
  readonly target: number;
  readonly least: boolean;
  /** Where the rule counts by subject. */
  readonly subject?: string | undefined;
}

/** What can be wrong with a direction. */
export const directionFindings = findingsOf("direction", {
  missed: ({ part, whole, target, least, subject }: Missed) => ({
    zh: `${subject === undefined ? "" : `${subject}：`}${whole}人中应${least ? "至少" : "至多"}${target}人按该方向交流，实际${part}人`,
    en: `Of ${whole} moves${subject === undefined ? "" : ` of ${subject}`} ${least ? "at least" : "at most"} ${target} have to go in this direction, ${part} do`,
  }),
});
