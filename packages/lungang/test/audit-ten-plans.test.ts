import { writeWorkbook } from "@lungang/tabular";
import { afterAll, describe, expect, it } from "vitest";
import { countyOf, form, policyOf, post, rule, school, teacher } from "../../core/test/small-county.ts";
import type { AppointmentList, Applications, Instance, PlanningCase, ReportCardDocument } from "../src/index.ts";
import { auditAppointment, auditPlan, auditRoster, readAppointmentList, readRoster } from "../src/index.ts";
import { openSession } from "../src/node.ts";
import type { Sheets } from "./applications.ts";
import { changed, ends, opened } from "./applications.ts";
import { cardOf } from "./cards.ts";

/** The report card of ten plans: five that somebody made by hand, each with a fault planted, and five without one. */

const session = openSession();
afterAll(() => session.close());

/** P goes to the empty D, for which R would come too; U comes for what P leaves; Q goes to the second place of C. */
const SHEETS: Sheets = {
  参数: [
    ["项目", "内容"],
    ["聘任规则", "延迟接受"],
  ],
  岗位: [
    ["岗位编号", "学校", "学科", "岗位数"],
    ["A", "甲校", "语文", 2],
    ["B", "乙校", "语文", 1],
    ["C", "丙校", "语文", 2],
    ["D", "丁校", "语文", 1],
    ["E", "戊校", "语文", 2],
  ],
  人员: [
    ["人员编号", "姓名", "原岗位编号", "积分"],
    ["P", "彭一", "A", 100],
    ["Q", "秦二", "B", 60],
    ["R", "任三", "C", 80],
    ["U", "尤四", null, 10],
    ["V", "武五", "A", 70],
    ["W", "魏六", "E", 50],
  ],
  报名志愿: [
    ["人员编号", "第一志愿", "第二志愿", "第三志愿"],
    ["P", "D", null, null],
    ["Q", "C", null, null],
    ["R", "D", null, null],
    ["U", "A", "E", "B"],
  ],
};
const RIGHT = { P: "D", Q: "C", R: "C", U: "A", V: "A", W: "E" };
const byRule = (name: string): Sheets => changed(SHEETS, { 参数: { 1: ["聘任规则", name] } });

/** D ranks R before P, whatever the points say. */
const RANKED: Sheets = {
  ...byRule("双向选择（教师先选）"),
  学校排序: [
    ["岗位编号", "人员编号", "名次"],
    ["D", "R", 1],
    ["D", "P", 2],
  ],
};
const RIGHT_RANKED = { P: "A", Q: "C", R: "D", U: "E", V: "A", W: "E" };

/** A third place of E that had to be offered and was not declared. */
const UNDECLARED: Sheets = {
  ...SHEETS,
  岗位: [
    ["岗位编号", "学校", "学科", "岗位数", "学校申报公布数"],
    ...(SHEETS["岗位"] ?? []).slice(1).map((row) => [...row, null]),
    ["F", "己校", "语文", 3, 2],
  ],
};

/** The list as somebody writes it in a spreadsheet. */
async function written(lines: Readonly<Record<string, string | null>>): Promise<AppointmentList> {
  const rows = Object.entries(lines);
  const book = await writeWorkbook([
    {
      name: "聘任名单",
      columns: [{ header: "人员编号" }, { header: "聘任岗位编号" }],
      rows: rows.filter(([, at]) => at !== null),
    },
    {
      name: "未聘人员",
      columns: [{ header: "人员编号" }, { header: "姓名" }],
      rows: rows.filter(([, at]) => at === null).map(([person]) => [person]),
    },
  ]);
  const read = await readAppointmentList(book);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
}

async function byHand(sheets: Sheets, lines: Readonly<Record<string, string | null>>): Promise<ReportCardDocument> {
  return cardOf(auditAppointment(await opened(sheets), await written(lines)));
}

/** The list of the rule, and its card. */
async function decided(sheets: Sheets, right: Readonly<Record<string, string | null>>): Promise<ReportCardDocument> {
  const applications: Applications = await opened(sheets);
  const outcome = await session.appoint(applications);
  if (outcome.status !== "appointed") throw new Error(outcome.message.en);
  expect(ends(outcome.appointment)).toEqual(right);
  return cardOf(auditAppointment(applications, await written(ends(outcome.appointment))));
}

const HOME = { latitude: 34, longitude: 109 };

/** Two wish the one empty head of W, which points decide; c wishes nothing. Moves take the relation along. */
const COUNTY: Instance = countyOf({
  schools: [
    school({ id: "S", name: "强校", quality: "good", coordinates: HOME }),
    school({ id: "W", name: "弱校", quality: "weak", coordinates: HOME }),
    school({ id: "V", name: "村校", coordinates: HOME }),
  ],
  posts: [post("S", 2), post("W", 2), post("V", 1)],
  persons: [
    ...["a", "b", "c"].map((id, at) =>
      teacher({
        id,
        homeSchool: "S",
        residence: HOME,
        x: { score: 40 + at },
        application: { volunteer: true, wishes: id === "c" ? [] : ["W"] },
      }),
    ),
    teacher({ id: "w", homeSchool: "W", residence: HOME, x: { score: 1 } }),
  ],
});
const POLICY = policyOf({
  attributes: [{ id: "score", type: "number", text: { zh: "积分", en: "score" } }],
  points: [
    {
      id: "merit",
      source: "t",
      text: { zh: "积分", en: "points" },
      items: [{ per: "person.x.score", points: 1 }],
      ties: [],
    },
  ],
  forms: [form("transfer", { relationMoves: true })],
  eligibility: { due: [], volunteers: { source: "t", onlyWishes: true, needsHomeConsent: false } },
  levels: ["compliance", "coverage"],
  rules: [
    rule("total", { max: 9 }),
    rule("postBalance", { level: "coverage" }),
    rule("pointsFirst", { points: "merit" }),
  ],
});
const CASE: PlanningCase = { instance: COUNTY, policy: POLICY, locks: [] };

