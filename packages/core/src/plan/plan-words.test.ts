import { expect, test } from "vitest";
import { amountText } from "./plan-words.ts";

test.each([
  [0.9001524955734439, "cv", "0.9 （差异系数）"],
  [0.456, "cv", "0.46 （差异系数）"],
  [7, "people", "7 人"],
  [15_496, "metres", "15.5 公里"],
  [12.345, undefined, "12.35"],
])("%d of %s is told as %s", (value, unit, told) => {
  expect(amountText(value, unit).zh).toBe(told);
});
