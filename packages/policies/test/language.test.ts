import { readFileSync, writeFileSync } from "node:fs";
import { policySchema, resolvePolicy, ruleText, schemaFields } from "@lungang/core/policy";
import { format } from "prettier";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { FIELD_WORDS } from "../src/language/field-words.ts";
import { policyAttributes, policyForms, policyRules } from "../src/language/language.ts";
import { RULE_EXAMPLES } from "../src/language/rule-examples.ts";
import { RULE_WORDS } from "../src/language/rule-words.ts";
import { SECTIONS } from "../src/language/sections.ts";
import { languagePage } from "./language-page.ts";
import { POLICY } from "./wrong/policy.ts";

/**
 * `docs/policy-language.md` tells every section, rule, form and attribute.
 *
 * After a wanted change: `UPDATE_LANGUAGE=1 npx vitest run packages/policies/test/language.test.ts`.
 */

const PAGE = new URL("../../../docs/policy-language.md", import.meta.url);
const UPDATE = process.env["UPDATE_LANGUAGE"] === "1";

test("docs/policy-language.md is what the schemas say", async () => {
  const page = await format(languagePage(), { parser: "markdown", printWidth: 120 });
  if (UPDATE) writeFileSync(PAGE, page);
  expect(readFileSync(PAGE, "utf8")).toBe(page);
});

describe("words", () => {
  test("are there for every section and every key", () => {
    const fields = schemaFields(policySchema).map(({ path }) => path.join("."));
    const sections = fields.filter((path) => !path.includes("."));
    expect(Object.keys(SECTIONS).sort()).toEqual([...sections, "extends"].sort());
    const keys = fields.filter((path) => path.includes(".") && !/^(?:benefits|reports)\./u.test(path));
    expect(keys.filter((key) => !(key in FIELD_WORDS))).toEqual([]);
  });

  test("are there for every rule and every parameter, and for nothing else of a rule", () => {
    const rules = policyRules();
    expect(rules.filter(({ name }) => !(name in RULE_WORDS))).toEqual([]);
    for (const { name, params } of rules)
      expect([name, ...Object.keys(RULE_WORDS[name]?.params ?? {})].sort()).toEqual(
        [name, ...params.map(({ path }) => path.join("."))].sort(),
      );
  });

  test("of attributes and forms are Chinese and English", () => {
    const texts = [...policyAttributes(), ...policyForms()].map(({ text }) => text);
    expect(texts.filter(({ zh, en }) => !/\p{Script=Han}/u.test(zh) || /\p{Script=Han}/u.test(en))).toEqual([]);
  });
});

describe("the example of", () => {
  const LEVELS = ["compliance", "shortfall", "balance", "direction", "nearness", "wishes", "burden", "lottery"];
  const base = parse(POLICY) as Record<string, unknown>;
  const light = { code: "shadow", base: "shadow" };

  /** The policy with the example alone, or what is wrong with it. */
  function resolved(example: string) {
    const result = resolvePolicy({
      ...base,
      sets: {
        ...(base["sets"] as object),
        villages: { attr: "to.area", op: "in", value: ["乡村", "边远艰苦地区"] },
      },
      points: [{ id: "merit", source: "第八条", text: "积分", items: [{ per: "person.age", points: 1 }] }],
      forms: [...(base["forms"] as object[]), light, { base: "walk" }, { base: "mutual" }],
      levels: LEVELS.map((name) => ({ name, unit: "points", text: name })),
      rules: parse(example) as unknown,
    });
    if (!result.ok) throw new Error(JSON.stringify(result.issues, undefined, 2));
    return result.value;
  }

  test.each(policyRules())("$name is read and stated", ({ name, example }) => {
    const [id] = (parse(example) as { id: string }[]).map((entry) => entry.id);
    const rule = resolved(example).rules.find((entry) => entry.id === id);
    expect(rule).toMatchObject({ rule: name });
    if (rule === undefined) return;
    expect(ruleText(rule).zh).toMatch(/\p{Script=Han}/u);
    expect(Object.keys(RULE_EXAMPLES)).toContain(name);
  });
});
