import type { Text } from "../../instance/issue.ts";

/** Returns the sentence that states wishes. */
export function wishesText(): Text {
  return { zh: "尽量满足本人志愿", en: "Wishes are met where they can be" };
}
