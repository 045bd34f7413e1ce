import type { Text } from "@lungang/core";
import { STANDING_WORDS } from "@lungang/core/plan";
import type { WhyPerson } from "../why-person.ts";
import { whyNotText } from "./why-not-text.ts";
import type { Wording } from "./wording.ts";
import { placementText } from "./wording.ts";

/** Reasons that say no more than the standing itself. */
const SILENT: ReadonlySet<string> = new Set(["notDue", "outOfScope", "recruit"]);

/**
 * Returns why a plan does with a person what it does, in sentences.
 *
 * @public
 */
export function whyPersonText(why: WhyPerson, wording: Wording): readonly Text[] {
  const { names } = wording;
  const person = names.person(why.person);
  const school = why.school === null ? "" : names.school(why.school);
  const placement = placementText(why.person, why.placement, wording);
  const standing = STANDING_WORDS[why.standing as keyof typeof STANDING_WORDS];
  const from = school === "" ? { zh: "", en: "" } : { zh: `（${school}）`, en: ` (${school})` };
  return [
    { zh: `${person}${from.zh}：${placement.zh}。`, en: `${person}${from.en}: ${placement.en}.` },
    { zh: `身份：${standing.zh}。`, en: `Standing: ${standing.en}.` },
    ...reasonTexts(why),
    ...headsTexts(why, wording),
    ...(why.alternative === null ? [] : whyNotText(why.alternative, wording)),
  ];
}

function reasonTexts({ reasons }: WhyPerson): readonly Text[] {
  return reasons
    .filter(({ code }) => !SILENT.has(code))
    .map(({ text, source }) =>
      source === ""
        ? { zh: `依据：${text.zh}。`, en: `Reason: ${text.en}.` }
        : { zh: `依据：${text.zh}（${source}）。`, en: `Reason: ${text.en} (${source}).` },
    );
}

function headsTexts({ left, entered }: WhyPerson, { names }: Wording): readonly Text[] {
  const told = (heads: NonNullable<WhyPerson["left"]>, zh: string, en: string): Text => {
    const post = names.post(heads.post);
    const school = names.school(heads.school);
    const { demand, before, after } = heads;
    return {
      zh: `${zh}${school}${post.zh}：需 ${demand} 人，方案前 ${before} 人，方案后 ${after} 人。`,
      en: `${en} ${school}, ${post.en}: needs ${demand}, has ${before} before and ${after} after.`,
    };
  };
  return [
    ...(left === null ? [] : [told(left, "现岗位", "Present post,")]),
    ...(entered === null ? [] : [told(entered, "去向岗位", "Post entered,")]),
  ];
}
