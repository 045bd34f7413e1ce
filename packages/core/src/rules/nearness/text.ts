import type { Text } from "../../instance/issue.ts";

/** Returns the sentence that states nearness. */
export function nearnessText(): Text {
  return { zh: "交流学校尽量靠近居住地", en: "New schools are near the residence" };
}
