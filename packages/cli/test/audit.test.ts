import { readFile, readdir, writeFile } from "node:fs/promises";
import { readXlsxBook } from "@lungang/tabular";
import { reportCardSchema } from "lungang";
import { beforeAll, describe, expect, it } from "vitest";
import { openTerminal } from "./terminal.ts";
import type { Row } from "./tricky/workbook.ts";
import { facts, many, post, school, teacher, writeBook } from "./tricky/workbook.ts";

const terminal = openTerminal();
const { call, path } = terminal;
const POLICY = ["--policy", "detailed-measures", "--set", "quotaShare=1/2"] as const;

/** Names of the sheets of a workbook with the texts of their cells. */
async function sheetsOf(name: string): Promise<ReadonlyMap<string, string>> {
  const book = await readXlsxBook(await readFile(path(name)));
  if (!book.ok) throw new Error(name);
  return new Map(book.value.sheets.map((sheet) => [sheet.name, JSON.stringify(sheet.rows)]));
}

/** A row of the applications; only the headers that a test needs. */
const person = (id: string, own: string, points: number): Row => ({
  人员编号: id,
  姓名: `师${id}`,
  原岗位编号: own,
  积分: points,
});

beforeAll(async () => {
  await writeBook(terminal, "county.xlsx", {
    基本信息: facts(2024),
    学校: [
      school("A", "甲小", { 编制数: 12, 办学质量: "优质" }),
      school("B", "乙小", { 编制数: 12, 办学质量: "薄弱", 纬度: 34.3 }),
    ],
    岗位: [post("A", 8), post("B", 12)],
    人员: [
      ...many(12, (k) => teacher(`a${k}`, "A", { 性别: k % 2 === 0 ? "女" : "男" })),
      ...many(2, (k) => teacher(`b${k}`, "B", { 到现校日期: "2020-09-01" })),
    ],
  });
  await writeBook(terminal, "名册.xlsx", {
    交流轮岗人员名册: ["a1", "a2", "a3"].map((id) => ({ 人员编号: id, 交流轮岗单位名称: "乙小" })),
  });
  await writeBook(terminal, "applications.xlsx", {
    参数: [
      { 项目: "名称", 内容: "竞聘" },
      { 项目: "聘任规则", 内容: "首位交易循环" },
    ],
    岗位: ["P", "Q", "R"].map((id, at) => ({ 岗位编号: id, 学校: ["甲小", "乙小", "丙小"][at], 岗位数: 1 })),
    人员: [person("a1", "P", 100), person("a2", "Q", 60), person("x", "R", 80)],
    报名志愿: [
      { 人员编号: "a1", 第一志愿: "Q" },
      { 人员编号: "a2", 第一志愿: "P" },
      { 人员编号: "x", 第一志愿: "P" },
    ],
  });
});

