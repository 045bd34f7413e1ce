import type { Text } from "../../instance/issue.ts";
import type { Office } from "../../instance/codes.ts";
import type { LeaderPostsParams } from "./schema.ts";

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

/** Returns the sentence about a leadership post that becomes empty. */
export function leaderPostEmptyText(found: {
  readonly post: Text;
  readonly after: number;
  readonly least: number;
}): Text {
  return {
    zh: `${found.post.zh}岗位应至少有${found.least}人，方案后${found.after}人`,
    en: `Leadership post ${found.post.en} has to keep ${found.least}, but ${found.after} remain`,
  };
}
