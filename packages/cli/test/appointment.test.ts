import { readXlsxBook, writeWorkbook } from "@lungang/tabular";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { appointmentOutcomeSchema } from "lungang";
import { beforeAll, describe, expect, it } from "vitest";
import { openTerminal, smallCounty, writeJson } from "./terminal.ts";

const terminal = openTerminal();
const { call, path } = terminal;

type Rows = readonly (readonly (string | number | null)[])[];

/** Writes sheets into the folder of the terminal; the first row of each is the header. */
async function write(name: string, sheets: Readonly<Record<string, Rows>>): Promise<void> {
  const out = Object.entries(sheets).map(([sheet, [header = [], ...rows]]) => ({
    name: sheet,
    columns: header.map((cell) => ({ header: String(cell), type: "number" as const })),
    rows,
  }));
  await writeFile(path(name), await writeWorkbook(out));
}

const applications = (rule: string, points: Rows[number] = ["R", "任三", "C", 80]) => ({
  参数: [
    ["项目", "内容"],
    ["聘任规则", rule],
  ],
  岗位: [
    ["岗位编号", "学校", "岗位数"],
    ["A", "甲校", 1],
    ["B", "乙校", 1],
    ["C", "丙校", 1],
  ],
  人员: [["人员编号", "姓名", "原岗位", "积分"], ["P", "彭一", "A", 100], ["Q", "秦二", "B", 60], points],
  报名志愿: [
    ["人员编号", "第一志愿"],
    ["P", "B"],
    ["Q", "A"],
    ["R", "A"],
  ],
});

beforeAll(async () => {
  await write("accept.xlsx", applications("延迟接受"));
  await write("trade.xlsx", applications("首位交易循环"));
});

describe("applications without ids", () => {
  const { 参数: settings } = applications("延迟接受");
  const sheets = {
    参数: settings,
    岗位: [
      ["学校", "学段", "学科", "岗位数"],
      ["甲校", "小学", "语文", 1],
      ["乙校", "小学", "语文", 2],
    ],
    人员: [
      ["姓名", "原岗位", "积分"],
      ["彭 一", "甲校小学语文", 100],
      ["秦二", "乙校 小学语文", 60],
    ],
    报名志愿: [
      ["姓名", "第一志愿"],
      ["彭一", "乙校 小学语文"],
    ],
  };

  it("are decided and verified, and nobody is named twice in a sentence", async () => {
    await write("by-name.xlsx", sheets);
    const done = await call("appoint", "by-name.xlsx", "--lang", "zh", "--out", "by-name");
    expect(done.code).toBe(0);
    expect(done.out + done.err).not.toMatch(/彭一（彭一）|语文（乙校/u);
    const book = await readXlsxBook(await readFile(path("by-name/聘任结果.xlsx")));
    const [, list] = book.ok ? book.value.sheets : [];
    const rows = (list?.rows ?? []).filter((cells) => ["彭一", "秦二"].includes(String(cells[2])));
    expect(rows.map((cells) => cells.slice(4).map((cell) => cell ?? ""))).toEqual([
      ["乙校 小学语文", "乙校", "小学语文", "调动", "第 1 志愿", 100, "取得岗位“乙校 小学语文”（第 1 志愿）"],
      ["乙校 小学语文", "乙校", "小学语文", "留任", "", 60, "留任原岗位“乙校 小学语文”"],
    ]);
    const checked = await call("verify", "by-name/聘任结果.xlsx", "--applications", "by-name.xlsx", "--lang", "zh");
    expect([checked.code, checked.out.includes("复核通过")]).toEqual([0, true]);
  });
});

