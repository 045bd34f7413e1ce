import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadInstance } from "@lungang/core";
import { writeCounty, writeWorkbook, readXlsxBook } from "@lungang/tabular";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { caseOfPlan, planFiles } from "../src/index.ts";
import { openCase, openCounty, openSession, readPlanFile, readRosterFile, sourcesOf } from "../src/node.ts";

/** Columns that a policy declares go from the workbook into the plan, and are found again where the plan is verified. */

const school = (id: string, latitude: number) => ({
  id,
  name: `${id}校`,
  type: "primary" as const,
  area: "rural" as const,
  coordinates: { latitude, longitude: 109 },
});
const post = (id: string, capacity: number) => ({
  id: `${id}-语文`,
  school: id,
  stage: "primary" as const,
  subject: "语文",
  capacity,
});
const loaded = loadInstance({
  format: "lungang-instance-1",
  county: { id: "c", name: "县" },
  planYear: 2025,
  schools: [school("A", 34), school("B", 34.1), school("C", 34.2)],
  posts: [post("A", 0), post("B", 1), post("C", 1)],
  persons: [
    {
      id: "T1",
      name: "王芳",
      sex: "female",
      birthDate: "1984-05-05",
      personType: "teacher",
      tenureStart: "2010-09-01",
      stageCertified: ["primary"],
      subjects: [{ subject: "语文", main: true }],
      homeSchool: "A",
      residence: { latitude: 34, longitude: 109 },
      application: { wishes: ["C"] },
    },
  ],
});
if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
const instance = loaded.value;

const POLICY = `
format: lungang-policy-1
id: own
version: "1"
name: 服务区办法
calendar: {source: 第一条, cutoff: 08-31, start: 09-01}
attributes:
  - {id: region, of: school, type: text, text: 服务区, words: {one: 一区, two: 二区}}
  - {id: served, type: set, text: {zh: 服务过的区, en: regions served}, words: {one: 一区, two: 二区}, empty: []}
points:
  - {id: merit, source: 第四条, text: 积分, cap: 30, items: [{id: age, text: 年龄, per: person.age, points: 1}, {id: here, text: 在校, per: person.yearsAtSchool, points: 0.5}, {id: there, text: 去二区, when: {attr: to.x.region, op: eq, value: 二区}, points: 4}]}
scope: {source: 第一条, schools: {all: []}, text: 全县}
eligibility: {due: [{id: all, source: 第一条, who: {all: []}, text: 全体}]}
forms:
  - {code: rotation, source: 第二条, text: 轮岗, scope: county, relationMoves: false, termMonths: {min: 12, max: 36},
     where: {attr: to.x.region, op: notIn, of: person.x.served}}
rules:
  - {id: total, rule: total, source: 第三条, text: 总数, params: {max: 3}}
  - {id: posts, rule: postBalance, source: 第三条, text: 补缺, params: {level: gaps}}
  - {id: near, rule: nearness, source: 第三条, text: 就近, params: {level: near}}
levels: [{name: compliance, unit: points, text: 合规}, {name: gaps, unit: heads, text: 缺员}, {name: near, unit: metres, text: 路程}]
`;

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lungang-own-"));
  await writeFile(join(folder, "ours.yaml"), POLICY);
});
afterAll(() => rm(folder, { recursive: true }));

/** The workbook of the county with one more column in the sheets of schools and people. */
async function workbookWith(columns: Readonly<Record<string, readonly (string | number | null)[]>>) {
  const book = await readXlsxBook(await writeCounty(instance));
  if (!book.ok) throw new Error("not read");
  return writeWorkbook(
    book.value.sheets.map(({ name, rows: [header = [], ...rows] }) => {
      const [title, ...cells] = columns[name] ?? [];
      return {
        name,
        columns: [...header, ...(title === undefined ? [] : [title])].map((each) => ({ header: String(each) })),
        rows: rows.map((row, k) => [...header.map((_title, at) => row[at] ?? null), cells[k] ?? null]),
      };
    }),
  );
}

