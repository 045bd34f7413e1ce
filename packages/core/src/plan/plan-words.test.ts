import { expect, test } from "vitest";
import { amountText, differenceText, fromToText } from "./plan-words.ts";

test("weighted deviations are told by how much of themselves they change", () => {
  expect(differenceText(458_238_592, 458_538_592, "deviations")).toEqual({ zh: "0.065%", en: "0.065%" });
  expect(fromToText(458_238_592, 458_538_592, "deviations")).toBeUndefined();
  expect(differenceText(0, 12, "deviations")).toEqual({ zh: "12 分", en: "12 points" });
});

test("other values are told as they are, ways in kilometres", () => {
  expect(differenceText(91, 97, "points")).toEqual({ zh: "6 分", en: "6 points" });
  expect(fromToText(253_900, 261_000, "m")).toEqual({
    zh: "由 253.9 公里变为 261.0 公里",
    en: "goes from 253.9 km to 261.0 km",
  });
});

test.each([
  [0.9001524955734439, "cv", "0.9 （差异系数）"],
  [0.456, "cv", "0.46 （差异系数）"],
  [7, "people", "7 人"],
  [15_496, "metres", "15.5 公里"],
  [12.345, undefined, "12.35"],
])("%d of %s is told as %s", (value, unit, told) => {
  expect(amountText(value, unit).zh).toBe(told);
});
