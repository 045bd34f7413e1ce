import { expect, test } from "vitest";
import { policyNames } from "./registry.ts";
import { unknownPolicy } from "./unknown-policy.ts";

test.each([
  ["yulin", "yulin-notice"],
  ["yulin-notise", "yulin-notice"],
  ["detailed_measures", "detailed-measures"],
  ["Gaoxin-Flow", "gaoxin-flow"],
  ["教师交流制度", "county-jiaoliu"],
  ["《高新区小学教师流动制度》", "gaoxin-flow"],
])("%s may mean %s", (given, meant) => {
  expect(unknownPolicy(given).message.zh).toContain(`是否指 ${meant}？`);
  expect(unknownPolicy(given).message.en).toContain(`did you mean ${meant}?`);
});

test("what is like none is answered with the list alone, once", () => {
  for (const given of ["", "x", "县教育局文件.yaml", "no"]) {
    const { message, advice, expected } = unknownPolicy(given);
    expect(message.zh).not.toContain("是否指");
    expect(expected).toBe(policyNames.join(", "));
    expect(advice?.zh).not.toContain(policyNames[0]);
  }
});
