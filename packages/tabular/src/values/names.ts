import { MORALITY } from "@lungang/core";
import type { Stage } from "@lungang/core";
import { cleanId, foldText } from "./text.ts";

const SPACE_IN_HAN = /\s+(?=\p{Script=Han})|(?<=\p{Script=Han})\s+/gu;

/** Returns a name without the spaces that are typed between Chinese characters to make columns even: `语 文` is 语文. */
export function tidyName(text: string): string {
  return cleanId(text).replace(SPACE_IN_HAN, "");
}

const DOT_IN_HAN = /(?<=\p{Script=Han})[.•・･‧∙⋅·](?=\p{Script=Han})/gu;

/** Returns the name of a person without spaces, and with the dot of long names in one form: `阿依古丽.买买提`. */
export function tidyPerson(text: string): string {
  return tidyName(text).replace(DOT_IN_HAN, "·");
}

/** Returns the form under which the names of people, schools and groups are compared. */
export function foldPerson(text: string): string {
  return foldText(tidyPerson(text));
}

/** Returns the form under which posts in words are compared: spaces and signs between school, stage and subject do not count. */
export function foldPost(text: string): string {
  return foldText(text).replace(/[-–—_/·.,:：、（）()]/gu, "");
}

const LEAST_SUFFIX = 2;

/** Returns the names of a cell that stand next to each other with spaces: `第一联合体 第二联合体` are two, `第一 联合体` is one. */
export function spacedNames(text: string): readonly string[] {
  const parts = cleanId(text).split(/\s+/u);
  const suffixes = new Set(parts.map((part) => part.slice(-LEAST_SUFFIX)));
  const areWhole = parts.every((part) => part.length > LEAST_SUFFIX) && suffixes.size === 1;
  return parts.length > 1 && areWhole ? parts : [tidyName(text)];
}

/** Returns what a subject is called today, where its course was renamed and the old name has no other meaning. */
export function presentName(subject: string): string {
  return MORALITY.former.some((name) => name === subject) ? MORALITY.name : subject;
}

const STAGES: Readonly<Record<string, Stage>> = { 小学: "primary", 初中: "junior", 高中: "senior" };
const WITH_STAGE = /^(小学|初中|高中)(?:的)?(.{2,})$/u;
/** What only together with the stage is a subject. */
const NO_SUBJECTS: ReadonlySet<string> = new Set(["教育", "教师", "全科", "教学", "综合"]);

/** Returns a subject without the stage in its name: 小学语文 is 语文 in the primary stage. */
export function splitStage(name: string): { readonly subject: string; readonly stage?: Stage } {
  const tidy = tidyName(name);
  const match = WITH_STAGE.exec(tidy);
  const [, word = "", rest = ""] = match ?? [];
  const stage = STAGES[word];
  return stage === undefined || NO_SUBJECTS.has(rest) ? { subject: tidy } : { subject: rest, stage };
}
