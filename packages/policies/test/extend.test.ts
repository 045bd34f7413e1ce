import { readFileSync } from "node:fs";
import { resolvePolicy } from "@lungang/core/policy";
import { describe, expect, test } from "vitest";
import { loadPolicyText, policyDocument } from "../src/index.ts";

const HEAD = "extends: detailed-measures\nid: ours\nversion: '1'\nname: 我县办法\n";

function load(text: string, file = "ours.yaml") {
  const loaded = loadPolicyText(text, file);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
  return loaded.value;
}

function resolved(text: string) {
  const result = resolvePolicy(load(text).document);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

const base = policyDocument("detailed-measures") as unknown as {
  readonly rules: readonly { readonly id: string }[];
  readonly parameters: object;
};

describe("a policy that extends one that ships", () => {
  test("is that policy under its own name where it writes nothing else", () => {
    const { id, name, description, ...rest } = load(HEAD).document as Record<string, unknown>;
    const {
      id: _id,
      name: _name,
      version: _version,
      description: _description,
      ...own
    } = base as unknown as Record<string, unknown>;
    expect([id, name, description]).toEqual(["ours", "我县办法", undefined]);
    expect({ ...rest, version: undefined }).toEqual({ ...own, version: undefined });
    expect(resolved(HEAD).name).toEqual({ zh: "我县办法", en: "我县办法" });
  });

  test("overrides a parameter, a rule and its parameters, and adds its own at the end", () => {
    const policy = resolved(
      `${HEAD}parameters:\n  quotaShare: {default: 15%}\nrules:\n  - id: quota\n    strength: override\n    params: {excludeExempt: false}\n  - {id: ourTotal, rule: total, source: 本县, text: 不超过三十人, params: {max: 30}}\n`,
    );
    const quota = policy.rules.find(({ id }) => id === "quota");
    expect(quota).toMatchObject({
      rule: "quota",
      strength: "override",
      params: { excludeExempt: false, share: { numerator: 3, denominator: 20 } },
    });
    expect(policy.rules.some(({ id }) => id === "ourTotal")).toBe(true);
    const written = (policy.origin.document as typeof base).rules.map(({ id }) => id);
    expect(written).toEqual([...base.rules.map(({ id }) => id), "ourTotal"]);
  });

  test("removes entries by id, code and name", () => {
    const text = `${HEAD}rules:\n  - {id: quota, remove: true}\nforms:\n  - {code: rotation, remove: true}\n`;
    const document = load(text).document as typeof base & { readonly forms: readonly { readonly code: string }[] };
    expect(document.rules.map(({ id }) => id)).toEqual(base.rules.map(({ id }) => id).filter((id) => id !== "quota"));
    expect(document.forms.map(({ code }) => code)).not.toContain("rotation");
  });

  test.each([
    ["a policy that is not there", "extends: detailed-measure\nid: a\n", "unknown-policy", 1, "detailed-measures"],
    [
      "an entry to remove that is not there",
      `${HEAD}rules:\n  - {id: qouta, remove: true}\n`,
      "nothing-to-remove",
      6,
      "quota",
    ],
    [
      "a change of a parameter that is not there",
      `${HEAD}parameters:\n  quotashare: {default: 12%}\n`,
      "nothing-to-change",
      6,
      "quotaShare",
    ],
    [
      "a parameter to remove that is not there",
      `${HEAD}parameters:\n  shares: {remove: true}\n`,
      "nothing-to-remove",
      6,
      "hares",
    ],
  ])("refuses %s", (_name, text, code, line, near) => {
    const loaded = loadPolicyText(text, "ours.yaml");
    const issues = loaded.ok ? [] : loaded.issues;
    expect(issues).toMatchObject([{ code, place: { file: "ours.yaml", line } }]);
    expect(JSON.stringify(issues)).toContain(near);
  });

  test("tells mistakes at their lines, and those of what is taken over at the key that names it", () => {
    const text = `${HEAD}rules:\n  - {id: ours, rule: totl, source: s, text: t}\n  - id: quota\n    strength: strong\nparameters:\n  quotaShare: {default: 15}\n`;
    const { document, placeOf } = load(text);
    const result = resolvePolicy(document);
    const found = result.ok ? [] : result.issues.map(({ code, path = [] }) => `${placeOf(path).line} ${code}`);
    expect(found.sort()).toEqual(["10 invalid-parameter", "6 unknown-rule", "8 invalid-policy"]);
    expect(placeOf(["forms", 0, "code"]).line).toBe(1);
    expect(placeOf(["rules", 0]).line).toBe(1);
  });

  test("is what the README shows", () => {
    const page = readFileSync(new URL("../README.md", import.meta.url), "utf8");
    const shown = /```yaml\n([^`]*)```/u.exec(page)?.[1] ?? "";
    const { rules, name } = resolved(shown);
    expect(name.zh).toBe("我县办法");
    expect(rules.find(({ id }) => id === "quota")).toMatchObject({ strength: "override" });
  });

  test("is the same in JSON", () => {
    const json = JSON.stringify({ extends: "detailed-measures", id: "ours", version: "1", name: "我县办法" });
    expect(load(json, "ours.json").document).toEqual(load(HEAD).document);
  });

  test("tells what else is wrong in the same round as an entry that cannot be removed", () => {
    const loaded = loadPolicyText(
      `${HEAD}rules:\n  - {id: noSuchEntry, remove: true}\n  - {id: q, rule: quotta, source: s, text: t}\n`,
      "ours.yaml",
    );
    const found = loaded.ok ? [] : loaded.issues.map(({ code, place }) => [code, place?.line]);
    expect(found).toEqual([
      ["nothing-to-remove", 6],
      ["unknown-rule", 7],
    ]);
  });
});
