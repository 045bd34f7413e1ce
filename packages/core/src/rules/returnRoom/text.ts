import { dateText } from "../../instance/date-text.ts";
import type { Text } from "../../instance/issue.ts";
import { findingsOf } from "../../subject/finding.ts";
import type { ReturnRoomParams } from "./schema.ts";

/** Returns the sentence that states whose place is kept. */
export function returnRoomText({ posts, schools, when }: ReturnRoomParams): Text {
  const zh = [...(posts ? ["岗位"] : []), ...(schools ? ["编制"] : [])].join("和");
  const en = [...(posts ? ["posts"] : []), ...(schools ? ["headcount"] : [])].join(" and ");
  return when === "always"
    ? { zh: `交流人员返回之日，原${zh}须空出`, en: `On the day on which people come back their ${en} are free` }
    : {
        zh: `为在外交流人员保留${zh}，期间可由他人顶岗，不得另行长期安排`,
        en: `The ${en} of people who are away are kept: others may fill in for a while, nobody for good`,
      };
}

interface Overfull {
  readonly after: number;
  readonly most: number;
  /** Day on which people are back; absent where all exchanges are over. */
  readonly day: string | undefined;
}

/** What can be wrong with a place that was to be kept. */
export const returnRoomFindings = findingsOf("returnRoom", {
  postTaken: ({ after, most, day }: Overfull, { about }) => ({
    zh: `${about.zh}岗位至多${most}人，${dayZh(day)}将有${after}人`,
    en: `Post ${about.en} takes at most ${most} people and has ${after} ${dayEn(day)}`,
  }),
  schoolFull: ({ after, most, day }: Overfull, { about }) => ({
    zh: `${about.zh}至多${most}人，${dayZh(day)}将有${after}人`,
    en: `${about.en}: at most ${most} may be there, and ${after} are ${dayEn(day)}`,
  }),
});

function dayZh(day: string | undefined): string {
  return day === undefined ? "交流人员全部返回后" : dateText(day).zh;
}

function dayEn(day: string | undefined): string {
  return day === undefined ? "when everybody is back" : `on ${day}`;
}