describe("appoint", () => {
  it("finds the list with the fewest changes after a withdrawal, and says whom it passes over", async () => {
    const { 参数: settings, 岗位: posts, 人员: people, 报名志愿: wishes } = applications("延迟接受");
    const sheets = {
      参数: settings,
      岗位: [...posts, ["D", "丁校", 1]],
      人员: people,
      报名志愿: [wishes[0] ?? [], ["P", "D"], ["R", "D"]],
      轮次: [
        ["轮次", "次序", "岗位范围"],
        ["全县竞聘", 1, "全县"],
      ],
    };
    const withdrawn = [
      ["轮次", "人员编号"],
      ["全县竞聘", "P"],
    ];
    await write("withdrawn.xlsx", { ...sheets, 撤回决定: withdrawn });
    const { code, out, err } = await call("appoint", "withdrawn.xlsx", "--fewest-changes", "--lang", "en");
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain(
      "Run again from the round, 2 people end elsewhere; by the fewest changes 1 do, and it passes over in 1 places:\n  P: D -> A\n",
    );
    expect(out).toContain('"任三（R）" prefers post "丁校 教学（D）", which has a place left');
    await write("not-withdrawn.xlsx", sheets);
    expect(await call("appoint", "not-withdrawn.xlsx", "--fewest-changes")).toMatchObject({
      code: 2,
      err: expect.stringContaining("没有撤回的决定"),
    });
  });

  it("appoints, compares both rules, says whether honest answers were safe, and writes the lists", async () => {
    const { code, out, err } = await call("appoint", "trade.xlsx", "--out", "result");
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("首位交易循环（采用）");
    expect(out).toContain("延迟接受");
    expect(out).toContain("“任三（R）”更愿去岗位“甲校 教学（A）”，排序在“秦二（Q）”之前，却由“秦二（Q）”取得");
    expect(out).toContain("如实填报是安全的");
    expect((await readdir(path("result"))).sort()).toEqual([
      ".lungang-record.json",
      "appointment.json",
      "聘任结果-公示.xlsx",
      "聘任结果.xlsx",
      "聘任通知.html",
    ]);
    const outcome = appointmentOutcomeSchema.parse(JSON.parse(await readFile(path("result/appointment.json"), "utf8")));
    expect(outcome.status).toBe("appointed");
  });

  it("prints one document with --json, the same for the same workbook", async () => {
    const first = await call("appoint", "accept.xlsx", "--json");
    expect(appointmentOutcomeSchema.parse(JSON.parse(first.out))).toMatchObject({
      appointment: { counts: { moved: 0 } },
    });
    expect((await call("appoint", "accept.xlsx", "--json")).out).toBe(first.out);
  });

  it("names the cell of a mistake, writes nothing and ends with 2", async () => {
    await write("wrong.xlsx", applications("延迟接受", ["R", "任三", "C", null]));
    const { code, err } = await call("appoint", "wrong.xlsx", "--out", "nothing");
    expect(code).toBe(2);
    expect(err).toContain("错误 wrong.xlsx › 人员 › D4：“R”申请了按分排序的岗位（A），却没有分值");
    await expect(readdir(path("nothing"))).rejects.toThrow("ENOENT");
    const json = await call("appoint", "missing.xlsx", "--json");
    expect([json.code, JSON.parse(json.out)]).toMatchObject([2, { issues: [{ code: "file-not-found" }] }]);
  });

  it("ends with 3 where couples and limits cannot be kept together", async () => {
    await write("tight.xlsx", {
      ...applications("延迟接受"),
      人数限制: [
        ["编号", "岗位", "至少", "至多"],
        ["L", "A、B", 3, 9],
      ],
    });
    const { code, err } = await call("appoint", "tight.xlsx", "--lang", "en");
    expect([code, err]).toEqual([3, "No appointment keeps all couples, limits and posts of titles together.\n"]);
    const json = await call("appoint", "tight.xlsx", "--json");
    expect([json.code, JSON.parse(json.out)]).toMatchObject([3, { status: "infeasible" }]);
  });
});

