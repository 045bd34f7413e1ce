import type { Codec } from "./codec.ts";
import { textOf } from "./codec.ts";
import { cleanText, splitList } from "./text.ts";

/** A value of a free column: a number, a word, or words where a condition asks for one of several. */
export type FactValue = number | string | readonly string[];

/** A free value: a number, a date as text, a word, or several words. */
export function fact(isList: boolean): Codec<FactValue> {
  return {
    type: "text",
    expected: isList
      ? { zh: "一个或多个词，用“、”隔开", en: "one or more words" }
      : { zh: "数字、日期或文字", en: "a number, a date or text" },
    read: (cell) => {
      if (typeof cell.value === "number") return cell.value;
      const text = cleanText(textOf(cell));
      if (text === "") return undefined;
      return isList ? splitList(text) : text;
    },
    write: (value) => (typeof value === "object" ? value.join("、") : value),
  };
}