async function planned(): Promise<ReportCardDocument> {
  const outcome = await session.plan(CASE);
  if (outcome.status !== "planned") throw new Error(JSON.stringify(outcome));
  expect(outcome.plan.moves.map(({ person, to }) => [person, to])).toEqual([["b", "W"]]);
  return cardOf(await auditPlan(CASE, outcome.plan));
}

/** Somebody without the wish was sent to the village, though the own place was there. */
async function roster(): Promise<ReportCardDocument> {
  const rows = [
    ["b", "弱校"],
    ["c", "村校"],
  ];
  const columns = ["人员编号", "交流轮岗单位名称"].map((header) => ({ header }));
  const read = await readRoster(await writeWorkbook([{ name: "交流轮岗人员名册", columns, rows }]), COUNTY);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return cardOf(await auditRoster(CASE, read.value));
}

/** What was found: the value and people and posts of every case; what was not found is left out. */
const found = ({ findings }: ReportCardDocument) =>
  Object.fromEntries(
    findings.flatMap(({ name, value, cases = [] }) =>
      value === 0
        ? []
        : [
            [
              name,
              [value, ...cases.map(({ people, posts, school: at = "" }) => [...people, ...posts, at].join(" ").trim())],
            ],
          ],
    ),
  );

const PLANS: readonly (readonly [string, () => Promise<ReportCardDocument>, object])[] = [
  ["acceptance", () => decided(SHEETS, RIGHT), {}],
  ["two-sided choice by people", () => decided(RANKED, RIGHT_RANKED), {}],
  ["two-sided choice by schools", () => decided({ ...RANKED, ...twoSidedBySchools() }, RIGHT_RANKED), {}],
  ["a list by hand that is right", () => byHand(SHEETS, RIGHT), {}],
  ["a rotation plan", planned, {}],
  [
    "worse off than staying: who prefers the own place, which is left empty, forms a pair with it",
    roster,
    {
      worseThanStaying: [1, "c S-语文 V-语文"],
      blockingPairs: [1, "c S-语文"],
      wastedPosts: [1, "c S-语文"],
    },
  ],
  [
    "justified envy: D went to the one with fewer points",
    () => byHand(SHEETS, { ...RIGHT, P: "A", R: "D", U: "E" }),
    { justifiedEnvy: [1, "P R D"], blockingPairs: [1, "P R D"] },
  ],
  [
    "a blocking pair: D would rather have R, and R would rather have D",
    () => byHand(RANKED, RIGHT),
    { justifiedEnvy: [1, "R P D"], blockingPairs: [1, "R P D"] },
  ],
  [
    "a wasted post: a place of C is left empty, and Q stays at B",
    () => byHand(SHEETS, { ...RIGHT, Q: "B" }),
    { blockingPairs: [1, "Q C"], wastedPosts: [1, "Q C"] },
  ],
  ["a hidden vacancy: one head of F was not declared", () => byHand(UNDECLARED, RIGHT), { hiddenVacancies: [1, "F"] }],
];

function twoSidedBySchools(): Pick<Sheets, "参数"> {
  return { 参数: byRule("双向选择（学校先选）")["参数"] ?? [] };
}

describe("the report card of ten plans", () => {
  it.each(PLANS)("%s", async (_, card, faults) => {
    const made = await card();
    expect(found(made)).toEqual(faults);
    expect(uncounted(made)).toEqual([]);
  });
});

/** Numbers of a card that the cases behind them do not give. */
function uncounted({ findings, burden, flow, distances, people }: ReportCardDocument): readonly string[] {
  const counted = {
    people: (all: Cases) => new Set(all.map(({ people: [first] }) => first)).size,
    posts: (all: Cases) => new Set(all.map(({ posts: [first] }) => first)).size,
    pairs: (all: Cases) => all.length,
    heads: (all: Cases) => all.length,
  };
  const moved = people?.filter((one) => one.moved) ?? [];
  return [
    ...findings.flatMap(({ name, unit, value, cases }) => (counted[unit](cases ?? []) === value ? [] : [name])),
    ...burden.flatMap(({ grouping, groups }) =>
      groups.flatMap(({ group, cases, ...counts }) =>
        (["people", "moved", "worse"] as const)
          .filter((key) => cases?.[key].length !== counts[key])
          .map((key) => `${grouping} ${group} ${key}`),
      ),
    ),
    ...flow.lines.flatMap(({ from, to, people: count, cases }) => (cases?.length === count ? [] : [`${from} ${to}`])),
    ...(distances.moved === moved.length ? [] : ["distances"]),
  ];
}

type Cases = NonNullable<ReportCardDocument["findings"][number]["cases"]>;
