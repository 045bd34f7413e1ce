import { mkdir, readFile, readdir } from "node:fs/promises";
import type { Plan } from "@lungang/core/plan";
import { beforeAll, describe, expect, it } from "vitest";
import { readPlain } from "./office/plain-workbook.ts";
import { Recount, compareNumbers, rowsOf } from "./office/recount.ts";
import type { Edit } from "./office/soffice.ts";
import { editSheet, soffice } from "./office/soffice.ts";
import { openTerminal } from "./terminal.ts";
import { facts, many, post, school, teacher, writeBook } from "./tricky/workbook.ts";

/**
 * A round trip by the tools that people have: a plan, more than ten different edits in LibreOffice, adoption, publication,
 * reports; then every number of what came of it is counted again from the county and the edited roster alone, by code that
 * shares nothing with ours.
 */

const terminal = openTerminal();
const { call, path } = terminal;
const POLICY = ["--policy", "detailed-measures", "--set", "quotaShare=1/4"] as const;
const ASKED = { planYear: 2024, quotaPercent: 25 };
const ROSTER = "交流轮岗人员名册";
const [ID, NAME, END, TO, POST, KM] = [1, 2, 13, 15, 16, 17];

const at = (k: number) => ({ 居住地纬度: 34 + k / 200, 居住地经度: 109 + k / 300 });
const maths = { 任教学科: "数学(主)" };

/** Two schools with more teachers than posts, one of Chinese and one of mathematics, and four that lack both. */
const county = {
  基本信息: facts(2024),
  学校: [
    school("A", "甲小", { 编制数: 20 }),
    school("G", "庚小", { 编制数: 14, 纬度: 34.08 }),
    ...["乙小", "丙小", "丁小", "戊小"].map((name, k) =>
      school("BCDE"[k] ?? "", name, { 编制数: 6, 纬度: 34.1 + k / 50, 经度: 109.02 + k / 40 }),
    ),
  ],
  岗位: [
    post("A", 12),
    post("G", 8, "数学"),
    ...["B", "C", "D", "E"].flatMap((id) => [post(id, 4), post(id, id === "D" ? 3 : 2, "数学")]),
  ],
  人员: [
    ...many(20, (k) => teacher(`a${k}`, "A", at(k))),
    ...many(14, (k) => teacher(`g${k}`, "G", { ...at(k + 5), ...maths })),
    ...["B", "C", "D", "E"].flatMap((id, k) => [
      ...many(2, (n) => teacher(`${id}${n}`, id, { ...at(20 + k * 2 + n), 到现校日期: "2020-09-01" })),
      teacher(`${id}3`, id, { ...at(30 + k), ...maths, 到现校日期: "2021-09-01" }),
    ]),
  ],
};
const NAMES: Readonly<Record<string, string>> = { B: "乙小", C: "丙小", D: "丁小", E: "戊小" };

async function planAt(file: string): Promise<Plan> {
  return JSON.parse(await readFile(path(file), "utf8")) as Plan;
}

/** What somebody does to the roster of a plan, each thing another one, and whom it changes. */
function editsOf({ moves, stays }: Plan): { readonly edits: readonly Edit[]; readonly changed: readonly string[] } {
  const chinese = moves.filter(({ post: to }) => to.endsWith("语文"));
  const [one, other] = [chinese[0], chinese.find(({ to }) => to !== chinese[0]?.to)];
  const rest = chinese.filter((move) => move !== one && move !== other);
  const [gone, taken, typed, cleared] = rest;
  const [sums, dated] = moves.filter(({ post: to }) => to.endsWith("数学"));
  const staying = stays.filter(({ school: at }) => at === "A").map(({ person }) => person);
  const [fresh, instead] = staying;
  if (!one || !other || !gone || !taken || !typed || !cleared || !sums || !dated || !fresh || !instead)
    throw new Error(`The plan is too small: ${moves.map(({ person, to }) => `${person}>${to}`).join(" ")}`);
  return {
    changed: [one, other, gone, taken].map(({ person }) => person).concat(fresh, instead),
    edits: [
      // Two schools change places.
      { do: "type", row: one.person, column: TO, text: NAMES[other.to] ?? "" },
      { do: "type", row: other.person, column: TO, text: NAMES[one.to] ?? "" },
      // A post is emptied, a distance is guessed.
      { do: "clear", row: cleared.person, columns: [POST] },
      { do: "typeNumber", row: typed.person, column: KM, value: 1 },
      // A school by its id, and one with a space of full width.
      { do: "type", row: sums.person, column: TO, text: sums.to },
      { do: "type", row: dated.person, column: TO, text: Array.from(NAMES[dated.to] ?? "").join("\u3000") },
      // A day that is typed as a date of the spreadsheet.
      { do: "typeDate", row: dated.person, column: END, date: "2026-08-31" },
      // Another person in the row of one, by name alone.
      { do: "type", row: taken.person, column: NAME, text: `师${instead}` },
      { do: "clear", row: taken.person, columns: [ID] },
      // One row less, and a new one with a name and a school.
      { do: "removeRow", row: gone.person },
      { do: "appendRow", cells: { [NAME]: `师${fresh}`, [TO]: NAMES[gone.to] ?? "" } },
      // The rows in another order, and a column of one's own.
      { do: "addColumn", title: "备注", text: "已谈话" },
      { do: "sortRows", by: NAME },
    ],
  };
}

