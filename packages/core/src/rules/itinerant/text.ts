import type { Text } from "../../instance/issue.ts";
import { words } from "../../instance/vocabulary.ts";
import { amountText } from "../../plan/plan-words.ts";
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
  // A way of -1 metres is not known.
  metres: ({ value, most }: Beyond, { about }) => {
    const [way, longest] = [amountText(value, "m"), amountText(most, "m")];
    return value < 0
      ? {
          zh: `人员“${about.zh}”到兼课学校的路程不明，至多${longest.zh}`,
          en: `Nobody knows how far person "${about.en}" goes to teach elsewhere; at most ${longest.en} are allowed`,
        }
      : {
          zh: `人员“${about.zh}”到兼课学校的路程为${way.zh}，至多${longest.zh}`,
          en: `Person "${about.en}" goes ${way.en} to teach elsewhere, at most ${longest.en} are allowed`,
        };
  },
  membership: (_found: Beyond, { about }) => ({
    zh: `人员“${about.zh}”不属于兼课人员范围`,
    en: `Person "${about.en}" is not among those who may teach elsewhere`,
  }),
});
