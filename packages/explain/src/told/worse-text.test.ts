import { expect, test } from "vitest";
import { worseText } from "./worse-text.ts";

test.each([
  [85, 89, "points", "变差 4 分", "至少变差 4 分"],
  [253_300, 254_500, "metres", "变差 1.2 公里", "至少变差 1.2 公里"],
  [1e8, 1.001e8, "deviations", "变差 0.1%", "至少变差 0.1%"],
  [14_571_638, 14_571_639, "deviations", "略微变差（不足 0.01%）", "变差"],
])("from %d to %d %s is %s, and as a bound %s", (before, after, unit, exact, bound) => {
  expect(worseText({ before, after, unit }, false).zh).toBe(exact);
  expect(worseText({ before, after, unit }, true).zh).toBe(bound);
});
