import type { Issue, Text } from "@lungang/core";
import { amountText, kilometres } from "@lungang/core/plan";
import type { RosterLine } from "@lungang/tabular";

/** What can be unclear about a line that people wrote. */

interface Named {
  readonly person: string;
  readonly school: string;
}

/** Says that several posts of a school could be meant, and lists them. */
export function unclearPost(
  { place }: RosterLine,
  { person, school, posts }: Named & { readonly posts: readonly Text[] },
): Issue {
  return {
    code: "post-unclear",
    severity: "error",
    place,
    message: {
      zh: `“${person}”到“${school}”可任的岗位有 ${posts.length} 个，无法确定是哪一个`,
      en: `"${person}" could fill ${posts.length} posts at "${school}"`,
    },
    expected: { zh: posts.map(({ zh }) => zh).join("、"), en: posts.map(({ en }) => en).join(", ") },
    advice: { zh: "请在“岗位编号”中填写其中一个", en: "Give the id of one of them" },
  };
}

/** Says that a school has no post at all. */
export function noPost({ place }: RosterLine, { person, school }: Named): Issue {
  return {
    code: "post-unclear",
    severity: "error",
    place,
    message: {
      zh: `“${school}”没有登记岗位，无法安排“${person}”`,
      en: `"${school}" has no posts, so "${person}" cannot go there`,
    },
    advice: { zh: "请改派其他学校，或先在数据中登记岗位", en: "Name another school, or enter its posts into the data" },
  };
}

/** Says that a distance follows from the data, whatever was typed. */
export function recomputedDistance(
  { place, distanceMetres }: RosterLine,
  { person, metres }: { readonly person: string; readonly metres: number },
): Issue {
  return {
    code: "distance-recomputed",
    severity: "warning",
    place,
    received: kilometres(distanceMetres ?? 0),
    ...(metres < 0 ? {} : { expected: amountText(metres, "m") }),
    message: {
      zh: `“${person}”的距离按居住地和学校重新计算，未采用所填的数`,
      en: `The distance of "${person}" follows from residence and school; what was typed is not used`,
    },
  };
}
