import { expect, test } from "vitest";
import { nearestWord } from "./nearest-word.ts";

const SCHOOLS = ["石桥镇中心小学", "石桥镇中学", "石桥镇李庄小学", "城关镇第一小学", "城关镇第二小学"];

test.each([
  ["石桥镇中小", "石桥镇中心小学"],
  ["石桥中心小学", "石桥镇中心小学"],
  ["石桥中小", "石桥镇中心小学"],
  ["李庄小学", "石桥镇李庄小学"],
  ["石桥镇中心小", "石桥镇中心小学"],
  ["城关镇一小", "城关镇第一小学"],
  ["城关镇第3小学", undefined],
  ["河口小学校区", undefined],
])("%s may mean %s", (word, meant) => {
  expect(nearestWord(word, SCHOOLS)).toBe(meant);
});

test("an abbreviation of two schools is none, and short words and codes are not taken for one", () => {
  expect(nearestWord("石桥学", ["石桥镇小学", "石桥镇中学"])).not.toBe("石桥镇中学");
  expect(nearestWord("qs", ["quotaShare"])).toBeUndefined();
});

test("a name that differs in what it is told by means no other", () => {
  expect(nearestWord("丙小", ["甲小", "乙小"])).toBeUndefined();
  expect(nearestWord("丙小学", ["甲小学", "乙小学"])).toBe("甲小学");
});

test("a number is what a school is told by: the third is not the experimental one", () => {
  const schools = ["清源县实验初级中学", "清源县第二初级中学"];
  expect(nearestWord("清源县第三初级中学", schools)).toBeUndefined();
  expect(nearestWord("清源县实验初中学", schools)).toBe("清源县实验初级中学");
});

test.each([
  ["实验小学", "青山县实验小学"],
  ["县一中", "青山县第一中学"],
  ["河口九年制学校", "河口乡九年制学校"],
  ["中心小学", undefined],
])("%s may mean %s of a county", (word, meant) => {
  const schools = [
    "青山县实验小学",
    "青山县第一中学",
    "石桥镇中心小学",
    "河口乡中心小学",
    "河口乡九年制学校",
    "大岭小学",
  ];
  expect(nearestWord(word, schools)).toBe(meant);
});
