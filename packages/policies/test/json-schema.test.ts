import { ATTRIBUTES, RULE_NAMES } from "@lungang/core/policy";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { loadPolicyText, policyDocument, policyJsonSchema, policyNames } from "../src/index.ts";
import { RULE_EXAMPLES } from "../src/language/rule-examples.ts";
import { MISTAKES } from "./wrong/cases.ts";
import { POLICY } from "./wrong/policy.ts";

/** What an editor completes and checks a policy by. */
const schema = policyJsonSchema() as Readonly<Record<string, unknown>>;
const ajv = new Ajv2020({ strict: false, allErrors: true });
const check = ajv.compile(schema);

function faults(document: unknown): readonly string[] {
  check(document);
  return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe("the JSON Schema of policies", () => {
  test.each(policyNames)("accepts %s with its parameters in place", (name) => {
    expect(faults(policyDocument(name))).toEqual([]);
  });

  test("accepts a policy of a county's own, in Chinese words and texts of one language", () => {
    expect(faults(parse(POLICY))).toEqual([]);
  });

  test("accepts a policy that takes over another one, and entries that are taken away", () => {
    const rules = [
      { id: "quota", remove: true },
      { id: "total", params: { max: 5 } },
    ];
    expect(faults({ extends: "national-2014", id: "ours", version: "1", name: "本县", rules })).toEqual([]);
    expect(faults({ extends: "national-2015", id: "ours", version: "1", name: "本县" })).not.toEqual([]);
    expect(faults({ extends: "national-2014", id: "ours", version: "1", name: "本县", rule: [] })).not.toEqual([]);
  });

  test.each(Object.entries(RULE_EXAMPLES).filter(([name]) => RULE_NAMES.some((rule) => rule === name)))(
    "accepts the example of %s",
    (_name, example) => {
      expect(faults({ ...(parse(POLICY) as object), rules: parse(example) as unknown })).toEqual([]);
    },
  );

  /** What only reading the whole can find: references, days that do not exist, shares, attributes of another subject. */
  const BEYOND = new Set([
    "unknown-parameter",
    "circular-set",
    "duplicate-id",
    "unknown-level",
    "invalid-syntax",
    "duplicate-key",
  ]);
  const words = MISTAKES.filter(({ code }) => ["unknown-key", "unknown-rule"].includes(code));

  test("finds misspelt keys, rules, attributes and words", () => {
    const silent = words.flatMap(({ name, right, wrong, code }) => {
      const loaded = loadPolicyText(
        POLICY.replace(right, () => wrong),
        "p.yaml",
      );
      if (!loaded.ok || BEYOND.has(code)) return [];
      return faults(loaded.value.document).length > 0 ? [] : [name];
    });
    expect(silent).toEqual([]);
    const wrongWord = POLICY.replace("[城区, 镇区]", "[城区, 镇子]");
    expect(faults(parse(wrongWord)).length).toBeGreaterThan(0);
    expect(faults(parse(POLICY.replace("person.honours", "person.honors"))).length).toBeGreaterThan(0);
  });
});

/** Values that an editor offers at a place: those of the first enumeration under a key. */
function offered(part: unknown, key: string): readonly string[] {
  if (part === null || typeof part !== "object") return [];
  const properties = (part as { properties?: Record<string, { enum?: string[]; anyOf?: { enum?: string[] }[] }> })
    .properties;
  const found = properties?.[key];
  const values = found?.enum ?? found?.anyOf?.find((each) => each.enum !== undefined)?.enum;
  if (values !== undefined) return values;
  return (
    Object.values(part)
      .map((value) => offered(value, key))
      .find((list) => list.length > 0) ?? []
  );
}

describe("an editor offers", () => {
  const defs = schema["$defs"] as { readonly policy: unknown; readonly condition: unknown };

  test("every attribute, rule, form and strength", () => {
    expect(offered(defs.condition, "attr")).toEqual([...ATTRIBUTES.keys()]);
    expect(offered(defs.policy, "rule")).toEqual([...RULE_NAMES]);
    expect(offered(defs.policy, "strength")).toEqual(["hard", "override", "soft"]);
    expect(offered(defs.policy, "code")).toEqual(expect.arrayContaining(["rotation", "定期轮岗", "支教"]));
    expect(offered(schema, "extends")).toEqual([...policyNames]);
  });

  test("a description of every section and of keys of rules, forms and eligibility", () => {
    const { properties } = defs.policy as { properties: Record<string, { description?: string }> };
    expect(Object.keys(properties).filter((key) => properties[key]?.description === undefined)).toEqual([]);
    const text = JSON.stringify(defs.policy);
    for (const words of ["只去本人志愿的学校", "交流总数", "没有可去岗位的人员是否移出基数", "刚性"])
      expect(text).toContain(words);
  });
});
