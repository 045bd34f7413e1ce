import type { Text } from "../../instance/issue.ts";

/** Returns the sentence that states where recruits go. */
export function newRecruitsText(): Text {
  return {
    zh: "当年新招聘教师都须安排到规定的学校",
    en: "Every recruit of the year gets a first school among those allowed",
  };
}

/** Returns the sentence about a recruit without a school. */
export function recruitUnplacedText(person: string): Text {
  return { zh: `新招聘教师“${person}”没有安排学校`, en: `Recruit "${person}" gets no school` };
}

/** Returns the sentence about a recruit at a school that is not for recruits. */
export function recruitElsewhereText(person: string, school: string): Text {
  return {
    zh: `新招聘教师“${person}”被安排到${school}，不属于规定的学校`,
    en: `Recruit "${person}" goes to ${school}, which is not among the schools for recruits`,
  };
}
