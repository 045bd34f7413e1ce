import type { Text } from "../../instance/issue.ts";
import { findingsOf } from "../../subject/finding.ts";
import type { RuleSubject } from "../../subject/rule-subject.ts";

/** Returns the sentence that states where recruits go. */
export function newRecruitsText(): Text {
  return {
    zh: "当年新招聘教师都须安排到规定的学校",
    en: "Every recruit of the year gets a first school among those allowed",
  };
}

/** What can be wrong with a recruit. */
export const newRecruitsFindings = findingsOf("newRecruits", {
  unplaced: (_found: object, { about }) => ({
    zh: `新招聘教师“${about.zh}”没有安排学校`,
    en: `Recruit "${about.en}" gets no school`,
  }),
  elsewhere: ({ school }: { school: RuleSubject }, { about, subject }) => ({
    zh: `新招聘教师“${about.zh}”被安排到${subject(school).zh}，不属于规定的学校`,
    en: `Recruit "${about.en}" goes to ${subject(school).en}, which is not among the schools for recruits`,
  }),
});
