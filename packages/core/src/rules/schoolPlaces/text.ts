import type { Text } from "../../instance/issue.ts";
import { findingsOf } from "../../subject/finding.ts";
import type { SchoolPlacesParams } from "./schema.ts";

const WORDS: Readonly<Record<SchoolPlacesParams["places"], Text>> = {
  roomsAvailable: { zh: "可用周转房", en: "free rooms" },
  seniorPosts: { zh: "高级岗位", en: "senior posts" },
  middlePosts: { zh: "中级岗位", en: "middle posts" },
};

/** Returns the sentence that states for whom a school has places. */
export function schoolPlacesText({ places }: SchoolPlacesParams): Text {
  const { zh, en } = WORDS[places];
  return {
    zh: `到校人员中需要${zh}的，不超过学校空余的${zh}数`,
    en: `Of those who come to a school no more need ${en} than it has left`,
  };
}

/** What can be wrong with the places of a school. */
export const schoolPlacesFindings = findingsOf("schoolPlaces", {
  exceeded: (
    { places, arrive, left }: { places: SchoolPlacesParams["places"]; arrive: number; left: number },
    { about },
  ) => ({
    zh: `${about.zh}需要${WORDS[places].zh}的净增${arrive}人，空余${left}个`,
    en: `${about.en}: ${arrive} more people need ${WORDS[places].en}, ${left} are left`,
  }),
});
