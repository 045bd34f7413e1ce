import type { Text } from "@lungang/core";
import { text } from "../text.ts";

/**
 * Returns what somebody does in a post, as a letter says it: 任小学语文教师, 任副校长, 在教辅岗位工作.
 *
 * @param kind - `teaching`, `management` or another kind of post
 * @param place - what the post is called: stage and subject, office, or kind
 * @public
 */
export function dutyText(kind: string, place: Text): Text {
  if (place.zh.endsWith("岗位")) return text(`在${place.zh}工作`, `to work in ${place.en}`);
  return kind === "teaching"
    ? text(`任${place.zh}教师`, `as teacher of ${place.en}`)
    : text(`任${place.zh}`, `as ${place.en}`);
}
