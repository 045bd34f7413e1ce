import { expect, test } from "vitest";
import { loadPolicyText, policyDocument, policyNames, policyYaml } from "../src/index.ts";
import { SECTIONS } from "../src/language/sections.ts";

test.each(policyNames)("%s as YAML reads back equal, with a comment for every section", (name) => {
  const document = policyDocument(name) as Readonly<Record<string, unknown>>;
  const text = policyYaml(document);
  const read = loadPolicyText(text, `${name}.yaml`);
  expect(read.ok ? read.value.document : read.issues).toEqual(document);
  const lines = text.split("\n");
  for (const section of Object.keys(document)) {
    const at = lines.findIndex((line) => line.startsWith(`${section}:`));
    expect(lines[at - 1]).toBe(`# ${SECTIONS[section]?.en}`);
  }
});

test("attributes have their meaning beside them, and values that have to be given say so", () => {
  const text = policyYaml(policyDocument("national-2014"));
  expect(text).toMatch(/attr: person\.personType # 人员类别/u);
  expect(text).toMatch(/# 原文没有数值，须给出：--set schoolYears=/u);
});
