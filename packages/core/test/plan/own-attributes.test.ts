import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, describe, expect, test } from "vitest";
import type { PersonInput, SchoolInput } from "../../src/index.ts";
import { checkCounty, planCounty, verifyPlan } from "../../src/index.ts";
import { loadInstance } from "../../src/instance/load.ts";
import { resolvePolicy } from "../../src/policy.ts";
import { DATA, dataText } from "../acceptance/data-files.ts";
import { countyOf, eligibilityOf, form, post, rule, school, teacher } from "../small-county.ts";

/** Attributes that a policy declares (S11): read, compared with each other, counted and summed, from data to plan. */

const solver = createHighsSolver();
afterAll(() => solver.close());

const text = (words: string) => ({ zh: words, en: words });
const at = (latitude: number) => ({ latitude, longitude: 109 });

const REGION = { id: "region", of: "school", type: "text", text: { zh: "服务区", en: "region" } };
const SERVED = { id: "served", type: "set", text: { zh: "服务过的地区", en: "regions served" }, empty: [] };

function policyWith(attributes: readonly object[], parts: { readonly where?: object; readonly due?: object } = {}) {
  const resolved = resolvePolicy({
    format: "lungang-policy-1",
    id: "own",
    version: "1",
    name: text("own"),
    calendar: { source: "s", cutoff: "08-31", start: "09-01" },
    attributes,
    scope: { source: "s", schools: { all: [] }, text: text("all") },
    eligibility: {
      due: [{ id: "due", source: "s", who: parts.due ?? { all: [] }, text: text("due") }],
    },
    forms: [form("rotation", parts.where === undefined ? {} : { where: parts.where })],
    rules: [rule("total", { max: 9 }), rule("postBalance", { level: "gaps" }), rule("nearness", { level: "near" })],
    levels: ["compliance", "gaps", "near"].map((name) => ({ name, unit: "points", text: text(name) })),
  });
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.issues, undefined, 2));
  return resolved.value;
}

/** One teacher too many at A; B (nearer) and C each lack one. */
const county = (person: Partial<PersonInput>, schools: Readonly<Record<string, Partial<SchoolInput>>> = {}) =>
  countyOf({
    schools: ["A", "B", "C"].map((id, k) => school({ id, coordinates: at(34 + k / 10), ...schools[id] })),
    posts: [post("A", 0), post("B", 1), post("C", 1)],
    persons: [teacher({ id: "p", homeSchool: "A", residence: at(34), ...person })],
  });

async function routeOf(instance: ReturnType<typeof countyOf>, policy: ReturnType<typeof policyWith>) {
  const outcome = await planCounty({ instance, policy, solver });
  if (outcome.status !== "planned") return outcome.status;
  expect(verifyPlan({ instance, policy, plan: outcome.plan }).violations).toEqual([]);
  return outcome.plan.moves.map(({ to }) => to).join();
}

const regions = { A: { x: { region: "1" } }, B: { x: { region: "1" } }, C: { x: { region: "7" } } };

