import { expect, test } from "vitest";
import { dutyText } from "./duty.ts";

test.each([
  ["teaching", "小学语文", "任小学语文教师"],
  ["management", "副校长", "任副校长"],
  ["support", "教辅岗位", "在教辅岗位工作"],
  ["teaching", "教学岗位", "在教学岗位工作"],
])("a %s post %s is told as %s", (kind, place, told) => {
  expect(dutyText(kind, { zh: place, en: place }).zh).toBe(told);
});
