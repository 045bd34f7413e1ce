import { describe, expect, test } from "vitest";
import { countyOf, eligibilityOf, form, post, school, teacher } from "../../test/small-county.ts";
import type { PersonInput } from "../instance/person.ts";
import { resolvePolicy } from "../planner/resolve-policy.ts";
import { pointsText } from "../points/decimal.ts";
import { pointSheetLines } from "../points/sheet-text.ts";
import { emptySubject } from "./attributes.ts";
import { pointCounters } from "./policy-attributes.ts";

const text = (words: string) => ({ zh: words, en: words });

const SPECIAL = { set: "special" };
/** The scale of S1, with a score, a component and points at some posts. */
const MERIT = {
  id: "merit",
  source: "HR-10",
  text: { zh: "积分", en: "points" },
  items: [
    { id: "age", per: "person.age", points: 1, max: 60 },
    { id: "woman", when: { attr: "person.sex", op: "eq", value: "女" }, points: 10 },
    { id: "punished", when: { attr: "person.statuses", op: "has", value: ["处分期"] }, points: -10 },
    { id: "special", when: SPECIAL, set: 80 },
  ],
  ties: [
    { attr: "person.yearsAtSchool", order: "desc" },
    { attr: "person.birthDate", order: "asc" },
  ],
};

function documentWith(scale: object, attributes: readonly object[] = []) {
  return {
    format: "lungang-policy-1",
    id: "points",
    version: "1",
    name: text("points"),
    calendar: { source: "s", cutoff: "08-31", start: "09-01" },
    attributes,
    points: [scale],
    sets: { special: { attr: "person.named", op: "eq", value: true } },
    scope: { source: "s", schools: { all: [] }, text: text("all") },
    eligibility: {
      due: [
        {
          id: "due",
          source: "s",
          who: { attr: "person.points.merit", op: "ge", value: 55, ifMissing: false },
          text: text("due"),
        },
      ],
    },
    forms: [form("rotation")],
    rules: [],
    levels: [{ name: "compliance", unit: "points", text: text("c") }],
  };
}

function counted(
  persons: readonly (Partial<PersonInput> & { readonly id: string })[],
  scale: object = MERIT,
  attributes: readonly object[] = [],
) {
  const resolved = resolvePolicy(documentWith(scale, attributes));
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.issues, undefined, 2));
  const instance = countyOf({
    schools: [school({ id: "A" }), school({ id: "B", township: "T2" })],
    posts: [post("A", 1), post("B", 1)],
    persons: persons.map((person) => teacher({ homeSchool: "A", ...person })),
  });
  const eligibility = eligibilityOf(instance, resolved.value);
  const counter = pointCounters(resolved.value).get("merit");
  if (counter === undefined) throw new Error("no scale");
  const at = (id: string) => eligibility.county.personIndex.get(id) ?? -1;
  return {
    eligibility,
    counter,
    at,
    total: (id: string) => pointsText(counter.ofPerson(eligibility.context, at(id)).total),
    sheet: (id: string) => counter.sheetOf(eligibility.context, at(id)),
  };
}

/** Born on the first day of the year: so old at the cut-off. */
const aged = (age: number) => ({ birthDate: `${2024 - age}-01-01` });

