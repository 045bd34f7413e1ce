import { describe, expect, test } from "vitest";
import { rulesOf } from "../policy/policy-rule.ts";
import { share } from "../policy/share.ts";
import { quotaMeaning } from "../rules/quota/schema.ts";
import { resolvePolicy } from "./resolve-policy.ts";
import type { ResolveOptions } from "./resolve-policy.ts";

const text = { zh: "文", en: "text" };

const QUOTA = {
  id: "quota",
  rule: "quota",
  source: "YL-06",
  text,
  params: { share: { $param: "share" } },
};

/** A policy document with a masked share. */
function documentWith(changes: object = {}, parameter: object = {}): object {
  return {
    format: "lungang-policy-1",
    id: "p",
    version: "1",
    name: text,
    parameters: {
      share: { type: "share", source: "YL-06", text, question: { zh: "多少？", en: "How much?" }, ...parameter },
    },
    calendar: { source: "DM-03", cutoff: "08-31", start: "09-01" },
    scope: { source: "YL-01", schools: { all: [] }, text },
    eligibility: { due: [] },
    forms: [
      { code: "rotation", source: "s", text, scope: "county", relationMoves: false, termMonths: { min: 1, max: 2 } },
    ],
    rules: [QUOTA],
    levels: [{ name: "compliance", unit: "points", text }],
    ...changes,
  };
}

function codes(document: unknown, options: ResolveOptions = {}): readonly string[] {
  const resolved = resolvePolicy(document, options);
  return resolved.ok ? [] : resolved.issues.map(({ code }) => code);
}

describe("resolvePolicy", () => {
  test("fills parameters from settings, else from defaults", () => {
    const resolved = resolvePolicy(documentWith({}, { default: "8%" }), { settings: { share: "10%" } });
    expect(resolved.ok && rulesOf(resolved.value.rules, quotaMeaning)[0]?.params.share).toEqual(share(1, 10));
    const usual = resolvePolicy(documentWith({}, { default: "8%" }));
    expect(usual.ok && rulesOf(usual.value.rules, quotaMeaning)[0]?.params.share).toEqual(share(8, 100));
  });

  test("asks for a masked value with its question and an example", () => {
    const resolved = resolvePolicy(documentWith());
    expect(resolved).toMatchObject({
      ok: false,
      issues: [{ code: "parameter-required", question: { en: "How much?" }, example: "--set share=..." }],
    });
  });

  test("does not ask for a masked value that only reports read", () => {
    const rules = { rules: [], reports: { share: { $param: "share" } } };
    expect(codes(documentWith(rules))).toEqual([]);
    expect(codes(documentWith(rules), { withReports: true })).toEqual(["parameter-required"]);
  });

  const due = (more: object) => ({ id: "d", source: "s", who: { all: [] }, text, ...more });
  const WRONG: readonly (readonly [string, object, string])[] = [
    ["a setting for an unknown parameter", { rules: [] }, "unknown-parameter"],
    [
      "a parameter that is not listed",
      { rules: [{ ...QUOTA, params: { share: { $param: "rho" } } }] },
      "unknown-parameter",
    ],
    ["an unknown key", { colour: "red" }, "unknown-key"],
    ["a cut-off that does not exist", { calendar: { source: "s", cutoff: "02-30", start: "09-01" } }, "invalid-policy"],
    ["no form at all", { forms: [] }, "invalid-policy"],
    ["two rules under one id", { rules: [QUOTA, QUOTA] }, "duplicate-id"],
    ["two due groups under one id", { eligibility: { due: [due({}), due({})] } }, "duplicate-id"],
    [
      "a condition on an unknown attribute",
      { scope: { source: "s", schools: { attr: "school.x", op: "eq", value: 1 }, text } },
      "invalid-predicate",
    ],
    [
      "a weight beyond what a sum can hold",
      { rules: [{ ...QUOTA, rule: "tenure", params: { level: "compliance", weight: 1_000_001 } }] },
      "invalid-policy",
    ],
    [
      "a term of more than a hundred years",
      {
        forms: [
          {
            code: "rotation",
            source: "s",
            text,
            scope: "county",
            relationMoves: false,
            termMonths: { min: 1, max: 1201 },
          },
        ],
      },
      "invalid-policy",
    ],
    ["an unknown set in a due group", { eligibility: { due: [due({ who: { set: "x" } })] } }, "invalid-predicate"],
    ["an unknown set for backbone", { eligibility: { due: [], backbone: "x" } }, "invalid-predicate"],
    ["a set that refers to itself", { sets: { a: { not: { set: "a" } } } }, "circular-set"],
    ["two sets that refer to each other", { sets: { a: { set: "b" }, b: { any: [{ set: "a" }] } } }, "circular-set"],
  ];

  test.each(WRONG)("refuses %s", (what, changes, code) => {
    const settings = what.startsWith("a setting") ? { share: "8%", other: 1 } : { share: "8%" };
    expect(codes(documentWith(changes), { settings })).toContain(code);
  });

  test("refuses what is no policy", () => {
    expect(codes(null)).toEqual(["invalid-policy"]);
    expect(codes({ format: "other" })).toContain("invalid-policy");
  });

  test("refuses a value that does not fit its type", () => {
    expect(codes(documentWith(), { settings: { share: "lots" } })).toEqual(["invalid-parameter"]);
  });
});
