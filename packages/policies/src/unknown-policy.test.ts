import { expect, test } from "vitest";
import { policyDocument, policyNames } from "./registry.ts";
import { unknownPolicy } from "./unknown-policy.ts";

test.each([
  ["yulin", "yulin-notice"],
  ["yulin-notise", "yulin-notice"],
  ["detailed_measures", "detailed-measures"],
  ["Gaoxin-Flow", "gaoxin-flow"],
  ["XX县2021年义务教育县管校聘", "xx-county-2021"],
  ["《高新区小学教师流动》", "gaoxin-flow"],
])("%s may mean %s", (given, meant) => {
  expect(unknownPolicy(given).message.zh).toContain(`是否指 ${meant}？`);
  expect(unknownPolicy(given).message.en).toContain(`did you mean ${meant}?`);
});

test("a policy is found by its whole title as well, with or without title marks and what stands in brackets", () => {
  for (const title of ["教师交流制度（我县）", "教师交流制度", "《教师交流制度》"])
    expect(policyDocument(title)?.id).toBe("county-jiaoliu");
  expect(policyDocument("XX县2021年义务教育县管校聘方案")?.id).toBe("xx-county-2021");
  expect(policyDocument("交流制度")).toBeUndefined();
});

test("what is like none is answered with the list alone, once", () => {
  for (const given of ["", "x", "县教育局文件.yaml", "no"]) {
    const { message, advice, expected } = unknownPolicy(given);
    expect(message.zh).not.toContain("是否指");
    expect(expected).toBe(policyNames.join(", "));
    expect(advice?.zh).not.toContain(policyNames[0]);
  }
});
