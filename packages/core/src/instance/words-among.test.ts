import { expect, test } from "vitest";
import { codeAmong, wordAmong } from "./words-among.ts";

const SCOPE = ["alliance", "zone", "township", "county"];

test.each([
  ["全县", "county"],
  ["县域", "county"],
  ["片区", "zone"],
  ["联合体", "alliance"],
  ["zone", "zone"],
  ["全国", undefined],
])("%s is read as %s", (word, code) => {
  expect(codeAmong(word, SCOPE)).toBe(code);
});

test("codes have the words of the enumeration that holds them all", () => {
  expect(SCOPE.map((code) => wordAmong(code, SCOPE))).toEqual(["办学联合体", "片区", "乡镇", "全县"]);
  expect(wordAmong("county", ["county", "nowhere"])).toBe(undefined);
});