describe("S11", () => {
  // Region 1 is served at two schools; the third school has to lie in a region that was not served yet.
  test("TK-03: the third school lies in a region not served yet", async () => {
    const where = {
      any: [
        { attr: "person.schoolsWorked", op: "lt", value: 2 },
        { attr: "to.x.region", op: "notIn", of: "person.x.served" },
      ],
    };
    const policy = policyWith([REGION, SERVED], { where });
    const served = { x: { served: ["1"] } };
    expect(await routeOf(county({ schoolsWorked: 2, ...served }, regions), policy)).toBe("C");
    expect(await routeOf(county({ schoolsWorked: 1, ...served }, regions), policy)).toBe("B");
  });

  test("KR-11: after six years in a region the destination lies in another one", async () => {
    const years = { id: "regionYears", type: "number", text: text("years in the region") };
    const where = {
      any: [
        { attr: "person.x.regionYears", op: "lt", value: 6 },
        { attr: "to.x.region", op: "ne", of: "from.x.region" },
      ],
    };
    const policy = policyWith([REGION, years], { where });
    expect(await routeOf(county({ x: { regionYears: 6 } }, regions), policy)).toBe("C");
    expect(await routeOf(county({ x: { regionYears: 5 } }, regions), policy)).toBe("B");
  });

  test("AP-06: who leads the corps goes where there is one", async () => {
    const ncc = { type: "boolean", text: text("corps") };
    const where = { attr: "to.x.ncc", op: "eq", of: "person.x.ncc" };
    const policy = policyWith(
      [
        { id: "ncc", of: "person", ...ncc, empty: false },
        { id: "ncc", of: "school", ...ncc, empty: false },
      ],
      { where },
    );
    expect(await routeOf(county({ x: { ncc: true } }, { C: { x: { ncc: true } } }), policy)).toBe("C");
    expect(await routeOf(county({}, { C: { x: { ncc: true } } }), policy)).toBe("B");
  });

  test.skipIf(DATA === undefined)("the county of V9: who served the township of the vacancy goes nowhere", async () => {
    const data = JSON.parse(dataText("mechanisms/v9-only-where-wished.json")) as {
      persons: PersonInput[];
      schools: SchoolInput[];
    };
    const where = { attr: "to.township", op: "notIn", of: "person.x.served" };
    const policy = policyWith([SERVED], { where, due: { attr: "person.id", op: "eq", value: "V" } });
    const route = (served: string[]) => {
      const persons = data.persons.map((person) => (person.id === "V" ? { ...person, x: { served } } : person));
      const loaded = loadInstance({ ...data, persons });
      if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
      return routeOf(loaded.value, policy);
    };
    expect(await route(["X2"])).toBe("B");
    expect(await route(["X1"])).toBe("");
  });
});

describe("counted and summed", () => {
  const duePeople = (instance: ReturnType<typeof countyOf>, policy: ReturnType<typeof policyWith>) => {
    const check = checkCounty(instance, policy);
    expect(check.issues.filter(({ severity }) => severity === "error")).toEqual([]);
    return eligibilityOf(instance, policy).decisions.filter(({ meetsDue }) => meetsDue).length;
  };

  test("months of service less leave, ten months a year", () => {
    const policy = policyWith(
      [
        { id: "leave", type: "number", text: text("months of leave"), empty: 0 },
        {
          id: "years",
          text: text("years of service"),
          sum: [{ attr: "person.monthsAtSchool" }, { attr: "person.x.leave", times: -1 }],
          per: 10,
        },
      ],
      { due: { attr: "person.x.years", op: "ge", value: 7 } },
    );
    const since = { tenureStart: "2018-11-01" };
    // 2018-11-01 to 2024-08-31 are 70 months.
    expect(duePeople(county(since), policy)).toBe(1);
    expect(duePeople(county({ ...since, x: { leave: 0.5 } }), policy)).toBe(0);
    expect(duePeople(county({ tenureStart: "2018-10-01", x: { leave: 1 } }), policy)).toBe(1);
  });

  test("words of a set are counted once each, and attributes stand on those before them", () => {
    const policy = policyWith(
      [
        SERVED,
        { id: "regions", text: text("regions served"), count: "person.x.served" },
        { id: "twice", text: text("twice"), sum: [{ attr: "person.x.regions", times: "0.5" }] },
      ],
      { due: { attr: "person.x.twice", op: "eq", value: 1.5 } },
    );
    expect(duePeople(county({ x: { served: ["1", "2", "3", "2"] } }), policy)).toBe(1);
    expect(duePeople(county({ x: { served: ["1", "2"] } }), policy)).toBe(0);
  });

  test("what is missing is named by the attribute that lacks it", () => {
    const policy = policyWith(
      [
        { id: "leave", type: "number", text: { zh: "请假月数", en: "months of leave" } },
        {
          id: "served",
          text: text("served"),
          sum: [{ attr: "person.yearsInService" }, { attr: "person.x.leave", times: -1 }],
        },
      ],
      { due: { attr: "person.x.served", op: "ge", value: 1 } },
    );
    const check = checkCounty(county({}), policy);
    expect(check.issues.filter(({ code }) => code === "missing-value").map(({ path }) => path)).toEqual([
      ["persons", "p", "hiredOn"],
      ["persons", "p", "x", "leave"],
    ]);
  });
});