describe.skipIf(soffice === undefined)("a plan that is edited in LibreOffice", () => {
  let plan: Plan;
  let changed: readonly string[] = [];
  let recount: Recount;

  beforeAll(async () => {
    await writeBook(terminal, "county.xlsx", county);
    const planned = await call("plan", "county.xlsx", ...POLICY, "--out", "plan");
    if (planned.code !== 0) throw new Error(planned.err + planned.out);
    plan = await planAt("plan/plan.json");
    const made = editsOf(plan);
    ({ changed } = made);
    await mkdir(path("profile"));
    const file = path("plan/轮岗方案.xlsx");
    await editSheet(path("profile"), { file, sheet: ROSTER, keyColumn: ID }, made.edits);
    recount = new Recount(readPlain(path("county.xlsx")), rowsOf(readPlain(file), ROSTER), ASKED);
  });

  it("is counted as it was planned before anybody edits it", () => {
    const lines = plan.moves.map(({ person, to }) => ({ 人员编号: person, 交流轮岗单位名称: to }));
    const planned = new Recount(readPlain(path("county.xlsx")), lines, ASKED);
    const { numbers, wrong } = compareNumbers(readPlain(path("plan/轮岗方案-公示.xlsx")), planned);
    expect(wrong.filter((line) => !line.startsWith("编制目标及完成情况"))).toEqual([]);
    expect(numbers).toBeGreaterThan(90);
    expect(plan.levels.slice(0, -1).map(({ value }) => value)).toEqual(planned.levels());
  });

  it("is adopted with exactly the changes that were made", async () => {
    const { code, out, err } = await call("adopt", "plan/轮岗方案.xlsx", "--out", "adopted");
    expect([code, err.match(/^错误/gmu)]).toEqual([0, null]);
    expect(out).toContain(`改动 ${changed.length} 人`);
    for (const person of changed) expect(out).toContain(`师${person}：`);
    expect(err).toContain("的距离按居住地和学校重新计算");
    const adopted = await planAt("adopted/plan.json");
    expect(adopted.moves.map(({ person, to }) => [person, to])).toEqual(
      [...recount.goes].sort(([a], [b]) => (a < b ? -1 : 1)),
    );
    for (const { person, distanceMetres } of adopted.moves) expect(distanceMetres).toBe(recount.metres(person));
    expect(adopted.levels.map(({ value }) => value)).toEqual(recount.levels());
    expect((await readdir(path("adopted"))).sort()).toEqual((await readdir(path("plan"))).sort());
    expect((await call("verify", "adopted/plan.json")).code).toBe(0);
  });

  it.each([
    ["the workbook for the bureau", "轮岗方案.xlsx", 120],
    ["the workbook for publication", "轮岗方案-公示.xlsx", 90],
  ])("has %s counted to the last number", (_what, name, least) => {
    const { numbers, wrong } = compareNumbers(readPlain(path(`adopted/${name}`)), recount);
    expect(wrong).toEqual([]);
    expect(numbers).toBeGreaterThan(least);
  });

  it("has every report counted to the last number", async () => {
    expect((await call("report", "adopted/plan.json", "--out", "reports.xlsx")).code).toBe(0);
    const { numbers, wrong } = compareNumbers(readPlain(path("reports.xlsx")), recount);
    expect(wrong).toEqual([]);
    expect(numbers).toBeGreaterThan(300);
    // The edited workbook itself gives the same reports as what was made of it.
    expect((await call("report", "plan/轮岗方案.xlsx", "--out", "same.xlsx")).code).toBe(0);
    expect(readPlain(path("same.xlsx"))).toEqual(readPlain(path("reports.xlsx")));
  });
});
