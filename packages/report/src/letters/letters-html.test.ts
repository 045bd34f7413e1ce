import { expect, test } from "vitest";
import type { Letter } from "./letter.ts";
import { lettersHtml } from "./letters-html.ts";

/** A letter with so many paragraphs of a length. */
function letter(paragraphs: number, characters: number): Letter {
  const same = (text: string) => ({ zh: text, en: text });
  return {
    kind: "reasons",
    person: "T",
    title: same("说明"),
    to: same("张三老师："),
    paragraphs: Array.from({ length: paragraphs }, () => same("因".repeat(characters))),
  };
}

const looksOf = (...letters: readonly Letter[]) =>
  lettersHtml(letters, { language: "zh", unit: "某县教育局" })
    .match(/<section>.*?<\/section>/gsu)
    ?.map((page) => /<div class="(\w+)">/u.exec(page)?.[1] ?? "");

test("a letter is set so that it stands on one page with seal and day, however long it is", () => {
  // Of 26 characters a line, two of them the indent of a paragraph, 17 lines stand on a page at ease.
  expect(looksOf(letter(8, 50), letter(8, 51), letter(9, 50), letter(11, 60), letter(14, 60))).toEqual([
    "",
    "long",
    "long",
    "long",
    "longest",
  ]);
});
