import type { Text } from "../../instance/issue.ts";
import type { PostBalanceParams } from "./schema.ts";

/** Returns the sentence that states how posts are filled. */
export function postBalanceText({ growth }: PostBalanceParams): Text {
  if (growth === "free") return { zh: "尽量减少缺岗", en: "Few posts stay empty" };
  return {
    zh: "尽量减少缺岗，任何岗位不得超过所需人数或现有人数",
    en: "Few posts stay empty, and none gets more people than it needs or has",
  };
}

/** Returns the sentence about a post with too many people. */
export function postOverfilledText(found: {
  readonly post: Text;
  readonly after: number;
  readonly most: number;
}): Text {
  const { post, after, most } = found;
  return {
    zh: `${post.zh}岗位至多${most}人，方案后${after}人`,
    en: `Post ${post.en} takes at most ${most} people and gets ${after}`,
  };
}
