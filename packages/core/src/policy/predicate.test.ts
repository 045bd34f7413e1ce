import { describe, expect, test } from "vitest";
import { countyOf, eligibilityOf, policyOf, post, school, teacher } from "../../test/small-county.ts";
import type { PersonInput } from "../instance/person.ts";
import type { SchoolInput } from "../instance/school.ts";
import { ATTRIBUTES, emptySubject } from "./attributes.ts";
import type { Comparison, Predicate } from "./predicate.ts";
import { predicateIssues } from "./condition-issues.ts";
import { compilePredicate } from "./predicate.ts";
import { words } from "../instance/vocabulary.ts";

/** Asks a predicate about one person who works at A and a move to B. */
function ask(
  predicate: Predicate,
  given: Partial<PersonInput> = {},
  rest: { readonly to?: Partial<SchoolInput>; readonly sets?: Readonly<Record<string, Predicate>> } = {},
): { readonly answer: boolean; readonly missing: readonly string[] } {
  const instance = countyOf({
    schools: [school({ id: "A" }), school({ id: "B", ...rest.to })],
    posts: [post("A", 1), post("B", 1)],
    persons: [teacher({ id: "p", homeSchool: "A", ...given })],
  });
  const { county, context } = eligibilityOf(instance, policyOf({}));
  const missing: string[] = [];
  const sets = rest.sets ?? {};
  const test = compilePredicate(predicate, { context, sets, onMissing: (attr) => missing.push(attr) });
  const to = county.schoolIndex.get("B") ?? -1;
  const cell = county.cells.findIndex(({ posts }) => posts.includes("B-语文"));
  const from = county.schoolIndex.get("A") ?? -1;
  const answer = test({ ...emptySubject(), person: 0, from, to, cell, school: to, form: "support", metres: 1500 });
  return { answer, missing };
}

const compare = (attr: string, op: Comparison["op"], value: Comparison["value"]): Comparison => ({ attr, op, value });

describe("compilePredicate", () => {
  const ROWS: readonly (readonly [Comparison, boolean])[] = [
    [compare("person.age", "eq", 44), true],
    [compare("person.age", "le", 44), true],
    [compare("person.age", "lt", 44), false],
    [compare("person.age", "ge", 44), true],
    [compare("person.age", "gt", 44), false],
    [compare("person.age", "in", [43, 44]), true],
    [compare("person.birthDate", "lt", "1980-05-06"), true],
    [compare("person.birthDate", "ge", "1980-05-06"), false],
    [compare("person.sex", "eq", "male"), true],
    [compare("person.sex", "in", ["female"]), false],
    [compare("person.inPost", "eq", true), true],
    [compare("person.subjects", "has", "语文"), true],
    [compare("person.subjects", "has", ["数学", "语文"]), true],
    [compare("person.honours", "has", ["specialGrade"]), false],
    [compare("to.area", "eq", "rural"), true],
    [compare("school.id", "eq", "B"), true],
    [compare("from.id", "eq", "A"), true],
    [compare("post.subject", "eq", "语文"), true],
    [compare("post.kind", "eq", "teaching"), true],
    [compare("post.vacant", "eq", true), true],
    [compare("move.form", "in", ["support", "walk"]), true],
    [compare("move.metres", "le", 1500), true],
    [compare("move.sameTownship", "eq", true), true],
    [compare("person.yearsAtSchool", "ge", 14), true],
    [compare("person.yearsToRetirement", "gt", 5), true],
    [compare("to.headcount", "eq", 0), true],
    [compare("from.headcount", "eq", 1), true],
  ];

  test.each(ROWS)("%j gives %s", (predicate, expected) => {
    expect(ask(predicate)).toEqual({ answer: expected, missing: [] });
  });

  const yes: Predicate = { all: [] };
  const no: Predicate = { any: [] };

  test.each([
    [{ all: [yes, yes] }, true],
    [{ all: [yes, no] }, false],
    [{ any: [no, yes] }, true],
    [{ any: [] }, false],
    [{ not: no }, true],
    [{ not: { all: [yes, { not: yes }] } }, true],
    [{ set: "here" }, true],
  ] as const)("%j gives %s", (predicate, expected) => {
    expect(ask(predicate as Predicate, {}, { sets: { here: { set: "there" }, there: yes } }).answer).toBe(expected);
  });

  test("a missing value is noted and reads as no", () => {
    expect(ask(compare("person.schoolsWorked", "ge", 2))).toEqual({ answer: false, missing: ["person.schoolsWorked"] });
    expect(ask({ not: compare("person.schoolsWorked", "ge", 2) }).missing).toEqual(["person.schoolsWorked"]);
  });

  test.each([true, false])("a missing value reads as %s where the condition says so", (ifMissing) => {
    const predicate = { ...compare("person.schoolsWorked", "ge", 2), ifMissing };
    expect(ask(predicate)).toEqual({ answer: ifMissing, missing: [] });
  });

  test("establishment is compared only where it is known", () => {
    const over = compare("to.overEstablishment", "eq", true);
    const under = compare("to.underEstablishment", "eq", true);
    expect([ask(over, {}, { to: {} }).answer, ask(under, {}, { to: {} }).answer]).toEqual([false, false]);
    expect(ask(under, {}, { to: { establishment: 1 } }).answer).toBe(true);
  });
});

describe("ATTRIBUTES", () => {
  test("every attribute has a type and can be read about a person on the way to a school", () => {
    const ops = { number: "ge", date: "ge", text: "eq", boolean: "eq", set: "has" } as const;
    const values = { number: 0, date: "2000-01-01", text: "x", boolean: true, set: "x" } as const;
    for (const [attr, { type, words: listed }] of ATTRIBUTES) {
      const value = listed === undefined ? values[type] : (Object.keys(words[listed.kind])[0] as string);
      const predicate = { ...compare(attr, ops[type], value), ifMissing: false };
      expect(predicateIssues(predicate, { sets: {}, path: [] })).toEqual([]);
      expect(typeof ask(predicate).answer).toBe("boolean");
    }
  });
});
