import type { Text } from "../../instance/issue.ts";
import { findingsOf } from "../../subject/finding.ts";
import type { RuleSubject } from "../../subject/rule-subject.ts";

/** Returns the sentence that keeps spouses from being leader and subordinate. */
export function avoidanceText(): Text {
  return {
    zh: "任职回避：夫妻一方任校领导的，另一方不交流到同一学校",
    en: "Where one of a couple leads a school, exchange does not take the two to one school",
  };
}

/** What can be wrong with a couple. */
export const avoidanceFindings = findingsOf("avoidance", {
  together: ({ spouse, school }: { spouse: RuleSubject; school: RuleSubject }, { about, subject }) => ({
    zh: `“${about.zh}”到${subject(school).zh}，与配偶“${subject(spouse).zh}”同校，其中一方是校领导`,
    en: `"${about.en}" goes to ${subject(school).en}, where the spouse "${subject(spouse).en}" is, and one of the two leads`,
  }),
});
