import { describe, expect, test } from "vitest";
import { words } from "../instance/vocabulary.ts";
import { wordOf } from "../instance/word-codes.ts";
import { ATTRIBUTES } from "./attributes.ts";
import { CONDITION_SUBJECTS, predicateIssues } from "./condition-issues.ts";
import type { Root } from "./condition-issues.ts";
import { withCodes } from "./condition-words.ts";
import type { Comparison, Predicate } from "./predicate.ts";

const compare = (attr: string, op: Comparison["op"], value: Comparison["value"]): Comparison => ({ attr, op, value });
const sets: Readonly<Record<string, Predicate>> = {
  known: { all: [] },
  ruralEntry: { all: [{ set: "rural" }] },
  rural: compare("to.area", "in", ["rural"]),
  circle: { any: [{ set: "circle" }, compare("to.area", "eq", "rural")] },
};
const issuesOf = (predicate: Predicate, about?: readonly Root[]) =>
  predicateIssues(predicate, { sets, path: ["x"], about });

/** Attributes whose words are listed, with the operator that fits. */
const LISTED = [...ATTRIBUTES].flatMap(([attr, { type, words: listed }]) =>
  listed === undefined ? [] : [{ attr, op: type === "set" ? ("has" as const) : ("eq" as const), ...listed }],
);

describe("a condition that is wrong", () => {
  const WRONG: readonly (readonly [string, Predicate])[] = [
    ["an unknown attribute", compare("person.shoeSize", "eq", 43)],
    ["an operator that does not fit", compare("person.sex", "lt", "male")],
    ["a number for a text", compare("person.sex", "eq", 1)],
    ["a text for a number", compare("person.age", "le", "50")],
    ["one wrong value of several", compare("person.age", "in", [50, "45"])],
    ["a text for a boolean", compare("person.inPost", "eq", "true")],
    ["equality of a set", compare("person.honours", "eq", "model")],
    ["a day that does not exist", compare("person.birthDate", "lt", "1980-02-30")],
    ["an unknown set", { set: "nobody" }],
    ["an unknown set deep inside", { all: [{ any: [{ not: { set: "nobody" } }] }] }],
    ["a word that nothing has", compare("person.statuses", "has", "pregnant")],
    ["one unknown word of several", compare("person.statuses", "has", ["pregnancy", "nursing mother"])],
  ];

  test.each(WRONG)("%s is found, with what to do", (_what, predicate) => {
    const issues = issuesOf(predicate);
    expect(issues).toMatchObject([{ code: "invalid-predicate", severity: "error" }]);
    expect(issues[0]?.advice).toBeDefined();
  });

  test("names the attributes that would have been right, and where the mistake is", () => {
    const [issue] = issuesOf({ all: [compare("person.shoeSize", "eq", 43)] });
    expect(issue).toMatchObject({ path: ["x", "all", 0, "attr"], expected: expect.stringContaining("person.age") });
  });

  test("all that is wrong is told at once, each at its place", () => {
    const predicate: Predicate = {
      any: [compare("to.area", "in", ["rual", "town", "mountain"]), { not: { set: "rurl" } }],
    };
    expect(issuesOf(predicate).map(({ path, received }) => [path?.join("."), received])).toEqual([
      ["x.any.0.value.0", "rual"],
      ["x.any.0.value.2", "mountain"],
      ["x.any.1.not.set", "rurl"],
    ]);
  });

  test("what can be compiled is accepted", () => {
    expect(issuesOf({ any: [{ set: "known" }, compare("to.zones", "has", "Z1")] })).toEqual([]);
  });

  test.each([
    ["person.statuses", "pregnant", "pregnancy"],
    ["person.statuses", "怀孕期", "pregnancy"],
    ["person.statuses", "maternity", "maternityLeave"],
    ["person.honours", "backbonesity", "backboneCity"],
    ["person.honours", "省级骨干老师", "backboneProvince"],
    ["to.area", "rular", "rural"],
    ["post.office", "vice-principal", "vicePrincipal"],
  ])("in %s the word %s is asked about: %s?", (attr, word, code) => {
    const op = ATTRIBUTES.get(attr)?.type === "set" ? "has" : "eq";
    const [issue] = issuesOf(withCodes(compare(attr, op, word), ATTRIBUTES) as Predicate);
    expect(issue?.advice?.en).toContain(`"${code}"`);
    expect(issue?.advice?.zh).toContain(`“${code}”`);
  });
});

describe("a word of the workbook", () => {
  test.each(LISTED)("of $attr is read as its code, and every code but one letter is an error", ({ attr, op, kind }) => {
    for (const code of Object.keys(words[kind])) {
      const { zh, en } = (words[kind] as Record<string, { zh: string; en: string }>)[code] as {
        zh: string;
        en: string;
      };
      for (const word of [code, zh, en, ` ${zh}`]) {
        const read = withCodes({ any: [compare(attr, op, word)] }, ATTRIBUTES);
        expect(read).toEqual({ any: [compare(attr, op, code)] });
        expect(issuesOf(read as Predicate)).toEqual([]);
      }
      const misspelt = withCodes(compare(attr, op, `${code}x`), ATTRIBUTES) as Predicate;
      expect(issuesOf(misspelt).map(({ received }) => received)).toEqual([`${code}x`]);
    }
  });

  test("none is the word for a post without a stage or an office, and of nothing else", () => {
    expect(issuesOf(compare("post.stage", "eq", "none"))).toEqual([]);
    expect(issuesOf(compare("post.kind", "eq", "none"))).toHaveLength(1);
    expect(wordOf("title", "none")).toBe("无职称");
  });
});

describe("what a condition is about", () => {
  const { person, school, entry, move } = CONDITION_SUBJECTS;
  test.each<readonly [Predicate, readonly Root[], string]>([
    [compare("person.age", "ge", 50), school, "school."],
    [compare("to.area", "eq", "rural"), person, "from.area"],
    [compare("to.area", "eq", "rural"), school, "school.area"],
    [compare("school.area", "eq", "rural"), entry, "to.area"],
    [compare("school.area", "eq", "rural"), move, "from.area"],
    [compare("move.form", "eq", "walk"), person, "person."],
    [{ set: "rural" }, person, "from.area"],
    [{ set: "ruralEntry" }, school, "school.area"],
    [{ set: "circle" }, school, "school.area"],
  ])("%j may not be asked of %j", (predicate, about, instead) => {
    const issues = issuesOf(predicate, about);
    expect(issues).toMatchObject([{ code: "invalid-predicate", path: ["x", "set" in predicate ? "set" : "attr"] }]);
    expect(`${issues[0]?.message.en} ${issues[0]?.advice?.en}`).toContain(instead);
  });

  test("a set may be defined over anything, and asked of what it is about", () => {
    expect(issuesOf(compare("to.area", "eq", "rural"))).toEqual([]);
    expect(issuesOf({ set: "ruralEntry" }, entry)).toEqual([]);
    expect(issuesOf({ set: "ruralEntry" }, move)).toEqual([]);
  });
});
