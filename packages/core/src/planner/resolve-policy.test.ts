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
  const LEVEL = { name: "nearness", unit: "metres", text };
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
    ["two levels under one name", { levels: [LEVEL, LEVEL] }, "duplicate-id"],
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

  test("a rule that does not hold this year is checked as one that does, and is none of the rules", () => {
    const idle = { ...QUOTA, id: "idle", enabled: false };
    const wrong = [
      { ...idle, rule: "quotas" },
      { ...idle, params: { share: "10%", shares: "10%" } },
      { ...idle, params: { share: "10%", who: { attr: "person.ages", op: "eq", value: 1 } } },
    ];
    for (const rule of wrong) expect(codes(documentWith({ rules: [rule] }, { default: "8%" }))).toHaveLength(1);
    const resolved = resolvePolicy(documentWith({ rules: [QUOTA, idle] }, { default: "8%" }));
    expect(resolved.ok && resolved.value.rules.map(({ id }) => id)).not.toContain("idle");
  });

  test("warns of wishes that are summed where points are counted, unless points come first", () => {
    const points = [{ id: "merit", source: "s", text, items: [{ per: "person.age", points: 1 }] }];
    const wishes = { ...QUOTA, id: "wishes", rule: "wishes", params: { level: "compliance" } };
    const first = { ...QUOTA, id: "first", rule: "pointsFirst", params: { points: "merit" } };
    const warned = (document: object) => {
      const resolved = resolvePolicy(document);
      return resolved.ok
        ? resolved.warnings.map(({ code, path }) => [code, ...(path ?? [])].join(" "))
        : resolved.issues;
    };
    expect(warned(documentWith({ points, rules: [wishes] }))).toEqual(["wishes-may-pass-over rules 0"]);
    expect(warned(documentWith({ points, rules: [wishes, first] }))).toEqual([]);
    expect(warned(documentWith({ rules: [wishes] }))).toEqual([]);
  });

  test("names the points that a policy lacks", () => {
    const first = { ...QUOTA, id: "first", rule: "pointsFirst", params: { points: "merits" } };
    expect(codes(documentWith({ rules: [first] }))).toEqual(["unknown-points"]);
  });

  test("refuses what is no policy", () => {
    expect(codes(null)).toEqual(["invalid-policy"]);
    expect(codes({ format: "other" })).toContain("invalid-policy");
  });

  test("refuses a value that does not fit its type", () => {
    expect(codes(documentWith(), { settings: { share: "lots" } })).toEqual(["invalid-parameter"]);
  });
});

describe("a policy with many mistakes", () => {
  const rule = (id: string, more: object) => ({ id, rule: "nearness", source: "s", text, ...more });
  const form = (more: object) => ({
    source: "s",
    text,
    scope: "county",
    relationMoves: false,
    termMonths: { min: 1, max: 2 },
    ...more,
  });
  const exemption = (id: string, value: readonly string[]) => ({
    id,
    source: "s",
    text,
    when: { attr: "person.statuses", op: "has", value },
  });
  const placesOf = (document: unknown, options: ResolveOptions = {}) => {
    const resolved = resolvePolicy(document, options);
    return resolved.ok ? [] : resolved.issues.map(({ path = [], code }) => `${path.join(".")} ${code}`).sort();
  };

  test("tells all of them in one round, each at its place in the document", () => {
    const document = documentWith({
      scope: { source: "s", schools: { attr: "to.area", op: "eq", value: "rural" }, text },
      eligibility: { due: [], exemptions: [{ id: "broken" }, exemption("e", ["pregnant", "哺乳期"])] },
      forms: [form({ code: "轮走" }), form({ code: "轮岗", where: { set: "nobody" } })],
      rules: [
        rule("a", { rule: "nearnes" }),
        rule("b", { strength: "strong" }),
        rule("c", { params: { level: "distance", weight: 1 } }),
        rule("d", { params: { level: "compliance", weight: 0 } }),
        QUOTA,
      ],
    });
    expect(placesOf(document)).toEqual([
      "eligibility.exemptions.0.source invalid-policy",
      "eligibility.exemptions.0.text invalid-policy",
      "eligibility.exemptions.0.when invalid-policy",
      "eligibility.exemptions.1.when.value.0 invalid-predicate",
      "forms.0.code invalid-policy",
      "forms.1.where.set invalid-predicate",
      "parameters.share parameter-required",
      "rules.0.rule unknown-rule",
      "rules.1.params.level invalid-policy",
      "rules.1.strength invalid-policy",
      "rules.2.params.level unknown-level",
      "rules.3.params.weight invalid-policy",
      "scope.schools.attr invalid-predicate",
    ]);
  });

  test("a masked value outside any list is asked for, and nothing else is told of it", () => {
    const document = documentWith({ calendar: { source: "s", cutoff: { $param: "share" }, start: "09-01" } });
    expect(placesOf(document)).toEqual(["parameters.share parameter-required"]);
  });

  test("a word stands for its code in conditions, lists of codes, parameters of rules and settings", () => {
    const document = documentWith({
      eligibility: { due: [], exemptions: [exemption("e", ["孕期", "lactation"])] },
      forms: [form({ code: "轮岗", kinds: ["教学岗位"] })],
      sets: { named: { attr: "person.statuses", op: "has", value: { $param: "cases" } } },
      parameters: { cases: { type: "list", source: "s", text, choices: ["pregnancy", "lactation"] } },
      rules: [],
    });
    const resolved = resolvePolicy(document, { settings: { cases: "哺乳期、pregnancy" } });
    expect(resolved).toMatchObject({
      ok: true,
      value: {
        eligibility: { exemptions: [{ when: { value: ["pregnancy", "lactation"] } }] },
        forms: [{ code: "rotation", kinds: ["teaching"] }],
        sets: { named: { value: ["lactation", "pregnancy"] } },
      },
    });
    expect(resolvePolicy(document, { settings: { cases: "哺育期" } })).toMatchObject({
      issues: [{ code: "invalid-parameter", advice: { zh: "是否应为“哺乳期”？" } }],
    });
  });
});
