import type { Text } from "../../instance/issue.ts";

/** Returns the sentence that states stability. */
export function stabilityText(): Text {
  return {
    zh: "尽量少变动，带班周期内的教师尽量不动",
    en: "Few people move, and fewest of those whose class must not change its teacher",
  };
}
