import type { Text } from "../../instance/issue.ts";

/** Returns the sentence that states fewest changes. */
export function changesText(): Text {
  return { zh: "与原方案相比，变动的人员尽量少", en: "As few people as possible differ from the earlier plan" };
}
