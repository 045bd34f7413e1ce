import { expect, test } from "vitest";
import { UNITS, isSomeUnit, isUnit, measuredIn, unitNamed } from "./units.ts";

test("a number and the word behind it are read apart; anything else is no number with a unit", () => {
  expect(measuredIn("6年")).toEqual({ number: 6, word: "年" });
  expect(measuredIn("12.5 公里")).toEqual({ number: 12.5, word: "公里" });
  expect(measuredIn("-3KM")).toEqual({ number: -3, word: "km" });
  for (const text of ["6", "年", "六年", "3-5年", "6年以上未满七年的", "1,000人"])
    expect(measuredIn(text)).toBeUndefined();
});

test("a word is one of the column or of another one", () => {
  expect([isUnit("周年", UNITS.years), isUnit("月", UNITS.years), isSomeUnit("月"), isSomeUnit("多")]).toEqual([
    true,
    false,
    true,
    false,
  ]);
});

test.each([
  ["农村教龄", "年"],
  ["任教年限（年）", "年"],
  ["服务月数", "月"],
  ["离家距离", "公里"],
  ["获奖次数", "项"],
  ["综合得分", "分"],
  ["材料分", "分"],
])("a column that a policy calls %s counts %s", (name, unit) => {
  expect(unitNamed(name).zh).toBe(unit);
});
