import type { Text } from "../../instance/issue.ts";
import { roundingText } from "../../policy/rounding.ts";
import { shareText } from "../../policy/share.ts";
import type { ParticipationParams } from "./schema.ts";
import { findingsOf } from "../../subject/finding.ts";

const EACH: Readonly<Record<ParticipationParams["by"], Text>> = {
  county: { zh: "全县", en: "in the county" },
  school: { zh: "每所学校", en: "at every school" },
  zone: { zh: "每个片区", en: "in every zone" },
  township: { zh: "每个乡镇", en: "in every township" },
  alliance: { zh: "每个办学联合体", en: "in every alliance" },
};

/** Returns the sentence that states the participation. */
export function participationText({ share, longShare, by, bySchool, rounding }: ParticipationParams): Text {
  const rounded = roundingText(rounding, "atLeast");
  const parts: Text[] = [];
  if (share !== undefined)
    parts.push({
      zh: `以各种形式参加交流的不少于${shareText(share)}${rounded.zh}`,
      en: `at least ${shareText(share)} take part in any form${rounded.en}`,
    });
  if (longShare !== undefined)
    parts.push({
      zh: `一次交流一学年以上的不少于${shareText(longShare)}${rounded.zh}`,
      en: `at least ${shareText(longShare)} do for a year or more${rounded.en}`,
    });
  if (Object.keys(bySchool).length > 0)
    parts.push({ zh: "各校完成下达的人数", en: "schools reach their given numbers" });
  if (parts.length === 0) parts.push({ zh: "鼓励以各种形式参加交流", en: "people may take part in any form" });
  return {
    zh: `${EACH[by].zh}${parts.map(({ zh }) => zh).join("，")}（按人计，不重复）`,
    en: `Of the people ${EACH[by].en} ${parts.map(({ en }) => en).join(", ")}, each counted once`,
  };
}

/** What can be wrong with the participation of a group. */
export const participationFindings = findingsOf("participation", {
  missed: (
    { count, target, base, long }: { count: number; target: number; base: number; long: boolean },
    { about },
  ) => ({
    zh: `${about.zh}：${base}人中应至少${target}人${long ? "交流一学年以上" : "参加交流"}，实际${count}人`,
    en: `${about.en}: of ${base} people at least ${target} have to take part${long ? " for a year or more" : ""}, ${count} do`,
  }),
});
