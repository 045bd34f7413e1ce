import type { Text } from "../../instance/issue.ts";
import { roundingText } from "../../policy/rounding.ts";
import { shareText } from "../../policy/share.ts";
import type { ShareParams } from "./schema.ts";
import { findingsOf } from "../../subject/finding.ts";

/** Returns the sentence that states a share. */
export function shareRuleText({ share, bound, rounding }: ShareParams): Text {
  const least = bound === "atLeast";
  const rounded = roundingText(rounding, bound);
  return {
    zh: `指定人员占交流总人数的比例${least ? "不低于" : "不高于"}${shareText(share)}${rounded.zh}`,
    en: `The named people are ${least ? "at least" : "at most"} ${shareText(share)} of those who move${rounded.en}`,
  };
}

/** What can be wrong with a share. */
export const shareFindings = findingsOf("share", {
  missed: ({ part, whole, target, least }: { part: number; whole: number; target: number; least: boolean }) => ({
    zh: `共交流${whole}人，其中指定人员应${least ? "至少" : "至多"}${target}人，实际${part}人`,
    en: `Of ${whole} moves ${least ? "at least" : "at most"} ${target} have to be of the named set, ${part} are`,
  }),
});
