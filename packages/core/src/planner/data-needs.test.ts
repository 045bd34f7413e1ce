import { expect, test } from "vitest";
import { dataNeeds } from "./data-needs.ts";

const is = (attr: string, more: object = {}) => ({ attr, op: "ge", value: 1, ...more });

/** A policy as far as its needs go. */
const needsOf = (document: object) => dataNeeds({ rules: [], forms: [], ...document });

test("what has no default is needed, what has one is read", () => {
  const needs = needsOf({ scope: { schools: { all: [is("school.quality"), is("school.ownership")] } } });
  expect([needs.get("schools.quality"), needs.get("schools.ownership")]).toEqual(["needed", "read"]);
  expect(needs.has("schools.terrain")).toBe(false);
});

test("a condition that says what a missing value means needs none", () => {
  const exemptions = [{ when: { any: [is("person.ruralYears", { ifMissing: false })] } }];
  expect(needsOf({ eligibility: { exemptions } }).get("persons.ruralYears")).toBe("read");
  const other = { sets: { far: is("person.ruralYears") } };
  expect(needsOf({ eligibility: { exemptions }, ...other }).get("persons.ruralYears")).toBe("needed");
});

test("what is derived is needed where it is filled in", () => {
  const due = [{ who: is("person.yearsInService"), years: { measure: "office", min: 6 } }];
  const needs = needsOf({ eligibility: { due } });
  expect([needs.get("persons.hiredOn"), needs.get("offices"), needs.has("persons.tenureStart")]).toEqual([
    "needed",
    "needed",
    false,
  ]);
});

test("a scope is needed where it is written or usual, read where it may be chosen", () => {
  const parameters = {
    where: { type: "text", choices: ["county", "zone", "alliance"], source: "s", text: { zh: "范围", en: "scope" } },
  };
  const forms = [{ base: "zoneRotation" }, { scope: "pair" }];
  const rules = [{ rule: "quota", params: { by: { $param: "where" } } }];
  const needs = needsOf({ parameters, forms, rules });
  expect(["zones", "pairs", "alliances", "schoolGroups"].map((name) => needs.get(`schools.${name}`))).toEqual([
    "needed",
    "needed",
    "read",
    undefined,
  ]);
});

test("rules say what they read beside their conditions", () => {
  const needs = needsOf({ rules: [{ rule: "balance" }, { rule: "swapPartners" }] });
  expect([needs.get("schools.students"), needs.get("persons.swapPartner")]).toEqual(["needed", "read"]);
});

test("a column of the policy is needed unless an empty cell has a value", () => {
  const attributes = [
    { id: "a", type: "number" },
    { id: "b", type: "number", empty: 0 },
  ];
  const sets = { both: { all: [is("person.x.a"), is("person.x.b")] } };
  const needs = needsOf({ attributes, sets });
  expect([needs.get("persons.x.a"), needs.get("persons.x.b")]).toEqual(["needed", "read"]);
});

test("what only reports and appointments read is no need of a plan", () => {
  expect(needsOf({ benefits: [{ who: is("person.postGrade") }] }).get("persons.postGrade")).toBe("read");
});

test("what is no document needs what every policy does", () => {
  expect(dataNeeds(undefined).get("persons.homeSchool")).toBe("needed");
});
