import { expect, test } from "vitest";
import { exportNames, undocumentedNames } from "../../../scripts/door.ts";

test("the main door lets out these names, each with a description", () => {
  const door = new URL("./index.ts", import.meta.url);
  expect(undocumentedNames(door)).toEqual([]);
  expect(exportNames(door).length).toBeLessThanOrEqual(120);
  expect(exportNames(door)).toMatchInlineSnapshot(`
    [
      "Coverage",
      "LoadedPolicy",
      "NATIONAL_RULES",
      "PoliciesIssueCode",
      "PolicyAttribute",
      "PolicyDocument",
      "PolicyRuleHelp",
      "PolicySummary",
      "PolicyText",
      "RULEBOOK",
      "RuleKind",
      "RulebookEntry",
      "listPolicies",
      "loadPolicyBytes",
      "loadPolicyDocument",
      "loadPolicyText",
      "policyAttributes",
      "policyDocument",
      "policyForms",
      "policyJsonSchema",
      "policyNames",
      "policyRules",
      "policyYaml",
      "ruleOf",
      "unknownPolicy",
    ]
  `);
});

test("the door for Node lets out these names, each with a description", () => {
  const door = new URL("./node.ts", import.meta.url);
  expect(undocumentedNames(door)).toEqual([]);
  expect(exportNames(door)).toMatchInlineSnapshot(`
    [
      "FindPolicyOptions",
      "findPolicy",
    ]
  `);
});
