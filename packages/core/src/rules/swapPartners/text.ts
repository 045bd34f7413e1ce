import type { Text } from "../../instance/issue.ts";
import { findingsOf } from "../../subject/finding.ts";
import type { RuleSubject } from "../../subject/rule-subject.ts";

/** Returns the sentence that states what people who ask for a swap may expect. */
export function swapPartnersText(): Text {
  return {
    zh: "双方互相申请互换岗位的，同时互换或者都不互换；只为互换而自愿报名的，不安排到其他岗位",
    en: "Two people who ask to exchange places both do or neither does; who volunteers for a swap goes nowhere else",
  };
}

/** What can be wrong with a swap. */
export const swapPartnersFindings = findingsOf("swapPartners", {
  oneSided: ({ partner }: { partner: RuleSubject }, { about, subject }) => ({
    zh: `“${about.zh}”到了“${subject(partner).zh}”的岗位，对方没有与其互换`,
    en: `"${about.en}" takes the post of "${subject(partner).en}", who does not exchange places`,
  }),
  elsewhere: (_given: object, { about }) => ({
    zh: `“${about.zh}”只申请互换，却被安排到其他岗位`,
    en: `"${about.en}" asks for a swap only and goes elsewhere`,
  }),
});
