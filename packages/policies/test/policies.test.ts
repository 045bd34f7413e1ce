import { parseShare, resolvePolicy } from "@lungang/core/policy";
import type { Policy, Settings } from "@lungang/core/policy";
import { describe, expect, it } from "vitest";
import { listPolicies, policyDocument, policyNames, ruleOf } from "../src/index.ts";
import { findPolicy } from "../src/node.ts";
import { MASKED, MASKED_IN_REPORTS } from "./masked-values.ts";

function resolved(name: string, settings: Settings = {}): Policy {
  const result = resolvePolicy(policyDocument(name), { settings: { ...MASKED[name], ...settings } });
  if (!result.ok) throw new Error(JSON.stringify(result.issues, null, 2));
  return result.value;
}

/** Every `source` anywhere in a value. */
function sourcesOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(sourcesOf);
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, entry]) =>
    key === "source" && typeof entry === "string" ? [entry] : sourcesOf(entry),
  );
}

/** Every text in two languages anywhere in a value, with its path. */
function textsOf(value: unknown): readonly { zh: unknown; en: unknown }[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (value === null || typeof value !== "object") return [];
  if ("zh" in value || "en" in value) return [value as { zh: unknown; en: unknown }];
  return Object.values(value).flatMap(textsOf);
}

describe.each(policyNames)("%s", (name) => {
  it("resolves once the masked values are given, without warnings", () => {
    const result = resolvePolicy(policyDocument(name), { settings: MASKED[name] ?? {} });
    expect(result.ok && result.warnings).toEqual([]);
  });

  it("has rules whose parameters fit and whose levels exist", () => {
    const { rules } = resolved(name);
    expect(rules.map((rule) => rule.rule)).toEqual(expect.arrayContaining(["mustMove", "total"]));
  });

  it("cites rules that exist", () => {
    const sources = sourcesOf(policyDocument(name));
    expect(sources.length).toBeGreaterThan(20);
    // What protects the program is demanded by no document, and says so.
    const unknown = new Set(sources.filter((source) => ruleOf(source) === undefined));
    expect([...unknown]).toEqual(["方案保护"]);
  });

  it("speaks Chinese and English everywhere", () => {
    const texts = textsOf(policyDocument(name));
    expect(texts.length).toBeGreaterThan(20);
    for (const text of texts) {
      expect(text.zh).toMatch(/\p{Script=Han}/u);
      expect(text.en).toMatch(/[a-z]/u);
      expect(text.en).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it("asks for distances in kilometres", () => {
    const asked = Object.entries(policyDocument(name)?.parameters ?? {}).filter(
      ([id, { text }]) =>
        /metres$/iu.test(id) || /[（、；]米|[^公千]米[）、；]|\bmetres\b/u.test(`${text.zh}${text.en}`),
    );
    expect(asked).toEqual([]);
  });

  it("is plain JSON", () => {
    const document = policyDocument(name);
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });

  it("uses every parameter that it declares", () => {
    const used = JSON.stringify(policyDocument(name));
    const { parameters } = listPolicies().find((summary) => summary.name === name) as { parameters: object };
    for (const parameter of Object.keys(parameters)) expect(used).toContain(`{"$param":"${parameter}"}`);
  });

  it("refuses a parameter that it does not have", () => {
    const result = resolvePolicy(policyDocument(name), { settings: { ...MASKED[name], quotaShre: "8%" } });
    expect(result.ok ? [] : result.issues).toMatchObject([{ code: "unknown-parameter", received: "quotaShre" }]);
  });

  it("asks for exactly the values that its source hides, each with a question", () => {
    const asked = (withReports: boolean, settings: Settings) => {
      const result = resolvePolicy(policyDocument(name), { withReports, settings });
      return result.ok ? [] : result.issues;
    };
    const planning = asked(false, {});
    expect(planning.map(({ path }) => String(path?.[1])).sort()).toEqual(Object.keys(MASKED[name] ?? {}).sort());
    const reports = asked(true, MASKED[name] ?? {});
    expect(reports.map(({ path }) => String(path?.[1])).sort()).toEqual(
      Object.keys(MASKED_IN_REPORTS[name] ?? {}).sort(),
    );
    for (const issue of [...planning, ...reports]) {
      expect(issue.code).toBe("parameter-required");
      expect(issue.question?.zh).toMatch(/？/u);
      expect(issue.question?.en).toMatch(/\?/u);
      expect(issue.example).not.toContain("...");
    }
  });

  it("resolves with its reports without warnings", () => {
    const settings = { ...MASKED[name], ...MASKED_IN_REPORTS[name] };
    const result = resolvePolicy(policyDocument(name), { settings, withReports: true });
    expect(result.ok ? result.warnings : result.issues).toEqual([]);
  });
});

it.each(["yulin-notice", "detailed-measures", "national-2014"])(
  "%s takes the share of the quota from the settings",
  (name) => {
    const { rules } = resolved(name, { quotaShare: "12%" });
    expect(rules.find((rule) => rule.rule === "quota")?.params).toMatchObject({ share: parseShare("12%") });
  },
);

describe("yulin-notice", () => {
  it("asks for the exemptions of document 74 and for nothing else before a plan", () => {
    const result = resolvePolicy(policyDocument("yulin-notice"));
    expect(result.ok ? [] : result.issues).toMatchObject([
      {
        code: "parameter-required",
        source: "YL-09",
        path: ["parameters", "document74Exemptions"],
        question: {
          zh: expect.stringContaining("74号文件") as string,
          en: expect.stringContaining("document 74") as string,
        },
        example: "--set document74Exemptions=pregnancy,lactation,seriousIllness,longSickLeave",
      },
    ]);
  });

  it("asks for the other masked values when reports are wanted", () => {
    const settings = MASKED["yulin-notice"] as Settings;
    const result = resolvePolicy(policyDocument("yulin-notice"), { settings, withReports: true });
    const names = result.ok ? [] : result.issues.map((issue) => issue.path?.[1]);
    expect(names).toEqual(["remoteYearsLevel1", "remoteYearsLevel2", "targetYear", "titleRuralYears"]);
  });

  it("takes an empty list of exemptions as none", () => {
    const { exemptions } = resolved("yulin-notice", { document74Exemptions: "" }).eligibility;
    expect(exemptions.find((entry) => entry.id === "document74")?.when).toMatchObject({ value: [] });
  });

  it("refuses a status that does not exist", () => {
    const result = resolvePolicy(policyDocument("yulin-notice"), { settings: { document74Exemptions: "tired" } });
    expect(result.ok ? [] : result.issues).toMatchObject([{ code: "invalid-parameter", received: "tired" }]);
  });

  it("holds the numbers of the notice", () => {
    const policy = resolved("yulin-notice");
    expect(policy.eligibility.due).toMatchObject([
      { id: "teachers", age: { male: 50, female: 45, inclusive: true }, years: { measure: "school", min: 6 } },
      { id: "leaders", age: { male: 55, female: 50, inclusive: true }, years: { measure: "leadership", min: 8 } },
    ]);
    const terms = Object.fromEntries(policy.forms.map((form) => [form.code, form.termMonths.min]));
    expect(terms).toMatchObject({ leaderRotation: 48, alliance: 36, counterpart: 36 });
    const moves = Object.fromEntries(policy.forms.map((form) => [form.code, form.relationMoves]));
    expect(moves).toEqual({ recruit: true, leaderRotation: true, alliance: false, counterpart: false, walk: false });
  });

  it("can be played in the whole county", () => {
    const policy = resolved("yulin-notice", { exchangeScope: "county" });
    expect(policy.forms.find((form) => form.code === "alliance")?.scope).toBe("county");
  });
});

describe("detailed-measures", () => {
  it("needs nothing from the authority", () => {
    expect(resolvePolicy(policyDocument("detailed-measures")).ok).toBe(true);
  });

  it("counts recruits in the exchange and marks what the text calls general as open to an override", () => {
    const policy = resolved("detailed-measures");
    expect(policy.forms.find((form) => form.code === "recruit")).toMatchObject({
      countsInQuota: true,
      termMonths: { min: 24 },
    });
    const overrides = policy.rules.filter((rule) => rule.strength === "override").map((rule) => rule.source);
    expect(overrides.filter((source) => source.startsWith("DM"))).toEqual(["DM-04", "DM-06"]);
  });
});

describe("findPolicy", () => {
  it("finds a policy that ships by name", async () => {
    const found = await findPolicy("detailed-measures");
    expect(found.ok && found.value.document).toBe(policyDocument("detailed-measures"));
  });

  it("says what there is when nothing fits", async () => {
    const found = await findPolicy("yulin");
    expect(found.ok ? [] : found.issues).toMatchObject([{ code: "unknown-policy", received: "yulin" }]);
  });
});
