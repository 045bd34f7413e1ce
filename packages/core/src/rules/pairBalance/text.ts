import type { Text } from "../../instance/issue.ts";
import type { PairBalanceParams } from "./schema.ts";
import { findingsOf } from "../../subject/finding.ts";
import type { RuleSubject } from "../../subject/rule-subject.ts";

const SCHOOLS: Readonly<Record<PairBalanceParams["between"], Text>> = {
  pairs: { zh: "结对学校", en: "Paired schools" },
  zones: { zh: "同一片区的学校两两之间", en: "Every two schools of a zone" },
  alliances: { zh: "同一联合体的学校两两之间", en: "Every two schools of an alliance" },
  schoolGroups: { zh: "同一集团的学校两两之间", en: "Every two schools of a group" },
};

/** Returns the sentence that states equal dispatch. */
export function pairBalanceText({ count, bySubject, between }: PairBalanceParams): Text {
  const who = SCHOOLS[between];
  const same = bySubject ? { zh: "（分学科）", en: " by subject" } : { zh: "", en: "" };
  if (count === undefined)
    return { zh: `${who.zh}对等互派${same.zh}`, en: `${who.en} send each other equally many${same.en}` };
  return {
    zh: `${who.zh}各互派${count}人${same.zh}`,
    en: `${who.en} send each other ${count} people each${same.en}`,
  };
}

/** What can be wrong with a pair. */
export const pairBalanceFindings = findingsOf("pairBalance", {
  unequal: (
    {
      a,
      b,
      there,
      back,
      count,
    }: { a: RuleSubject; b: RuleSubject; there: number; back: number; count?: number | undefined },
    { subject },
  ) => {
    const [from, to] = [subject(a), subject(b)];
    return {
      zh: `${from.zh}派往${to.zh}${there}人，${to.zh}派往${from.zh}${back}人${count === undefined ? "，不对等" : `，应各为${count}人`}`,
      en: `${from.en} sends ${there} to ${to.en} and gets ${back}${count === undefined ? "" : `; ${count} each way were asked`}`,
    };
  },
});
