import type { Text } from "../../instance/issue.ts";
import type { PostBalanceParams } from "./schema.ts";
import { findingsOf } from "../../subject/finding.ts";

/** Returns the sentence that states how posts are filled. */
export function postBalanceText({ growth }: PostBalanceParams): Text {
  if (growth === "free") return { zh: "尽量减少缺岗", en: "Few posts stay empty" };
  return {
    zh: "尽量减少缺岗，任何岗位不得超过所需人数或现有人数",
    en: "Few posts stay empty, and none gets more people than it needs or has",
  };
}

/** What can be wrong with a post. */
export const postBalanceFindings = findingsOf("postBalance", {
  overfilled: ({ after, most }: { after: number; most: number }, { about }) => ({
    zh: `${about.zh}岗位至多${most}人，调配后${after}人`,
    en: `Post ${about.en} takes at most ${most} people and gets ${after}`,
  }),
});
