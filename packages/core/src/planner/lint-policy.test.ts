import { describe, expect, test } from "vitest";
import { lintPolicy } from "./lint-policy.ts";

const text = { zh: "文", en: "text" };

const rule = (id: string, name: string, more: object = {}) => ({ id, rule: name, source: "s", text, ...more });

/** A policy with everything that a lint looks for. */
function documentWith(changes: object = {}, rules: readonly object[] = []): object {
  return {
    format: "lungang-policy-1",
    id: "p",
    version: "1",
    name: text,
    calendar: { source: "s", cutoff: "08-31", start: "09-01" },
    scope: { source: "s", schools: { all: [] }, text },
    eligibility: {
      due: [],
      exemptions: [{ id: "e", source: "s", text, when: { attr: "person.statuses", op: "has", value: ["pregnancy"] } }],
    },
    forms: [
      { code: "rotation", source: "s", text, scope: "county", relationMoves: false, termMonths: { min: 1, max: 2 } },
    ],
    rules: [
      rule("posts", "postBalance"),
      rule("establishment", "establishment"),
      rule("direction", "direction", { params: { moves: { all: [] }, max: 1 } }),
      ...rules,
    ],
    levels: [{ name: "compliance", unit: "points", text }],
    ...changes,
  };
}

const found = (document: unknown) => lintPolicy(document).map(({ code, path = [] }) => `${code} ${path.join(".")}`);

describe("lintPolicy", () => {
  test("has nothing to say of a policy that has everything", () => {
    expect(found(documentWith())).toEqual([]);
  });

  test("misses exemptions, posts, establishment and direction", () => {
    expect(found(documentWith({ eligibility: { due: [] }, rules: [] }))).toEqual([
      "missing-part eligibility",
      "missing-part rules",
      "missing-part rules",
      "missing-part rules",
    ]);
  });

  const said = (zh: string, strength: string, params: object = { max: 3 }) =>
    found(
      documentWith(
        {
          levels: [
            { name: "near", unit: "metres", text },
            { name: "compliance", unit: "points", text },
          ],
        },
        [
          rule("total", "max" in params ? "total" : "nearness", { text: { zh, en: "text" }, strength, params }),
          rule("n", "nearness", { params: { level: "near" } }),
        ],
      ),
    );

  test.each([
    ["一般不超过三人", "hard"],
    ["原则上不超过三人", "soft"],
    ["总数必须不超过三人", "soft"],
    ["总数应控制在三人", "override"],
    ["鼓励少于三人", "hard"],
    ["首先补足缺员", "soft"],
  ])("warns of %s as %s", (zh, strength) => {
    expect(said(zh, strength)).toEqual(["strength-of-words rules.3.strength"]);
  });

  test.each([
    ["一般不超过三人", "override"],
    ["总数必须不超过三人", "hard"],
    ["鼓励少于三人", "soft"],
    ["应届生三人", "soft"],
    ["就近交流", "soft"],
  ])("does not warn of %s as %s", (zh, strength) => {
    expect(said(zh, strength)).toEqual([]);
  });

  test("asks for no strength of what a level counts", () => {
    expect(said("优先就近", "hard", { level: "near" })).toEqual([]);
    expect(said("首先就近", "soft", { level: "near" })).toEqual([]);
  });

  test("tells of defaults that nobody wrote", () => {
    const forms = [{ base: "support" }, { base: "support", code: "down", where: { all: [] } }];
    const eligibility = { ...(documentWith() as { eligibility: object }).eligibility, volunteers: { source: "s" } };
    expect(found(documentWith({ forms, eligibility }))).toEqual([
      "silent-default eligibility.volunteers",
      "silent-default forms.0",
    ]);
    const written = { ...eligibility, volunteers: { source: "s", needsVacancy: true } };
    expect(found(documentWith({ eligibility: written }))).toEqual([]);
  });

  test("tells of names in full that are public without an end", () => {
    const calendar = { source: "s", cutoff: "08-31", start: "09-01" };
    const publication = { source: "s", names: "full" };
    expect(found(documentWith({ publication }))).toEqual(["publication-without-end publication.names"]);
    expect(found(documentWith({ publication, calendar: { ...calendar, publicityDays: 5 } }))).toEqual([]);
    expect(found(documentWith({ publication: { source: "s" } }))).toEqual([]);
  });

  test("tells of sets and parameters that nothing uses", () => {
    const parameters = { n: { type: "integer", default: 1, source: "s", text } };
    expect(found(documentWith({ parameters, sets: { a: { all: [] }, b: { not: { set: "a" } } } }))).toEqual([
      "unused-part sets.b",
      "unused-part parameters.n",
    ]);
  });

  test("tells what is wrong too, and asks for nothing that the authority gives", () => {
    const parameters = { n: { type: "integer", source: "s", text } };
    const wrong = documentWith({ parameters }, [rule("total", "totl", { params: { max: { $param: "n" } } })]);
    expect(found(wrong)).toEqual(["unknown-rule rules.3.rule"]);
  });
});
