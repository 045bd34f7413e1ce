import { expect, test } from "vitest";
import { countyOf, policyOf, post, school, teacher } from "../../test/small-county.ts";
import type { Predicate } from "../policy/predicate.ts";
import { prepare } from "./prepare.ts";
import { resolvePolicy } from "./resolve-policy.ts";

const instance = countyOf({
  schools: [school({ id: "S1", zones: ["东片"], township: "清水镇" }), school({ id: "S2", zones: ["西片"] })],
  posts: [post("S1", 1), post("S2", 1)],
  persons: [teacher({ id: "p", homeSchool: "S1" })],
});

const issuesOf = (change: Parameters<typeof policyOf>[0]) =>
  prepare(instance, policyOf(change)).issues.filter(({ code }) => code === "unknown-name");

const named = (here: Predicate) => ({ sets: { here } });
const has = (attr: string, value: string[]) => ({ attr, op: "has", value }) as const;
const is = (attr: string, value: string[]) => ({ attr, op: "in", value }) as const;

test.each<readonly [string, Predicate, string]>([
  ["a school", is("school.id", ["清水小学"]), "请核对政策或数据中的写法"],
  ["a school, misspelt", is("school.id", ["S-1"]), "是否应为“S1”？"],
  ["a zone", has("school.zones", ["东片区"]), "是否应为“东片”？"],
  ["a township", is("school.township", ["清水乡"]), "是否应为“清水镇”？"],
  ["an alliance", has("school.alliances", ["一中联合体"]), "请核对政策或数据中的写法"],
  ["a county", is("school.county", ["another"]), "请核对政策或数据中的写法"],
])("%s that the data do not have is an error, with the name that is near", (_what, condition, advice) => {
  const [issue, ...more] = issuesOf(named({ any: [{ all: [] }, condition] }));
  expect(more).toEqual([]);
  expect(issue).toMatchObject({ severity: "error", path: ["sets", "here", "any", 1] });
  expect(issue?.advice?.zh).toBe(advice);
});

test("names that the data have are no issue, and a subject that nobody teaches is a warning, told once", () => {
  const known = { any: [is("school.id", ["S1", "S2"]), has("school.zones", ["东片"])] };
  expect(issuesOf(named(known))).toEqual([]);
  const sets = { music: has("person.subjects", ["音乐", "语文"]), again: has("person.subjects", ["音乐"]) };
  expect(issuesOf({ sets })).toMatchObject([{ severity: "warning", received: "音乐", path: ["sets", "music"] }]);
});

test("a name in the parameters of a rule is looked up too, at the place of the rule", () => {
  const entry = {
    id: "near",
    rule: "nearness",
    source: "x",
    text: { zh: "就近", en: "near" },
    params: { moves: is("to.id", ["S9"]), level: "compliance" },
  };
  expect(issuesOf({ rules: [entry] })).toMatchObject([{ received: "S9", path: ["rules", 0, "params", "moves"] }]);
});

test("a name that the authority gave as a setting is a warning: who is named may have left", () => {
  const document = {
    ...(policyOf({}).origin.document as object),
    parameters: { named: { type: "text", source: "x", text: { zh: "学校", en: "school" } } },
    sets: { named: { attr: "to.id", op: "eq", value: { $param: "named" } } },
  };
  const resolved = resolvePolicy(document, { settings: { named: "XX" } });
  const issues = resolved.ok ? prepare(instance, resolved.value).issues : resolved.issues;
  expect(issues.filter(({ code }) => code === "unknown-name")).toMatchObject([{ severity: "warning", received: "XX" }]);
});
