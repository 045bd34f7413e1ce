import type { Text } from "@lungang/core";
import type { LettersRequest } from "./letter.ts";
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

/** Returns what somebody does in a post of a plan: 任小学语文教师. */
export function dutyOf(post: string, request: LettersRequest): Text {
  return dutyText(kindOf(post, request), request.wording.names.post(post));
}

/** Returns what somebody in a post of a plan is called: 小学语文教师, 副校长. */
export function callingOf(post: string, request: LettersRequest): Text {
  const place = request.wording.names.post(post);
  if (kindOf(post, request) !== "teaching" || place.zh.endsWith("岗位")) return place;
  return text(`${place.zh}教师`, `teacher of ${place.en}`);
}

/** The kind of a post, which the data list or whose key names it. */
function kindOf(post: string, { instance }: LettersRequest): string {
  return instance.posts.find(({ id }) => id === post)?.kind ?? post.split("/").at(-3) ?? "";
}