describe("points (S1)", () => {
  test("are counted item by item: the limit of an item, deductions, and a total that is set", () => {
    const { total, eligibility, at } = counted([
      { id: "w45", sex: "female", ...aged(45) },
      { id: "m58", ...aged(58), statuses: [{ code: "punishment" }] },
      { id: "w62", sex: "female", ...aged(62) },
      { id: "special", ...aged(30), named: true },
    ]);
    expect(["w45", "m58", "w62", "special"].map(total)).toEqual(["55", "48", "70", "80"]);
    expect(["w45", "m58"].map((id) => eligibility.decisions[at(id)]?.meetsDue)).toEqual([true, false]);
  });

  test("ties go by years at the school, then by age, the larger value first", () => {
    const { counter, eligibility, at } = counted([
      { id: "long", tenureStart: "2009-09-01", ...aged(40) },
      { id: "older", tenureStart: "2010-09-01", birthDate: "1984-03-01" },
      { id: "younger", tenureStart: "2010-09-01", birthDate: "1984-03-02" },
    ]);
    const ties = (id: string) => counter.tiesOf(eligibility.context, at(id));
    expect(ties("long")[0]).toBeGreaterThan(ties("older")[0] ?? Infinity);
    expect(ties("older")[0]).toBe(ties("younger")[0]);
    expect(ties("older")[1]).toBeGreaterThan(ties("younger")[1] ?? Infinity);
  });

  const SCORED = {
    ...MERIT,
    cap: 90,
    components: [{ id: "results", text: { zh: "业绩", en: "results" }, cap: 20 }],
    items: [
      { id: "exam", source: "第三条", text: { zh: "笔试", en: "written exam" }, per: "person.x.exam", weight: "60%" },
      { id: "rural", per: "person.ruralYears", points: "2.5", component: "results" },
      {
        id: "lead",
        when: { attr: "person.featuredCourseLead", op: "eq", value: true },
        points: 15,
        component: "results",
      },
      { id: "near", when: { attr: "to.township", op: "eq", of: "person.x.home" }, points: 6 },
    ],
  };
  const COLUMNS = [
    { id: "exam", type: "number", text: { zh: "笔试成绩", en: "exam" } },
    { id: "home", type: "text", text: text("家庭所在乡镇"), empty: "T2" },
  ];

  test("a score has its weight, a component its cap, and the whole sheet is told with sources", () => {
    const { sheet } = counted(
      [{ id: "p", x: { exam: 87.55 }, ruralYears: 3, featuredCourseLead: true }],
      SCORED,
      COLUMNS,
    );
    // 87.55 × 60% = 52.53; 7.5 + 15 = 22.5, of which 2.5 do not count.
    expect(pointSheetLines(sheet("p")).map(({ zh }) => zh)).toEqual([
      "exam：52.53 分（笔试：笔试成绩 87.55 × 3/5） [第三条]",
      "rural：7.5 分（农村学校任教年限 3 × 2.5） [HR-10]",
      "lead：15 分（符合条件） [HR-10]",
      "results：-2.5 分（业绩：最高 20 分，超出部分不计） [HR-10]",
      "合计 72.53 分",
    ]);
  });

  test("an item about where a move leads counts there only", () => {
    const { counter, eligibility, at, total } = counted([{ id: "p", x: { exam: 10 }, ruralYears: 0 }], SCORED, COLUMNS);
    const there = (id: string) => {
      const to = eligibility.county.schoolIndex.get(id) ?? -1;
      return pointsText(counter.there(eligibility.context, { ...emptySubject(), person: at("p"), from: 0, to }).total);
    };
    expect([total("p"), there("A"), there("B")]).toEqual(["6", "6", "12"]);
  });

  test("what is missing is told by the column that lacks it, once", () => {
    const resolved = resolvePolicy({
      ...documentWith(SCORED, COLUMNS),
      eligibility: {
        due: [{ id: "due", source: "s", who: { attr: "person.points.merit", op: "ge", value: 1 }, text: text("due") }],
      },
    });
    if (!resolved.ok) throw new Error(JSON.stringify(resolved.issues));
    const instance = countyOf({
      schools: [school({ id: "A" })],
      persons: [teacher({ id: "p", homeSchool: "A", ruralYears: 1 })],
    });
    expect(eligibilityOf(instance, resolved.value).issues.map(({ path }) => path)).toEqual([
      ["persons", "p", "x", "exam"],
    ]);
  });

  test.each<[string, object, string]>([
    ["an item without points", { items: [{ per: "person.age" }] }, "points.0.items.0"],
    ["an item of nothing", { items: [{ points: 1 }] }, "points.0.items.0"],
    ["a limit of a condition", { items: [{ when: SPECIAL, points: 1, max: 2 }] }, "points.0.items.0"],
    ["points of a text", { items: [{ per: "person.sex", points: 1 }] }, "points.0.items.0.per"],
    ["points of themselves", { items: [{ per: "person.points.merit", points: 1 }] }, "points.0.items.0.per"],
    [
      "an unknown component",
      { items: [{ per: "person.age", points: 1, component: "x" }] },
      "points.0.items.0.component",
    ],
    ["an unknown set", { items: [{ when: { set: "specail" }, points: 1 }] }, "points.0.items.0.when.set"],
    [
      "a total that is set at a place",
      { items: [{ when: { attr: "to.area", op: "eq", value: "rural" }, set: 1 }] },
      "points.0.items.0.set",
    ],
    ["ties by words", { ties: [{ attr: "person.sex", order: "asc" }] }, "points.0.ties.0.attr"],
    ["ties by the school entered", { ties: [{ attr: "to.students", order: "asc" }] }, "points.0.ties.0.attr"],
    ["two scales of one id", { id: "merit", twice: true }, "points.1.id"],
  ])("%s is an error of the policy", (_what, change, path) => {
    const { twice, ...rest } = change as { twice?: boolean };
    const scale = { ...MERIT, ...rest };
    const resolved = resolvePolicy({ ...documentWith(scale), ...(twice === true ? { points: [scale, scale] } : {}) });
    expect(resolved.ok ? [] : resolved.issues.map((issue) => issue.path?.join("."))).toContain(path);
  });
});
