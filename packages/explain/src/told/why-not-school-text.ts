import type { Text } from "@lungang/core";
import type { WhyNotSchool } from "../why-not-school.ts";
import { againText, leastText } from "./why-not-text.ts";
import type { Wording } from "./wording.ts";
import { quoted } from "./wording.ts";

/**
 * Returns the answer to a question about a whole school in sentences.
 *
 * @public
 */
export function whyNotSchoolText(answer: WhyNotSchool, wording: Wording): readonly Text[] {
  const { atSchool, nobody } = answer.question;
  const school = wording.names.school(atSchool);
  const question =
    nobody === "leaves"
      ? { zh: `${school}不派出教师`, en: `nobody leaves ${school}` }
      : { zh: `${school}不接收教师`, en: `nobody comes to ${school}` };
  const asked = quoted(question);
  switch (answer.answer) {
    case "asPlanned":
      return [{ zh: `方案已如此安排：${question.zh}。`, en: `The plan already does this: ${question.en}.` }];
    case "tie":
    case "price":
      return againText(answer, asked, wording);
    case "impossible":
      return leastText(answer.leastViolations, asked, wording);
    case "open":
      return [
        {
          zh: `问题${asked.zh}在规定的限度内没有算完，不能下结论。`,
          en: `The question ${asked.en} was not answered within the limits.`,
        },
      ];
  }
}
