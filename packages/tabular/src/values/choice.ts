import { unknownWord } from "./basic-codecs.ts";
import type { Codec } from "./codec.ts";
import { textOf } from "./codec.ts";
import { foldText } from "./text.ts";

/** What a code is called: in Chinese, in English, and in further words in use. */
export type ChoiceWords = readonly [zh: string, en: string, ...aliases: string[]];

/** One of a few words that only one sheet knows. */
export function choice<Code extends string>(words: Readonly<Record<Code, ChoiceWords>>): Codec<Code> {
  const entries = Object.entries(words) as [Code, ChoiceWords][];
  const codes = new Map(entries.flatMap(([code, names]) => [code, ...names].map((name) => [foldText(name), code])));
  const choices = entries.map(([, [zh]]) => zh);
  return {
    type: "text",
    expected: { zh: choices.join("、"), en: entries.map(([, [, en]]) => en).join(", ") },
    choices,
    read: (cell) => codes.get(foldText(textOf(cell))) ?? unknownWord(),
    write: (code, language = "zh") => words[code][language === "zh" ? 0 : 1],
  };
}
