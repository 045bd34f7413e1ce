import type { Text } from "../instance/issue.ts";
import { foldName } from "../instance/fold-name.ts";
import { codeOf, wordOf } from "../instance/word-codes.ts";
import { words } from "../instance/vocabulary.ts";
import type { AttributeWords } from "./attributes.ts";

const NONE = "none";

/** Returns the codes that an attribute may have. */
export function codesOf(listed: AttributeWords): readonly string[] {
  if ("own" in listed) return Object.keys(listed.own);
  return [...Object.keys(words[listed.kind]), ...(listed.orNone ? [NONE] : [])];
}

/** Returns the code that a word of an attribute stands for: the code itself, or a word for it in either language. */
export function codeAmongWords(word: string, listed: AttributeWords): string | undefined {
  if (!("own" in listed)) return listed.orNone && word === NONE ? NONE : codeOf(listed.kind, word);
  if (Object.hasOwn(listed.own, word)) return word;
  const folded = foldName(word);
  const found = Object.entries(listed.own).find(([code, { zh, en }]) =>
    [code, zh, en].some((each) => foldName(each) === folded),
  );
  return found?.[0];
}

/** Returns what a code is called, for readers; the code itself where it is none of the attribute. */
export function textOfCode(code: string, listed: AttributeWords): Text {
  if (!("own" in listed)) return { zh: wordOf(listed.kind, code), en: wordOf(listed.kind, code, "en") };
  return Object.hasOwn(listed.own, code) ? (listed.own[code] as Text) : { zh: code, en: code };
}
