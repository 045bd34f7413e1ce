import type { Text } from "../../instance/issue.ts";
import { findingsOf } from "../../subject/finding.ts";
import type { RuleSubject } from "../../subject/rule-subject.ts";

/** Returns the sentence that states the order. */
export function pointsFirstText(): Text {
  return {
    zh: "同一岗位有多人志愿时，积分高者优先",
    en: "Where several wish for a post, those with more points come first",
  };
}

/** What can be wrong with the order. */
export const pointsFirstFindings = findingsOf("pointsFirst", {
  passedOver: ({ post, count }: { post: RuleSubject; count: number }, { about, subject }) => ({
    zh: `人员“${about.zh}”志愿到${subject(post).zh}而未去成，却有${count}名积分较低的人员去了该岗位`,
    en: `Person "${about.en}" wished for ${subject(post).en} and did not get it, though ${count} with fewer points did`,
  }),
});