describe("audit", () => {
  it.each(["audit", "verify"])("%s says of what is neither plan nor workbook that it is neither", async (verb) => {
    await writeFile(path("说明.md"), "# 说明");
    await writeFile(path("其他.json"), '{"a": 1}');
    const text = await call(verb, "说明.md");
    expect([text.code, text.err]).toEqual([2, expect.stringContaining("说明.md")]);
    expect(text.err).toContain("不是 .xlsx 工作簿");
    const json = await call(verb, "其他.json");
    expect([json.code, json.err]).toEqual([2, expect.stringContaining("这个文件不是方案")]);
    expect(json.err.split("错误 其他.json")).toHaveLength(2);
  });

  it("makes the report card of a roster that was made in a spreadsheet, with every case", async () => {
    const { code, out } = await call("audit", "名册.xlsx", "--instance", "county.xlsx", ...POLICY, "--out", "card");
    expect(code).toBe(0);
    expect(out).toContain("不如留任的人员");
    expect(out).toContain("“师a1”本可留在“甲小 小学语文”，结果为“乙小 小学语文”");
    expect(out).toContain("14 人中调动 3 人；不如留任 3 人，没有排序依据，不评越位");
    expect((await readdir(path("card"))).sort()).toEqual([
      ".lungang-record.json",
      "report-card.json",
      "方案评估-公开.xlsx",
      "方案评估.xlsx",
    ]);
    const card = reportCardSchema.parse(JSON.parse(await readFile(path("card/report-card.json"), "utf8")));
    expect(card.flow.lines.filter(({ people }) => people !== 0)).toEqual([
      { from: "strong", to: "weak", people: 3, cases: ["a1", "a2", "a3"] },
    ]);
    expect(card.burden[0]?.groups.map(({ group, moved }) => [group, moved])).toEqual([
      ["female", 1],
      ["male", 2],
    ]);
    const internal = await sheetsOf("card/方案评估.xlsx");
    expect([...internal.keys()]).toEqual([
      "方案评估",
      "逐项个案",
      "分组负担",
      "离家距离",
      "强弱校流动",
      "学校缺岗",
      "缺岗洛伦兹曲线",
      "变动人员",
    ]);
    expect(internal.get("逐项个案")).toContain("师a3");
    const open = await sheetsOf("card/方案评估-公开.xlsx");
    expect([...open.values()].join("")).not.toMatch(/师[ab]|不如留任 3/u);
    expect(open.has("逐项个案")).toBe(false);
  });

  it("makes that of a plan and of its edited workbook, the same for the same lines", async () => {
    expect((await call("plan", "county.xlsx", ...POLICY, "--out", "plan")).code).toBe(0);
    const plan = await call("audit", "plan/plan.json", "--json");
    const card = reportCardSchema.parse(JSON.parse(plan.out));
    expect([plan.code, card.verified.ok, card.kind, card.edition]).toEqual([0, true, "rotation", "internal"]);
    expect(card.distances.moved).toBeGreaterThan(0);
    const roster = reportCardSchema.parse(JSON.parse((await call("audit", "plan/轮岗方案.xlsx", "--json")).out));
    expect(roster).toEqual(card);
  });

  it("makes that of an appointment, with the county for what applications do not say", async () => {
    expect((await call("appoint", "applications.xlsx", "--out", "posts")).code).toBe(0);
    const alone = await call("audit", "posts/聘任结果.xlsx", "--json");
    const card = reportCardSchema.parse(JSON.parse(alone.out));
    expect([alone.code, alone.err]).toEqual([0, `报名数据：${path("applications.xlsx")}\n`]);
    expect(card.findings.map(({ value }) => value)).toEqual([0, 1, 1, 0, 0, 0]);
    expect(card.burden[0]?.unknown).toBe(3);
    const known = await call("audit", "posts/聘任结果.xlsx", "--instance", "county.xlsx", "--lang", "en", "--json");
    const { burden, flow, issues } = reportCardSchema.parse(JSON.parse(known.out));
    expect(burden[0]?.groups.map(({ group, people, moved }) => [group, people, moved])).toEqual([
      ["female", 1, 1],
      ["male", 1, 1],
    ]);
    expect(flow.lines.filter(({ people }) => people !== 0).map(({ from, to }) => `${from}>${to}`)).toEqual([
      "strong>weak",
      "weak>strong",
    ]);
    expect(issues.map(({ code }) => code)).toEqual(["people-not-in-county"]);
  });

  it("shows the public edition alone with --public", async () => {
    const { code, out, err } = await call("audit", "plan/plan.json", "--public", "--json");
    const card = reportCardSchema.parse(JSON.parse(out));
    expect([code, card.edition, card.people, card.findings[0]?.cases]).toEqual([0, "public", undefined, undefined]);
    expect(`${out}${err}`).not.toMatch(/师[ab]\d/u);
  });

  it("says at which cell a list cannot be read, and writes nothing", async () => {
    await writeBook(terminal, "坏名册.xlsx", {
      交流轮岗人员名册: [
        { 人员编号: "a1", 交流轮岗单位名称: "丁小" },
        { 人员编号: "zz", 交流轮岗单位名称: "乙小" },
      ],
    });
    const { code, out, err } = await call(
      "audit",
      "坏名册.xlsx",
      "--instance",
      "county.xlsx",
      ...POLICY,
      "--out",
      "bad",
    );
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/坏名册\.xlsx[^\n]*B2/u);
    expect(err).toMatch(/坏名册\.xlsx[^\n]*A3/u);
    await expect(readdir(path("bad"))).rejects.toThrow("ENOENT");
    const both = await call("audit", "posts/聘任结果.xlsx", "--lock", "x.json", "--json");
    expect([both.code, both.out.includes("--lock")]).toEqual([2, true]);
  });
});

