import type { Text } from "../../instance/issue.ts";
import { findingsOf } from "../../subject/finding.ts";
import type { ProtectionParams } from "./schema.ts";

const PARTS: readonly (readonly [keyof ProtectionParams, Text])[] = [
  ["subjects", { zh: "各学科至少留一名能任教的教师", en: "somebody who can teach each of its subjects" }],
  ["teachers", { zh: "至少留一名教师", en: "a teacher" }],
  ["leaders", { zh: "领导班子不得一次全部调离", en: "somebody of its leaders" }],
];

/** Returns the sentence that states what a school keeps. */
export function protectionText(params: ProtectionParams): Text {
  const kept = PARTS.filter(([name]) => params[name]).map(([, words]) => words);
  if (kept.length === 0) return { zh: "学校可以全部调空", en: "Schools may lose everybody" };
  return {
    zh: `方案保护：交流后每校${kept.map(({ zh }) => zh).join("，")}`,
    en: `Protection of the program: every school keeps ${kept.map(({ en }) => en).join(", ")}`,
  };
}

/** What a school can lose. */
export const protectionFindings = findingsOf("protection", {
  subjectLost: ({ before }: { before: number }, { about }) => ({
    zh: `${about.zh}原有${before}人能任教，调配后无人能任教`,
    en: `${about.en}: ${before} could teach it, nobody is left who can`,
  }),
  teachersLost: ({ before }: { before: number }, { about }) => ({
    zh: `${about.zh}原有教师${before}人，调配后一个不留`,
    en: `${about.en}: of ${before} teachers nobody is left`,
  }),
  leadersLost: ({ before }: { before: number }, { about }) => ({
    zh: before === 1 ? `${about.zh}领导班子仅1人，调离而无人接任` : `${about.zh}领导班子${before}人，方案将其全部调离`,
    en:
      before === 1
        ? `${about.en}: the only leader goes and nobody succeeds`
        : `${about.en}: all ${before} members of the leadership team go at once`,
  }),
});