describe("data and policy that do not fit", () => {
  const level = {
    id: "level",
    type: "text",
    text: { zh: "等次", en: "level" },
    words: { gold: { zh: "金牌", en: "gold medal" }, silver: "银牌" },
  };
  const issuesOf = (x: PersonInput["x"], attributes: readonly object[] = [level]) =>
    checkCounty(county({ ...(x && { x }) }), policyWith(attributes))
      .issues.filter(({ code }) => code === "invalid-value" || code === "own-value-unused")
      .map(({ code, path, received }) => [code, ...(path ?? []), received ?? "-"].join(" "));

  test("words are read in either language, others are wrong at their place", () => {
    const due = { attr: "person.x.level", op: "eq", value: "金牌" };
    const policy = policyWith([level], { due });
    for (const word of ["gold", "金牌", "Gold Medal"])
      expect(eligibilityOf(county({ x: { level: word } }), policy).decisions[0]?.meetsDue).toBe(true);
    expect(issuesOf({ level: "铜牌" })).toEqual(['invalid-value persons p x level "铜牌"']);
    expect(issuesOf({ level: 3 })).toEqual(["invalid-value persons p x level 3"]);
    expect(issuesOf({ level: "铜牌" }, [{ ...level, sensitive: true }])).toEqual(["invalid-value persons p x level -"]);
  });

  test("values that no policy declares are told once", () => {
    expect(issuesOf({ other: 1 })).toEqual(["own-value-unused persons x other other"]);
  });

  test.each<[string, readonly object[], object | undefined, string]>([
    ["no kind", [{ id: "a", text: "甲" }], undefined, "attributes.0"],
    ["two kinds", [{ id: "a", text: "甲", type: "number", count: "person.honours" }], undefined, "attributes.0"],
    ["itself", [{ id: "a", text: "甲", sum: [{ attr: "person.x.a" }] }], undefined, "attributes.0.sum.0.attr"],
    ["a text summed", [{ id: "a", text: "甲", sum: [{ attr: "person.sex" }] }], undefined, "attributes.0.sum.0.attr"],
    ["a number counted", [{ id: "a", text: "甲", count: "person.age" }], undefined, "attributes.0.count"],
    [
      "words of numbers",
      [{ id: "a", text: "甲", type: "number", words: { b: "乙" } }],
      undefined,
      "attributes.0.words",
    ],
    ["empty of another type", [{ id: "a", text: "甲", type: "number", empty: "无" }], undefined, "attributes.0.empty"],
    [
      "five decimals",
      [{ id: "a", text: "甲", sum: [{ attr: "person.age", times: 0.00001 }] }],
      undefined,
      "attributes.0.sum.0.times",
    ],
    ["a dot", [{ id: "a.b", text: "甲", type: "number" }], undefined, "attributes.0.id"],
    ["unknown", [level], { attr: "person.x.levels", op: "eq", value: "gold" }, "eligibility.due.0.who.attr"],
    ["unknown word", [level], { attr: "person.x.level", op: "eq", value: "golds" }, "eligibility.due.0.who.value"],
    [
      "value and of",
      [level],
      { attr: "person.x.level", op: "eq", value: "gold", of: "person.sex" },
      "eligibility.due.0.who.of",
    ],
    ["neither", [level], { attr: "person.x.level", op: "eq" }, "eligibility.due.0.who"],
    ["other types", [level], { attr: "person.x.level", op: "eq", of: "person.age" }, "eligibility.due.0.who.of"],
    ["other subject", [level], { attr: "person.x.level", op: "eq", of: "to.name" }, "eligibility.due.0.who.of"],
    ["unknown of", [level], { attr: "person.x.level", op: "eq", of: "person.x.levle" }, "eligibility.due.0.who.of"],
  ])("%s is an error of the policy", (_name, attributes, due, path) => {
    const resolved = resolvePolicy({
      ...(policyWith([]).origin.document as object),
      attributes,
      ...(due === undefined ? {} : { eligibility: { due: [{ id: "due", source: "s", who: due, text: text("due") }] } }),
    });
    expect(resolved.ok ? [] : resolved.issues.map((issue) => issue.path?.join("."))).toContain(path);
  });
});
