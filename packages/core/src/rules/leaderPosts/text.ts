import type { Text } from "../../instance/issue.ts";
import type { Office } from "../../instance/codes.ts";
import type { LeaderPostsParams } from "./schema.ts";
import { findingsOf } from "../../subject/finding.ts";

const OFFICE_NAMES: Readonly<Record<Office, Text>> = {
  principal: { zh: "校长", en: "principal" },
  vicePrincipal: { zh: "副校长", en: "vice principal" },
  midLevel: { zh: "中层", en: "middle management" },
};

/** Returns the sentence that states which leaders a school keeps. */
export function leaderPostsText({ offices }: LeaderPostsParams): Text {
  return {
    zh: `交流后原有${offices.map((office) => OFFICE_NAMES[office].zh).join("、")}岗位不得空缺`,
    en: `No post of ${offices.map((office) => OFFICE_NAMES[office].en).join(", ")} becomes empty`,
  };
}

/** What can be wrong with the post of a leader. */
export const leaderPostsFindings = findingsOf("leaderPosts", {
  empty: ({ after, least }: { after: number; least: number }, { about }) => ({
    zh: `${about.zh}岗位应至少有${least}人，调配后${after}人`,
    en: `Leadership post ${about.en} has to keep ${least}, but ${after} remain`,
  }),
});
