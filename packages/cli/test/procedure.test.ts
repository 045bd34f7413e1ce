import { readFile, readdir, writeFile } from "node:fs/promises";
import { readXlsxBook, writeWorkbook } from "@lungang/tabular";
import { beforeAll, expect, test } from "vitest";
import { facts, many, post, school, teacher, writeBook } from "./tricky/workbook.ts";
import { openTerminal } from "./terminal.ts";

/** What follows a plan: publicity, objections, the end, assessments, kept in the workbook beside the plan. */

const terminal = openTerminal();
const { call, path } = terminal;
const PLAN = "plan/plan.json";
const BOOK = "plan/程序记录.xlsx";

const sheets = {
  基本信息: facts(2024),
  学校: [school("A", "甲小"), school("B", "乙小", { 纬度: 34.2 })],
  岗位: [post("A", 8), post("B", 4)],
  // One cell of which the reading says something.
  人员: [...many(8, (k) => teacher(`a${k}`, "A")), teacher("b1", "B", { 周课时: "14节" }), teacher("b2", "B")],
};

/** Takes a step and returns its exit code and what it answered as JSON. */
async function step(verb: string, on: string, ...options: string[]) {
  const { code, out } = await call("procedure", verb, PLAN, "--on", on, ...options, "--json");
  return { code, ...(JSON.parse(out) as { state?: string; issues?: { code: string; place?: { cell?: string } }[] }) };
}

const codes = ({ issues = [] }: Awaited<ReturnType<typeof step>>) => issues.map(({ code }) => code);

/** Edits the workbook of the procedure as somebody does by hand. */
async function edited(sheet: string, edit: (rows: (string | number | boolean | null)[][]) => void): Promise<void> {
  const read = await readXlsxBook(await readFile(path(BOOK)));
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  const out = read.value.sheets.map(({ name, rows }) => {
    const [header = [], ...body] = rows.map((row) => row.map((cell) => cell ?? null));
    if (name === sheet) edit(body);
    return { name, columns: header.map((title) => ({ header: String(title) })), rows: body, always: true };
  });
  await writeFile(path(BOOK), await writeWorkbook(out));
}

async function mover(): Promise<string> {
  const { moves } = JSON.parse(await readFile(path(PLAN), "utf8")) as { moves: { person: string }[] };
  return moves[0]?.person ?? "";
}

/** What a letter says of how to object. */
async function objections(): Promise<string> {
  const { code, err } = await call("report", PLAN, "--letters", "letters.html", "--force");
  if (code !== 0) throw new Error(err);
  const html = await readFile(path("letters.html"), "utf8");
  return /对本安排有异议的，[^<]*/u.exec(html)?.[0] ?? "";
}

beforeAll(async () => {
  await writeBook(terminal, "county.xlsx", sheets);
  const policy = ["--policy", "detailed-measures", "--set", "quotaShare=1/4", "--set", "expertShare=0%"];
  const { code, err } = await call("plan", "county.xlsx", ...policy, "--out", "plan");
  if (code !== 0) throw new Error(err);
});

test("a policy that names no days is asked for them, and every verb for its day", async () => {
  expect(await objections()).toContain("公示期内（起止日期以公示通知为准）");
  expect(await step("publish", "2024-08-20")).toMatchObject({ code: 2, issues: [{ code: "missing-publicity-days" }] });
  const { code, err } = await call("procedure", "finalise", PLAN);
  expect([code, err]).toEqual([2, expect.stringContaining("没有给出日期")]);
});

test("what was published by mistake is withdrawn on the same day, also once the workbook was read back", async () => {
  const other = ["--record", "other.xlsx"];
  expect((await step("publish", "2024-08-20", "--days", "5", ...other)).code).toBe(0);
  expect(codes(await step("publish", "2024-08-19", "--withdraw", ...other))).toEqual(["procedure-date"]);
  expect(await step("publish", "2024-08-20", "--withdraw", ...other)).toMatchObject({ code: 0, state: "draft" });
  expect(await step("publish", "2024-08-20", "--days", "5", ...other)).toMatchObject({
    state: "publicised",
    publicity: { start: "2024-08-21", end: "2024-08-27" },
  });
  expect(await step("finalise", "2024-08-27", ...other)).toMatchObject({
    state: "final",
    issues: expect.arrayContaining([expect.objectContaining({ code: "publicity-last-day" })]),
  });
});

test("from publicity over an objection to the end, and an appeal that reopens the plan", async () => {
  const who = await mover();
  expect(await step("publish", "2024-08-20", "--days", "5")).toMatchObject({
    code: 0,
    state: "publicised",
    publicity: { start: "2024-08-21", end: "2024-08-27" },
  });
  expect(codes(await step("finalise", "2024-08-26"))).toEqual(["publicity-not-over"]);
  expect(await objections()).toContain("请在公示期（2024年8月21日至2024年8月27日）内以书面形式");
  expect(await step("object", "2024-08-22", "--person", who, "--reason", "家庭原因")).toMatchObject({
    state: "objection",
    open: [{ person: who }],
  });
  expect(codes(await step("finalise", "2024-08-28"))).toEqual(["transition-refused"]);
  expect(await step("object", "2024-08-23", "--person", who, "--decide", "不成立")).toMatchObject({
    state: "publicised",
    open: [],
  });
  const final = await call("procedure", "finalise", PLAN, "--on", "2024-08-28");
  expect([final.code, final.out]).toEqual([0, expect.stringContaining("方案状态：定稿")]);
  expect(await objections()).toContain("方案已经定稿，仍可以书面形式向");
  // What the reading of the county says was told with the plan; one line says so, and one JSON document has it all.
  expect(final.err).toContain("县域数据与编制方案时相同，读入时的 1 个提醒不再重复");
  expect(final.err).not.toContain("数字后面带有单位");
  await step("object", "2024-08-29", "--person", who, "--appeal");
  expect(await step("object", "2024-08-30", "--person", who, "--decide", "upheld")).toMatchObject({
    state: "draft",
    upheld: [who],
  });
});

