import type { Text } from "../../instance/issue.ts";
import { findingsOf } from "../../subject/finding.ts";
import type { RuleSubject } from "../../subject/rule-subject.ts";

/** Returns the sentence that states who stays for good. */
export function approvedStaysText(): Text {
  return {
    zh: "交流期满申请留任并经批准的，转入接收学校",
    en: "Whoever applied to stay at the host and was approved stays for good when the exchange ends",
  };
}

interface Refused {
  readonly school: RuleSubject;
}

interface Full extends Refused {
  readonly count: number;
  readonly most: number;
}

/** Why an approved stay is refused. */
export const approvedStaysFindings = findingsOf("approvedStays", {
  noHeadcount: ({ school, count, most }: Full, { about, subject }) => ({
    zh: `人员“${about.zh}”已批准留任${subject(school).zh}，因该校编制${most}人、调配后已有${count}人，未予安排，返回原学校`,
    en: `The stay of person "${about.en}" at ${subject(school).en} is approved but not possible: its establishment is ${most} and ${count} are there after the plan; the person goes home`,
  }),
  postFull: ({ school, count, most }: Full, { about, subject }) => ({
    zh: `人员“${about.zh}”已批准留任${subject(school).zh}，因该岗位需${most}人、调配后已有${count}人，未予安排，返回原学校`,
    en: `The stay of person "${about.en}" at ${subject(school).en} is approved but not possible: the post takes ${most} and ${count} hold it after the plan; the person goes home`,
  }),
  otherRules: ({ school }: Refused, { about, subject }) => ({
    zh: `人员“${about.zh}”已批准留任${subject(school).zh}，因与更重要的规定不能兼顾，未予安排，返回原学校`,
    en: `The stay of person "${about.en}" at ${subject(school).en} is approved, but rules that weigh more leave no room for it; the person goes home`,
  }),
});
