import { describe, expect, test } from "vitest";
import { countyOf, form, office, policyOf, post, rule, school, teacher } from "../../test/small-county.ts";
import type { Instance } from "../instance/instance.ts";
import type { Policy } from "../policy/resolved.ts";
import { checkCounty } from "./check-county.ts";

const EFFECTS = [
  "without-effect",
  "pair-of-many",
  "form-narrows-base",
  "scope-without-groups",
  "volunteers-need-vacancy",
];

function told(instance: Instance, policy: Policy): readonly string[] {
  const { issues } = checkCounty(instance, policy);
  expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
  return issues.flatMap(({ code, path = [] }) => (EFFECTS.includes(code) ? [`${code} ${path.join(".")}`] : []));
}

/** Everybody lives at one place, and schools lie around it. */
const at = { latitude: 34, longitude: 109 };
const near = { coordinates: at };
const home = { residence: at };

/** Two rural schools; the second lacks a teacher, and all people have been at the first since 2010. */
const COUNTY = countyOf({
  schools: [school({ id: "A", ...near }), school({ id: "B", ...near })],
  posts: [post("A", 2), post("B", 1), office("A", "principal")],
  persons: [
    teacher({ id: "T1", homeSchool: "A", ...home }),
    teacher({ id: "T2", homeSchool: "A", ...home, honours: ["model"] }),
  ],
});

describe("a rule that is about nobody is said to have no effect", () => {
  const backbone = { attr: "person.honours", op: "has", value: ["subjectLeader"] };
  const town = (root: string) => ({ attr: `${root}.area`, op: "in", value: ["urban", "town"] });
  test.each<readonly [string, object, string]>([
    ["a quota of nobody", rule("quota", { share: "10%", who: backbone }), "without-effect rules.0"],
    [
      "a quota by school of nobody",
      rule("quota", { share: "10%", who: backbone, by: "school" }),
      "without-effect rules.0",
    ],
    ["a cap of nobody", rule("quota", { share: "10%", who: backbone, bound: "atMost" }), "without-effect rules.0"],
    [
      "a share of people who are not there",
      rule("share", { share: "10%", set: backbone }),
      "without-effect rules.0.params.set",
    ],
    [
      "moves that cannot be",
      rule("direction", { moves: town("to"), minShare: "50%" }),
      "without-effect rules.0.params.moves",
    ],
    [
      "schools that are none",
      rule("perSchool", { schools: town("school"), maxOut: 1 }),
      "without-effect rules.0.params.schools",
    ],
    [
      "first schools that are none",
      rule("newRecruits", { schools: town("to") }),
      "without-effect rules.0.params.schools",
    ],
    [
      "a class of schools without any",
      rule("directionMatrix", {
        classes: [
          { name: "town", schools: town("school") },
          { name: "all", schools: { all: [] } },
        ],
        cells: [{ from: "town", to: "all", max: 1 }],
      }),
      "without-effect rules.0.params.classes.0.schools",
    ],
  ])("%s", (_name, entry, expected) => {
    expect(told(COUNTY, policyOf({ rules: [entry] }))).toEqual([expected]);
  });

  test("a light form that nobody is asked about", () => {
    const policy = policyOf({
      forms: [form("rotation"), form("shadow", { fullTimeShare: "0" })],
      rules: [rule("participation", { share: "50%", forms: ["shadow"], who: backbone })],
    });
    expect(told(COUNTY, policy)).toEqual(["without-effect rules.0"]);
  });

  test("the sentence names the rule and what nothing meets, in words", () => {
    const policy = policyOf({
      rules: [rule("share", { share: "10%", set: backbone }, { text: { zh: "骨干占一成", en: "a tenth" } })],
    });
    const found = checkCounty(COUNTY, policy).issues.find(({ code }) => code === "without-effect");
    expect(found?.message.zh).toBe("“骨干占一成”在本县没有对象，不起作用：没有可行的去向符合“荣誉称号包括学科带头人”");
    expect(found?.message.en).toContain("honours include subject leader");
  });

  describe("equal exchange of a pair", () => {
    const paired = (pairs: string[], ownership: "public" | "private" = "public") =>
      countyOf({
        schools: [
          school({ id: "A", ...near, pairs: ["P"] }),
          school({ id: "B", ...near, pairs: ["P"] }),
          school({ id: "C", ...near, pairs, ownership }),
        ],
        posts: [post("A", 2), post("B", 1), post("C", 1)],
        persons: [teacher({ id: "T1", homeSchool: "A", ...home })],
      });
    const swap = (between?: string) =>
      policyOf({
        forms: [form("rotation"), form("mutual")],
        rules: [rule("total", { max: 9 }), rule("pairBalance", { forms: ["mutual"], ...(between && { between }) })],
        scope: { source: "test", schools: { attr: "school.ownership", op: "eq", value: "public" }, text: "公办" },
      });

    test("is asked of two schools: one of three is told", () => {
      expect(told(paired(["P"]), swap())).toEqual(["pair-of-many rules.1"]);
      const found = checkCounty(paired(["P"]), swap()).issues.find(({ code }) => code === "pair-of-many");
      expect(found).toMatchObject({ received: "3", expected: "2" });
      expect(found?.message.zh).toContain("结对“P”有3所学校");
    });

    test.each([
      ["two schools", paired([]), swap()],
      ["a third one out of scope", paired(["P"], "private"), swap()],
      ["zones", paired(["P"]), swap("zones")],
    ])("and nothing is told of %s", (_name, instance, policy) => {
      expect(told(instance, policy).filter((line) => line.startsWith("pair-of-many"))).toEqual([]);
    });
  });

  test("nothing is told of a county without people", () => {
    const empty = countyOf({ schools: [school({ id: "A", ...near })], posts: [post("A", 2)], persons: [] });
    expect(told(empty, policyOf({ rules: [rule("quota", { share: "10%" })] }))).toEqual([]);
  });

  test("what has an effect is not told of", () => {
    const model = { attr: "person.honours", op: "has", value: ["model"] };
    const policy = policyOf({
      rules: [
        rule("quota", { share: "10%" }),
        rule("share", { share: "10%", set: model }),
        rule("perSchool", { schools: { attr: "school.area", op: "eq", value: "rural" }, maxOut: 1 }),
      ],
    });
    expect(told(COUNTY, policy)).toEqual([]);
  });
});