test("what a step would not keep is refused", async () => {
  const who = await mover();
  const object = (...options: string[]) => step("object", "2024-08-23", "--person", who, ...options);
  const paths = async (...options: string[]) => {
    const { code, issues = [] } = await object(...options);
    return [code, ...(issues as { path?: string[] }[]).flatMap(({ path: at = [] }) => at)];
  };
  expect(await paths("--decide", "不成立", "--reason", "不属规定情形")).toEqual([2, "--reason"]);
  expect(await paths("--decide", "不成立", "--by", "校长", "--appeal")).toEqual([2, "--by", "--appeal"]);
  expect(await paths("--note", "经核实")).toEqual([2, "--note"]);
});

test("a plan that was adopted of the public one goes on in the record beside that, wherever it stands", async () => {
  const before = await readFile(path(BOOK));
  const who = await mover();
  expect((await call("adopt", "plan/轮岗方案.xlsx")).code).toBe(0);
  const again = ["--on", "2024-09-02", "--days", "5", "--json"];
  const published = await call("procedure", "publish", "plan/采用/plan.json", ...again);
  // The line is the one that was objected to, and exchanges have begun.
  const told = (JSON.parse(published.out) as { issues: { code: string }[] }).issues.map(({ code }) => code);
  expect([published.code, told]).toEqual([0, ["unit-dropped", "publicity-far-from-start", "upheld-without-change"]]);
  expect(await readdir(path("plan/采用"))).not.toContain("程序记录.xlsx");
  const { code: ended, out } = await call("procedure", "object", PLAN, "--on", "2024-09-03", "--person", who, "--json");
  expect([ended, JSON.parse(out)]).toMatchObject([0, { publicity: { start: "2024-09-03" } }]);
  await writeFile(path(BOOK), before);
});

test("the public list names schools and posts, their ids behind", async () => {
  const read = await readXlsxBook(await readFile(path(BOOK)));
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  const [header = [], first = []] = read.value.sheets.find(({ name }) => name === "公示名单")?.rows ?? [];
  const cells = Object.fromEntries(header.map((title, at) => [String(title), first[at]]));
  expect(cells).toMatchObject({ 原学校: "甲小", 接收学校: "乙小", 岗位: "小学语文", 接收学校编号: "B" });
});

test("reports print the progress, the objections and what the assessors gave; the public ones name nobody", async () => {
  const who = await mover();
  const all = ["领导", "学生", "同事", "家长"];
  expect(await step("assess", "2025-01-10")).toMatchObject({
    code: 0,
    assessments: expect.arrayContaining([
      { person: who, means: {}, missing: ["leaders", "students", "peers", "parents"] },
    ]),
  });
  await edited("期末考核", (rows) => {
    const own = rows.filter((row) => row[1] === who);
    expect(own.map((row) => row[4])).toEqual(all);
    for (const [k, row] of own.entries()) row.splice(5, 3, 90 + k, 80, 100);
  });
  expect(await step("assess", "2025-01-12")).toMatchObject({
    assessments: expect.arrayContaining([
      { person: who, means: { ethics: 91.5, teaching: 80, attendance: 100 }, overall: 90.5, missing: [] },
    ]),
  });
  const reports = async (...options: string[]) => {
    const { out } = await call("report", PLAN, "--only", "R13,R16", "--records", BOOK, "--json", ...options);
    return out;
  };
  const internal = await reports();
  for (const word of ["程序进度", "2024-08-27", "学期考核汇总（内部）"]) expect(internal).toContain(word);
  expect(internal).toContain("91.5");
  const open = await reports("--public");
  expect(open).toContain("异议和申诉件数");
  expect(open).not.toContain("（内部）");
  expect(open).not.toContain("家庭原因");
});

test("what is wrong in the workbook is told at its cell, and nothing is written", async () => {
  const before = await readFile(path(BOOK));
  await edited("异议和申诉", (rows) => {
    (rows[0] as (string | number)[])[2] = "nobody";
    (rows[1] as (string | null)[])[8] = null;
  });
  const changed = await readFile(path(BOOK));
  const { code, issues = [] } = await step("assess", "2025-01-12");
  expect([code, issues.map(({ code: name, place }) => [name, place?.cell])]).toEqual([
    2,
    [
      ["unknown-reference", "C2"],
      ["missing-value", "I3"],
    ],
  ]);
  expect(await readFile(path(BOOK))).toEqual(changed);
  await writeFile(path(BOOK), before);
});