describe("appoint --after", () => {
  it("lets people compete for what a rotation plan leaves, and verifies the list by the plan on record", async () => {
    expect((await call("init", "posts.xlsx", "--appoint", "--instance", "county.xlsx")).code).toBe(0);
    await writeBook(terminal, "left.xlsx", {
      参数: [
        { 项目: "名称", 内容: "竞聘" },
        { 项目: "聘任规则", 内容: "延迟接受" },
      ],
      岗位: [
        { 岗位编号: "A-语文", 学校: "甲小", 学段: "小学", 学科: "语文", 岗位数: 8 },
        { 岗位编号: "B-语文", 学校: "乙小", 学段: "小学", 学科: "语文", 岗位数: 12 },
      ],
      人员: many(12, (k) => ({ 人员编号: `a${k}`, 姓名: `师a${k}`, 原岗位编号: "A-语文", 积分: 50 - k })),
      报名志愿: many(12, (k) => ({ 人员编号: `a${k}`, 第一志愿: "B-语文" })),
    });
    const planned = JSON.parse(await readFile(path("plan/plan.json"), "utf8")) as { moves: { person: string }[] };
    const moved = planned.moves.map((move) => move.person);
    expect(moved.length).toBeGreaterThan(0);
    const made = await call("appoint", "left.xlsx", "--after", "plan/plan.json", "--out", "joined");
    expect(made.code).toBe(0);
    expect(made.err).toMatch(/由交流轮岗方案安排，不再参加竞聘/u);
    for (const person of moved) expect(made.err).toMatch(new RegExp(`现为：.*\\b${person}\\b`, "u"));
    const { appointment } = JSON.parse(await readFile(path("joined/appointment.json"), "utf8")) as {
      appointment: { lines: { person: string; post: string }[]; ledgers: { school: string; workingAfter: number }[] };
    };
    // Two are at B from the start; 12 heads are there: 10 get one, by plan or by competition.
    const gone = appointment.lines.filter((line) => line.post === "B-语文").length;
    expect([appointment.lines.length, gone]).toEqual([12 - moved.length, 10 - moved.length]);
    expect(appointment.ledgers.find(({ school: id }) => id === "B")?.workingAfter).toBe(12);
    const verified = await call("verify", "joined/聘任结果.xlsx");
    expect([verified.code, verified.err]).toEqual([
      0,
      expect.stringContaining(`交流轮岗方案：${path("plan/plan.json")}`),
    ]);
    expect(verified.out).toContain("竞聘之后，逐个岗位和学校的在岗人数、人事关系人数均不超出");
    expect((await call("audit", "joined/聘任结果.xlsx", "--json")).code).toBe(0);
    // The plan on record is that of the list as well where its applications are named.
    for (const verb of ["verify", "audit"]) {
      const named = await call(verb, "joined/聘任结果.xlsx", "--applications", "left.xlsx");
      expect([named.code, named.err]).toEqual([0, expect.stringContaining("交流轮岗方案：")]);
    }
    const roster = await call("appoint", "left.xlsx", "--after", "名册.xlsx", "--json");
    expect([roster.code, roster.out]).toEqual([2, expect.stringContaining("lungang adopt")]);
  });

  it("ends with 3 and says where, where the list and the plan do not go together", async () => {
    // Strangers to the county hold the posts of A, where its own people are, too.
    const people = many(8, (k) => ({ 人员编号: `x${k}`, 姓名: `外${k}`, 原岗位编号: "A-语文", 积分: k }));
    await writeBook(terminal, "strangers.xlsx", {
      参数: [
        { 项目: "名称", 内容: "竞聘" },
        { 项目: "聘任规则", 内容: "延迟接受" },
      ],
      岗位: [{ 岗位编号: "A-语文", 学校: "甲小", 学段: "小学", 学科: "语文", 岗位数: 8 }],
      人员: people,
      报名志愿: [{ 人员编号: "x1", 第一志愿: "A-语文" }],
    });
    const { code, out, err } = await call("appoint", "strangers.xlsx", "--after", "plan/plan.json", "--out", "torn");
    expect([code, err]).toEqual([3, expect.stringContaining("县域数据中没有此人")]);
    expect(out).toMatch(/复核未通过：竞聘之后.*不成立\n岗位“A-语文”在岗 \d+ 人，最多 \d+ 人/u);
  });
});