describe("a form that takes conditions from the catalogue", () => {
  const support = { code: "support", base: "support", source: "s", text: { zh: "支教", en: "support" } };

  test("is told of where they keep people who are due from every post", () => {
    expect(told(COUNTY, policyOf({ forms: [support] }))).toEqual(["form-narrows-base forms.0"]);
    const found = checkCounty(COUNTY, policyOf({ forms: [support] })).issues.find(
      ({ code }) => code === "form-narrows-base",
    );
    expect(found).toMatchObject({ received: "2" });
    expect(found?.message.zh).toContain("现任教学校的区域类型为城区、镇区");
  });

  test("is not told of where the policy writes them, or where another form takes the people", () => {
    const where = { attr: "to.area", op: "eq", value: "urban" };
    expect(told(COUNTY, policyOf({ forms: [{ ...support, where }] }))).toEqual([]);
    expect(told(COUNTY, policyOf({ forms: [support, form("rotation")] }))).toEqual([]);
  });
});

describe("a policy whose people exchange inside groups", () => {
  const inZones = policyOf({ forms: [form("rotation", { scope: "zone" })] });
  const zoned = (zones: readonly string[]) => ({
    ...COUNTY,
    schools: COUNTY.schools.map((each) => ({ ...each, zones: [...zones] })),
    groups: zones.map((id) => ({ id, kind: "zone" as const, name: id })),
  });

  test("is told that no school names one, and how many have no post to go to because of it", () => {
    expect(told(COUNTY, inZones)).toContain("scope-without-groups schools.0.zones");
    const found = checkCounty(COUNTY, inZones).issues.find(({ code }) => code === "scope-without-groups");
    expect(found?.message.zh).toBe("政策规定在同一片区内交流，而没有一所学校填写片区：2名应交流人员因此没有可去的岗位");
  });

  test("is not told so where schools name them, or another form takes the people", () => {
    expect(told(zoned(["Z"]), inZones)).not.toContain("scope-without-groups schools.0.zones");
    const both = policyOf({ forms: [form("rotation", { scope: "zone" }), form("support")] });
    expect(told(COUNTY, both)).not.toContain("scope-without-groups schools.0.zones");
  });
});

describe("volunteers under a policy that is silent on vacancies", () => {
  const apply = (wishes: readonly string[]) => ({
    tenureStart: "2023-09-01",
    application: { volunteer: true, homeConsent: true, wishes: [...wishes] },
  });
  const county = (wishes: readonly string[]) =>
    countyOf({
      schools: [school({ id: "A", ...near }), school({ id: "B", ...near }), school({ id: "C", ...near })],
      posts: [post("A", 1), post("B", 1), post("C", 1)],
      persons: [
        teacher({ id: "T1", homeSchool: "A", ...home, ...apply(wishes) }),
        teacher({ id: "T2", homeSchool: "B", ...home, tenureStart: "2023-09-01" }),
      ],
    });
  const policy = (volunteers: object) => policyOf({ eligibility: { volunteers: { source: "s", ...volunteers } } });

  test("are told of where a school that they wish for is full", () => {
    expect(told(county(["B"]), policy({}))).toEqual(["volunteers-need-vacancy eligibility.volunteers"]);
    expect(told(county(["C"]), policy({}))).toEqual([]);
    expect(told(county(["B"]), policy({ needsVacancy: true }))).toEqual([]);
    expect(told(county(["B"]), policy({ needsVacancy: false }))).toEqual([]);
  });
});
