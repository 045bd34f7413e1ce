import type { Text } from "../../instance/issue.ts";

/** Returns the sentence that states the equal burden. */
export function fairBurdenText(): Text {
  return {
    zh: "各校交流人数按应交流人数均衡分担",
    en: "Schools share the moves in proportion to their eligible people",
  };
}