/** The sheet of points is in the workbook of the bureau alone: 41 years of age and 15 at the school, at most 30 points. */
async function pointsIn(content: Uint8Array, name: string) {
  const book = await readXlsxBook(content);
  if (!book.ok) throw new Error("not read");
  const rows = book.value.sheets.find((sheet) => sheet.name === "积分明细")?.rows;
  // Above stand annex, title, unit and header; below what is signed.
  expect([name, rows?.slice(4).flatMap((row) => (row[2] === "积分" ? [row.slice(2, 5)] : []))]).toEqual(
    name.includes("公示")
      ? [name, undefined]
      : [
          name,
          [
            ["积分", "41", "年龄：周岁年龄 41 × 1"],
            ["积分", "7.5", "在校：在本校连续任教年限 15 × 0.5"],
            ["积分", "-18.5", "超过总分上限"],
            ["积分", "30", "合计"],
            // What the post wished for adds, under the same cap.
            ["积分", "4", "C校·小学语文：去二区：符合条件"],
            ["积分", "30", "C校·小学语文：合计"],
          ],
        ],
  );
}

const SCHOOLS = ["服务区", "一区", "one", "二区"];

describe("a workbook with the columns of the policy", () => {
  it("is planned by them, and the plan finds its county again and is verified by it", async () => {
    const workbook = await workbookWith({ 学校: SCHOOLS, 人员: ["regions served", "一区"] });
    await writeFile(join(folder, "county.xlsx"), workbook);
    const opened = await openCase({ county: "county.xlsx", policy: "ours.yaml", folder });
    if (!opened.ok) throw new Error(JSON.stringify(opened.issues));
    expect(opened.value.instance.persons.map(({ x }) => x)).toEqual([{ served: ["one"] }]);
    const session = openSession();
    const outcome = await session.plan(opened.value);
    if (outcome.status !== "planned") throw new Error(outcome.status);
    const why = await session.explain(outcome).whyNot({ person: "T1", school: "B" });
    const told = await session.explain(outcome).why("T1");
    expect(told.value.points).toMatchObject([
      { scale: "merit", total: "30", atPosts: [{ post: "C-语文", total: "30" }] },
    ]);
    expect(told.sentences.map(({ zh }) => zh)).toEqual(
      expect.arrayContaining([
        "积分：30 分（年龄：周岁年龄 41 × 1，41 分，第四条；在校：在本校连续任教年限 15 × 0.5，7.5 分，第四条）。",
        "积分（C校·小学语文）：30 分（去二区：符合条件，4 分，第四条）。",
      ]),
    );
    await session.close();
    expect(why.sentences.map(({ zh }) => zh).join()).toContain("去往学校的服务区不在其中：服务过的区");
    expect(outcome.plan.moves.map(({ to }) => to)).toEqual(["C"]);
    for (const { name, content } of await planFiles(opened.value, outcome.plan, { language: "zh" })) {
      if (typeof content !== "string") await pointsIn(content, name);
      if (name === "plan.json" || name === "轮岗方案.xlsx") await writeFile(join(folder, name), content);
    }
    const roster = await readRosterFile("轮岗方案.xlsx", opened.value.instance, { folder });
    expect(roster).toMatchObject({ ok: true, warnings: [], value: { moves: [{ person: "T1" }] } });
    const plan = await readPlanFile("plan.json", { folder });
    if (!plan.ok) throw new Error(JSON.stringify(plan.issues));
    expect(await sourcesOf("plan.json", { folder, plan: plan.value })).toEqual({ county: join(folder, "county.xlsx") });
    const county = await openCounty("county.xlsx", { folder, policy: plan.value.basis.policy });
    expect(county.ok && caseOfPlan(plan.value, county.value)).toMatchObject({ ok: true });
  });

  it("says the cell of a word that the policy does not list", async () => {
    await writeFile(join(folder, "wrong.xlsx"), await workbookWith({ 学校: SCHOOLS, 人员: ["served", "三区"] }));
    const opened = await openCase({ county: "wrong.xlsx", policy: "ours.yaml", folder });
    expect(opened.ok ? [] : opened.issues).toMatchObject([
      {
        code: "unknown-word",
        received: "三区",
        place: { sheet: "人员", file: "wrong.xlsx" },
        expected: { zh: expect.stringContaining("一区"), en: expect.stringContaining("一区") },
      },
    ]);
  });

  it("says that a column is not there", async () => {
    await writeFile(join(folder, "less.xlsx"), await workbookWith({ 学校: SCHOOLS }));
    const opened = await openCase({ county: "less.xlsx", policy: "ours.yaml", folder });
    expect(opened.ok && opened.warnings).toMatchObject([
      { code: "own-column-missing", expected: { zh: "服务过的区" } },
    ]);
  });
});
