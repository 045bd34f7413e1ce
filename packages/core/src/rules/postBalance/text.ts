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
  readonly cell: string;
  readonly after: number;
  readonly most: number;
}): Text {
  return {
    zh: `岗位${found.cell}至多${found.most}人，方案后${found.after}人`,
    en: `Post ${found.cell} takes at most ${found.most} people and gets ${found.after}`,
  };
}
