import type { Text } from "../../instance/issue.ts";
import type { TenureParams } from "./schema.ts";

/** Returns the sentence that states who goes first. */
export function tenureText({ fullYears }: TenureParams): Text {
  return {
    zh: `在同一学校任教时间长者优先交流（满${fullYears}年为止）`,
    en: `Those who were longest at one school go first (counted up to ${fullYears} years)`,
  };
}
