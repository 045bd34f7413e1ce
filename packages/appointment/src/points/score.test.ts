import { describe, expect, test } from "vitest";
import { valueOf } from "../../test/markets.ts";
import { parsePoints, pointsText } from "@lungang/core/policy";
import { loadScheme } from "./scheme.ts";
import { loadEvidence } from "./score-data.ts";
import { scorePeople } from "./score.ts";
import { pointSheetLines } from "@lungang/core/policy";

const MERIT = {
  format: "lungang-points-1",
  id: "merit",
  source: "HR-10",
  cap: 80,
  items: [
    { id: "age", kind: "per", column: "age", points: 1, max: 60 },
    { id: "woman", kind: "when", when: { column: "sex", op: "eq", value: "female" }, points: 10 },
    { id: "discipline", kind: "when", when: { column: "notes", op: "has", value: ["deduction"] }, points: -10 },
    { id: "special", kind: "set", when: { column: "special", op: "eq", value: true }, points: 80 },
    {
      id: "rural",
      kind: "per",
      column: "ruralYears",
      points: 2,
      source: "HR-11",
      text: { zh: "乡村任教", en: "rural years" },
    },
    { id: "exam", kind: "column", column: "笔试成绩", weight: "60%" },
    { id: "couple", kind: "atPost", when: { postColumn: "township", equals: "spouseTownship" }, points: 6 },
  ],
  ties: [
    { column: "yearsAtSchool", order: "desc" },
    { column: "born", order: "asc" },
  ],
};

const BASE = {
  sex: "male",
  notes: [],
  special: false,
  ruralYears: 0,
  笔试成绩: 0,
  spouseTownship: "X1",
  yearsAtSchool: 3,
  born: "1980-05-01",
};

function sheets(
  people: readonly { id: string; facts: Record<string, unknown> }[],
  more: object = {},
  scheme: object = MERIT,
) {
  const read = valueOf(loadScheme(scheme));
  const evidence = {
    format: "lungang-evidence-1",
    people: people.map(({ id, facts }) => ({ id, facts: { ...BASE, ...facts } })),
    ...more,
  };
  return scorePeople(read, valueOf(loadEvidence(evidence, read)));
}

describe("scorePeople", () => {
  test.each([
    ["a woman of 45", { age: 45, sex: "female" }, "55"],
    ["a man of 58 with a deduction", { age: 58, notes: ["deduction"] }, "48"],
    ["a woman of 62", { age: 62, sex: "female" }, "70"],
    ["somebody special of 30", { age: 30, special: true }, "80"],
    ["87.25 in the examination at 60%", { age: 0, 笔试成绩: "87.25" }, "52.35"],
    ["above the cap", { age: 60, sex: "female", ruralYears: 8 }, "80"],
  ])("%s", (_, facts, points) => {
    expect(pointsText(sheets([{ id: "p", facts }])[0]?.total as number)).toBe(points);
  });

  test("prints every item, what the cap took and what holds at one post only", () => {
    const [sheet] = sheets([{ id: "p", facts: { age: 60, sex: "female", ruralYears: 6 } }], {
      posts: [
        { id: "A", facts: { township: "X1" } },
        { id: "B", facts: { township: "X2" } },
      ],
      wishes: [
        { person: "p", post: "A" },
        { person: "p", post: "B" },
      ],
    });
    expect(sheet?.atPosts.map(({ post, total }) => [post, pointsText(total)])).toEqual([["A", "80"]]);
    expect(pointSheetLines(sheet as NonNullable<typeof sheet>).map((line) => line.zh)).toEqual([
      "age：60 分（age 60 × 1）",
      "woman：10 分（符合条件）",
      "rural：12 分（乡村任教：ruralYears 6 × 2） [HR-11]",
      "exam：0 分（笔试成绩 0 × 3/5）",
      "超过上限，扣除 2 分",
      "合计 80 分",
      "couple：6 分（仅在岗位“A”计分）",
      "在岗位“A”合计 80 分",
    ]);
  });

  test("breaks ties by the declared keys: more years at the school, then the older", () => {
    const found = sheets([
      { id: "a", facts: { age: 40, yearsAtSchool: 5 } },
      { id: "b", facts: { age: 40, born: "1975-01-31" } },
      { id: "c", facts: { age: 40 } },
    ]);
    const order = [...found].sort((x, y) => {
      const at = x.ties.findIndex((value, place) => value !== y.ties[place]);
      return (y.ties[at] as number) - (x.ties[at] as number);
    });
    expect(order.map((sheet) => sheet.person)).toEqual(["a", "b", "c"]);
    expect(found.every((sheet) => sheet.ties.every((value) => parsePoints(pointsText(value)) === value))).toBe(true);
  });

  test("counts records by level and role, the best ones of the period", () => {
    const scheme = {
      format: "lungang-points-1",
      id: "awards",
      items: [
        {
          id: "awards",
          kind: "records",
          type: "award",
          from: "2020-09-01",
          to: "2024-08-31",
          best: 2,
          max: "10.5",
          table: [
            {
              when: {
                all: [
                  { column: "level", op: "eq", value: "province" },
                  { column: "role", op: "ne", value: "member" },
                ],
              },
              points: 8,
            },
            { when: { column: "level", op: "in", value: ["province", "city"] }, points: "3.5" },
            { when: { column: "rank", op: "le", value: 2 }, points: 1 },
          ],
        },
      ],
    };
    const award = (date: string, facts: object) => ({ person: "p", type: "award", date, facts });
    const records = [
      award("2021-01-01", { level: "province", role: "lead", rank: 1 }),
      award("2022-01-01", { level: "province", role: "member", rank: 1 }),
      award("2023-01-01", { level: "school", rank: "2" }),
      award("2024-08-31", { level: "school", rank: 3 }),
      award("2020-08-31", { level: "province", role: "lead" }),
    ];
    const [sheet] = sheets([{ id: "p", facts: {} }], { records }, scheme);
    expect(sheet?.items[0]).toMatchObject({ units: 105_000, text: { en: "3 records fit, 2 count" } });
  });
});

