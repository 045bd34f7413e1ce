import { expect, test } from "vitest";
import type { Text } from "../../instance/issue.ts";
import { itinerantFindings } from "./text.ts";

const named: Text = { zh: "王芳", en: "Wang" };
const wording = { about: named, subject: () => named, rule: named };

test("who goes too far is told the way and what is allowed in kilometres, and a way that nobody knows as unknown", () => {
  const { metres } = itinerantFindings.sentences;
  expect(metres({ value: 12_340, most: 8000 }, wording)).toEqual({
    zh: "人员“王芳”到兼课学校的路程为12.3 公里，至多8.0 公里",
    en: 'Person "Wang" goes 12.3 km to teach elsewhere, at most 8.0 km are allowed',
  });
  expect(metres({ value: -1, most: 8000 }, wording).zh).toBe("人员“王芳”到兼课学校的路程不明，至多8.0 公里");
});
