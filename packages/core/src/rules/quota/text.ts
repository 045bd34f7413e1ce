import type { Text } from "../../instance/issue.ts";
import { isEverything } from "../../policy/predicate.ts";
import { roundingText } from "../../policy/rounding.ts";
import { shareText } from "../../policy/share.ts";
import type { QuotaParams } from "./schema.ts";
import { findingsOf } from "../../subject/finding.ts";

const EACH: Readonly<Record<QuotaParams["by"], Text>> = {
  county: { zh: "全县", en: "in the county" },
  school: { zh: "每所学校", en: "at every school" },
  zone: { zh: "每个片区", en: "in every zone" },
  township: { zh: "每个乡镇", en: "in every township" },
  alliance: { zh: "每个办学联合体", en: "in every alliance" },
};

const BASE: Readonly<Record<QuotaParams["base"], Text>> = {
  eligible: { zh: "应交流人员", en: "the eligible people" },
  all: { zh: "在编在岗人员", en: "all people" },
};

/** Returns the sentence that states a quota. */
export function quotaText({ share, bound, by, base, moves, rounding }: QuotaParams): Text {
  const least = bound === "atLeast";
  const some = !isEverything(moves);
  const rounded = roundingText(rounding, bound);
  return {
    zh: `${EACH[by].zh}${some ? "规定形式或方向的" : ""}交流人数${least ? "不少于" : "不超过"}${BASE[base].zh}的${shareText(share)}${rounded.zh}`,
    en: `${least ? "At least" : "At most"} ${shareText(share)} of ${BASE[base].en} ${EACH[by].en} move${some ? " in the way concerned" : ""}${rounded.en}`,
  };
}

/** What can be wrong with a quota. */
export const quotaFindings = findingsOf("quota", {
  missed: (
    { base, required, moved, least }: { base: number; required: number; moved: number; least: boolean },
    { about },
  ) => ({
    zh: `${about.zh}：基数${base}人，应${least ? "至少" : "至多"}交流${required}人，实际${moved}人`,
    en: `${about.en}: of ${base} people ${least ? "at least" : "at most"} ${required} have to move, ${moved} do`,
  }),
});