describe("what is wrong", () => {
  test("a scheme that rests on appraisal alone, items with one name, decimals and shares that are none", () => {
    const codes = (scheme: unknown): readonly string[] => {
      const read = loadScheme(scheme);
      return read.ok ? [] : read.issues.map((issue) => `${issue.code} ${issue.path?.join(".")}`);
    };
    const appraisal = { id: "vote", kind: "column", column: "票", weight: "100%", isAppraisal: true };
    const scheme = (items: readonly unknown[]) => ({ format: "lungang-points-1", id: "s", items });
    expect(codes(scheme([appraisal]))).toEqual(["appraisal-alone items.0"]);
    expect(codes(scheme([appraisal, { id: "zero", kind: "column", column: "x", weight: "0%" }]))).toEqual([
      "appraisal-alone items.0",
    ]);
    expect(codes(scheme([appraisal, { id: "vote", kind: "per", column: "x", points: 1 }]))).toEqual([
      "item-twice items.1.id",
    ]);
    expect(
      codes(
        scheme([
          { id: "x", kind: "per", column: "x", points: "many" },
          { ...appraisal, weight: "most" },
        ]),
      ),
    ).toEqual(["invalid-value items.0.points", "invalid-value items.1.weight"]);
  });

  test("a missing column, a record without a date, somebody unknown", () => {
    const scheme = valueOf(
      loadScheme({
        format: "lungang-points-1",
        id: "s",
        items: [
          { id: "years", kind: "per", column: "years", points: 1 },
          {
            id: "awards",
            kind: "records",
            type: "award",
            from: "2020-01-01",
            table: [{ when: { all: [] }, points: 1 }],
          },
        ],
      }),
    );
    const read = loadEvidence(
      {
        format: "lungang-evidence-1",
        people: [{ id: "a", facts: { years: "three" } }, { id: "b" }, { id: "b", facts: { years: 1 } }],
        records: [
          { person: "a", type: "award" },
          { person: "z", type: "other" },
        ],
        wishes: [{ person: "a", post: "nowhere" }],
      },
      scheme,
    );
    expect(read.ok ? [] : read.issues.map((issue) => [issue.code, issue.path?.join(".")])).toEqual([
      ["person-twice", "people.2.id"],
      ["evidence-missing", "people.0.facts.years"],
      ["evidence-missing", "people.1.facts.years"],
      ["record-without-date", "records.0.date"],
      ["unknown-id", "records.1.person"],
      ["unknown-id", "wishes.0.post"],
    ]);
  });
});
