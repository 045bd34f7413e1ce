import type { Text } from "../../instance/issue.ts";
import { findingsOf } from "../../subject/finding.ts";
import type { RuleSubject } from "../../subject/rule-subject.ts";
import type { LinkedParams } from "./schema.ts";

/** Returns the sentence that states what couples may expect. */
export function linkedText({ withinMetres, sameTownship, bothOrNone }: LinkedParams): Text {
  const near = [
    ...(withinMetres === undefined
      ? []
      : [{ zh: `相距${withinMetres / 1000}公里以内`, en: `within ${withinMetres / 1000} km` }]),
    ...(sameTownship ? [{ zh: "在同一乡镇", en: "in one township" }] : []),
  ];
  const unless = {
    zh: near.length === 0 ? "" : `（${near.map(({ zh }) => zh).join("或")}的除外）`,
    en: near.length === 0 ? "" : `, unless ${near.map(({ en }) => en).join(" or ")}`,
  };
  const both = bothOrNone ? { zh: "夫妻同去同留；", en: "Couples move together or not at all; " } : { zh: "", en: "" };
  return {
    zh: `${both.zh}交流后夫妻任教学校的距离不比原来更远${unless.zh}`,
    en: `${both.en}the schools of a couple are no farther apart than before${unless.en}`,
  };
}

/** What can be wrong with a couple. */
export const linkedFindings = findingsOf("linked", {
  apart: ({ spouse, school }: { spouse: RuleSubject; school: RuleSubject }, { about, subject }) => ({
    zh: `“${about.zh}”交流后与配偶“${subject(spouse).zh}”（${subject(school).zh}）比原来相距更远`,
    en: `"${about.en}" ends farther from the spouse "${subject(spouse).en}" (${subject(school).en}) than before`,
  }),
  alone: ({ spouse }: { spouse: RuleSubject }, { about, subject }) => ({
    zh: `“${about.zh}”交流，配偶“${subject(spouse).zh}”没有交流`,
    en: `"${about.en}" moves and the spouse "${subject(spouse).en}" does not`,
  }),
});
