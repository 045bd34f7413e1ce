import type { Text } from "../../instance/issue.ts";
import { words } from "../../instance/vocabulary.ts";
import type { ItinerantParams } from "./schema.ts";
import { findingsOf } from "../../subject/finding.ts";

/** Returns the sentence that states itinerant teaching. */
export function itinerantText({ form, maxPlaces, maxMetres, fullLoad }: ItinerantParams): Text {
  const { zh, en } = words.form[form];
  const way =
    maxMetres === undefined
      ? { zh: "", en: "" }
      : { zh: `，路程不超过${maxMetres / 1000}公里`, en: `, at most ${maxMetres / 1000} km away` };
  const load =
    fullLoad === undefined
      ? { zh: "周课时合计不超过本岗位满工作量", en: "up to the full load of the own post in all" }
      : { zh: `周课时合计不超过${fullLoad}节`, en: `${fullLoad} periods a week in all` };
  return {
    zh: `${zh}：每人至多到${maxPlaces}所学校兼课${way.zh}，${load.zh}，尽量减少缺课时`,
    en: `In the form "${en}" people teach beside their own post at up to ${maxPlaces} schools${way.en}, ${load.en}, so that few periods stay untaught`,
  };
}

/** What an itinerant may have too much of. */
export type ItinerantLimit = "load" | "places" | "metres" | "membership";

interface Beyond {
  readonly value: number;
  readonly most: number;
}

/** What can be wrong with the itinerant teaching of a person, by the limit that is broken. */
export const itinerantFindings = findingsOf("itinerant", {
  load: ({ value, most }: Beyond, { about }) => ({
    zh: `人员“${about.zh}”周课时合计${value}节，至多${most}节`,
    en: `Person "${about.en}" teaches ${value} periods a week in all, at most ${most} are allowed`,
  }),
  places: ({ value, most }: Beyond, { about }) => ({
    zh: `人员“${about.zh}”到${value}所学校兼课，至多${most}所`,
    en: `Person "${about.en}" teaches at ${value} schools beside the own post, at most ${most} are allowed`,
  }),
  metres: (_found: Beyond, { about }) => ({
    zh: `人员“${about.zh}”兼课学校过远或路程不明`,
    en: `Person "${about.en}" teaches at a school that is too far away, or nobody knows how far`,
  }),
  membership: (_found: Beyond, { about }) => ({
    zh: `人员“${about.zh}”不属于兼课人员范围`,
    en: `Person "${about.en}" is not among those who may teach elsewhere`,
  }),
});
