import { expect, test } from "vitest";
import { attributeText } from "./attribute-words.ts";
import { ATTRIBUTES } from "./attributes.ts";
import { conditionText } from "./condition-text.ts";
import type { Predicate } from "./predicate.ts";

const RURAL: Predicate = { attr: "from.area", op: "eq", value: "rural" };

test("every attribute has a name of its own in both languages, and none has the name of another", () => {
  const names = [...ATTRIBUTES.keys()].map((attr) => ({ attr, ...attributeText(attr) }));
  expect(
    names.filter(({ attr, zh, en }) => zh === attr || !/\p{Script=Han}/u.test(zh) || /\p{Script=Han}/u.test(en)),
  ).toEqual([]);
  expect(new Set(names.map(({ zh }) => zh)).size).toBe(names.length);
  expect(new Set(names.map(({ en }) => en)).size).toBe(names.length);
});

test.each<readonly [Predicate, string, string]>([
  [{ all: [] }, "不限", "anything"],
  [{ any: [] }, "无", "nothing"],
  [{ attr: "person.age", op: "ge", value: 50 }, "周岁年龄≥50", "completed years of age at the cut-off ≥ 50"],
  [
    { attr: "move.metres", op: "le", value: 7500 },
    "居住地到去往学校的距离≤7.5公里",
    "distance from the residence to the school entered ≤ 7.5 km",
  ],
  [{ attr: "person.inPost", op: "eq", value: true }, "在岗为是", "in post is yes"],
  [
    { attr: "person.statuses", op: "has", value: ["pregnancy", "lactation"] },
    "特殊情形包括孕期、哺乳期",
    "circumstances that hold and are approved include pregnancy or lactation",
  ],
  [
    { all: [{ attr: "from.area", op: "in", value: ["urban"] }, { not: { set: "weak" } }] },
    "现任教学校的区域类型为城区，且不是（属于集合“weak”）",
    'area of the school worked at is urban and not (in the set "weak")',
  ],
  [
    {
      any: [
        { set: "a" },
        {
          all: [
            { attr: "post.vacant", op: "eq", value: false },
            { attr: "to.id", op: "eq", value: "S1" },
          ],
        },
      ],
    },
    "属于集合“a”，或（岗位缺员为否，且去往学校的编号为S1）",
    'in the set "a" or (post short of people is no and id of the school entered is S1)',
  ],
  [{ attr: "person.honours", op: "has", value: [] }, "荣誉称号包括（未列出）", "honours include (none listed)"],
])("%j is read as %s", (predicate, zh, en) => {
  expect(conditionText(predicate)).toEqual({ zh, en });
});

test("a set is told by what it holds, also where that holds another", () => {
  const sets: Readonly<Record<string, Predicate>> = {
    weak: { any: [{ set: "rural" }, { attr: "from.area", op: "eq", value: "town" }] },
    rural: RURAL,
  };
  expect(conditionText({ not: { set: "weak" } }, sets).zh).toBe(
    "不是（现任教学校的区域类型为乡村，或现任教学校的区域类型为镇区）",
  );
});