describe("verify of an appointment", () => {
  it("accepts what was written, and names what an edit by hand breaks", async () => {
    await call("appoint", "accept.xlsx", "--out", "kept");
    expect((await call("verify", "kept/聘任结果.xlsx", "--applications", "accept.xlsx")).code).toBe(0);
    const recorded = await call("verify", "kept/聘任结果.xlsx");
    expect([recorded.code, recorded.err.includes(`报名数据：${path("accept.xlsx")}`)]).toEqual([0, true]);
    await call("appoint", "trade.xlsx", "--out", "traded");
    const edited = await call("verify", "traded/聘任结果.xlsx", "--applications", "accept.xlsx");
    expect(edited.code).toBe(3);
    expect(edited.out).toContain("没有高分者被低分者越过");
    expect(edited.out).toContain("“任三（R）”更愿去岗位“甲校 教学（A）”，排序在“秦二（Q）”之前");
    expect(edited.out).toContain("复核未通过：1 项保证不成立，共 1 处。");
    const json = await call("verify", "traded/聘任结果.xlsx", "--applications", "accept.xlsx", "--json");
    expect(JSON.parse(json.out)).toMatchObject({ format: "lungang-appointment-report-1", ok: false });
  });

  it("refuses the public edition, a list that leaves somebody out, and a call that mixes both kinds", async () => {
    await call("appoint", "trade.xlsx", "--out", "both");
    const published = await call("verify", "both/聘任结果-公示.xlsx", "--applications", "trade.xlsx");
    expect(published.code).toBe(2);
    expect(published.err).toContain("像是公示版");
    await write("short.xlsx", {
      聘任名单: [
        ["人员编号", "聘任岗位编号"],
        ["P", "A"],
        ["Q", "B"],
      ],
    });
    const short = await call("verify", "short.xlsx", "--applications", "accept.xlsx");
    expect([short.code, short.err]).toMatchObject([2, expect.stringContaining("聘任名单中没有“R”")]);
    expect((await call("verify", "short.xlsx")).code).toBe(2);
    expect((await call("verify", "short.xlsx", "--applications", "a", "--instance", "b")).code).toBe(2);
    expect((await call("verify", "short.xlsx", "--applications", "accept.xlsx", "--override", "a=1")).code).toBe(2);
  });
});

describe("rounds of a policy", () => {
  it("run from workbook to workbook, and are verified by the policy that the workbook names", async () => {
    const policy = [
      "format: lungang-policy-1",
      "extends: national-2014",
      "id: ours",
      'version: "1"',
      "name: 本县",
      "description: 本县",
      "appointment:",
      "  source: 第三条",
      "  text: 分轮",
      "  rule: acceptance",
      "  rounds:",
      "    - { id: all, source: 第四条, text: 全县竞聘, reach: county }",
    ];
    await writeFile(path("ours.yaml"), policy.join("\n"));
    expect((await call("policies", "lint", "ours.yaml")).code).toBe(0);
    const { 参数: _settings, ...sheets } = applications("延迟接受");
    await write("by-policy.xlsx", {
      ...sheets,
      参数: [
        ["项目", "内容"],
        ["政策", "ours.yaml"],
      ],
    });
    const first = await call("appoint", "by-policy.xlsx", "--out", "rounds");
    expect([first.code, first.out.includes("分 1 轮聘任")]).toEqual([0, true]);
    expect((await call("verify", "rounds/聘任结果.xlsx")).code).toBe(0);
    await write("by-option.xlsx", { ...sheets, 参数: [["项目", "内容"]] });
    expect((await call("appoint", "by-option.xlsx", "--policy", "ours.yaml")).code).toBe(0);
    const without = await call("verify", "rounds/聘任结果.xlsx", "--applications", "accept.xlsx");
    expect([without.code, without.err]).toMatchObject([2, expect.stringContaining("请用 --policy 给出规定轮次的政策")]);
    const differs = await call("appoint", "trade.xlsx", "--policy", "ours.yaml");
    expect([differs.code, differs.err]).toMatchObject([
      2,
      expect.stringContaining("“聘任规则”填的是“首位交易循环”，政策规定为“延迟接受”"),
    ]);
  });
});

describe("init --appoint", () => {
  it("writes the template of applications, which asks for a rule", async () => {
    expect((await call("init", "blank.xlsx", "--appoint")).code).toBe(0);
    const { code, err } = await call("appoint", "blank.xlsx");
    expect(code).toBe(2);
    expect(err).toContain("blank.xlsx › 参数 › B5：没有写明聘任规则");
  });

  it("fills it from a county: posts, who holds them, heads kept for people on exchange", async () => {
    const county = smallCounty();
    await writeJson(terminal, "county.json", county);
    expect((await call("init", "filled.xlsx", "--appoint", "--instance", "county.json")).code).toBe(0);
    const read = await readXlsxBook(await readFile(path("filled.xlsx")));
    const people = read.ok ? read.value.sheets.find(({ name }) => name === "人员") : undefined;
    // The header and the row that explains it come first.
    expect((people?.rows.length ?? 0) - 2).toBeGreaterThan(county.persons.length * 0.8);
    const distances = read.ok ? read.value.sheets.find(({ name }) => name === "学校距离") : undefined;
    const { length } = county.schools;
    expect((distances?.rows.length ?? 0) - 2).toBe((length * (length - 1)) / 2);
    expect((await call("init", "other.xlsx", "--instance", "county.json")).code).toBe(2);
  });
});
