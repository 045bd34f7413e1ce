import type { Text } from "../../instance/issue.ts";
import type { PointsSumParams } from "./schema.ts";

/** Returns the sentence that states the aim. */
export function pointsSumText({ of }: PointsSumParams): Text {
  return of === "movers"
    ? { zh: "积分低的先交流", en: "Those with the fewest points move first" }
    : { zh: "积分高的先交流", en: "Those with the most points move first" };
}
