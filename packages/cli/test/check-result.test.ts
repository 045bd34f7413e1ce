import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { readXlsxBook, writeTemplate, writeWorkbook } from "@lungang/tabular";
import { describe, expect, it } from "vitest";
import { openTerminal } from "./terminal.ts";
import { facts, many, post, school, bookOf, teacher, writeBook } from "./tricky/workbook.ts";

/** What is wrong with a workbook is told once for all rows, and marked in a copy beside it. */

const terminal = openTerminal();
const { call, path } = terminal;
const POLICY = ["--policy", "detailed-measures"] as const;

const sheets = {
  基本信息: facts(2024),
  学校: [school("A", "甲小"), school("B", "乙小")],
  岗位: [post("A", 30), post("B", 5)],
  人员: [...many(25, (k) => teacher(`a${k}`, "A", { 性别: "火星" })), teacher("b", "B", { 到现校日期: undefined })],
};

async function bookAt(name: string) {
  const read = await readXlsxBook(await readFile(path(name)));
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value.sheets;
}

describe("check", () => {
  it("tells the same problem of 25 people once, with their rows", async () => {
    await mkdir(path("once"));
    await writeBook(terminal, "once/county.xlsx", sheets);
    const { code, err } = await call("check", "once/county.xlsx", ...POLICY);
    expect(code).toBe(2);
    expect(err.match(/不是可选的词/gu)).toHaveLength(1);
    expect(err).toContain("同类问题共 25 处：第 2-26 行");
    expect(err).toContain("火星");
    expect(err).toMatch(/25 个错误/u);
    expect(err).toContain(path("once/检查结果.xlsx"));
    const [list, ...copies] = await bookAt("once/检查结果.xlsx");
    expect(list?.rows).toHaveLength(3);
    expect(copies.map(({ name }) => name)).toEqual(["基本信息", "学校", "岗位", "人员"]);
  });

  it("writes anew what it wrote, also when all is well again, and keeps what somebody changed", async () => {
    await mkdir(path("again"));
    const before = await bookOf(sheets);
    await writeFile(path("again/county.xlsx"), before);
    await call("check", "again/county.xlsx", ...POLICY);
    await call("check", "again/county.xlsx", ...POLICY);
    expect((await readdir(path("again"))).sort()).toEqual([".lungang-record.json", "county.xlsx", "检查结果.xlsx"]);
    expect(await readFile(path("again/county.xlsx"))).toEqual(Buffer.from(before));
    const good = sheets.人员.map((row) => ({ ...row, 性别: "男", 到现校日期: "2010-09-01" }));
    await writeFile(path("again/good.xlsx"), await bookOf({ ...sheets, 人员: good }));
    expect((await call("check", "again/good.xlsx", ...POLICY)).code).toBe(0);
    expect((await bookAt("again/检查结果.xlsx"))[0]?.rows.filter(([severity]) => severity === "错误")).toEqual([]);
    await writeFile(path("again/检查结果.xlsx"), "notes of somebody");
    const { err } = await call("check", "again/county.xlsx", ...POLICY);
    expect(err).toContain(path("again/检查结果-2.xlsx"));
    expect(await readFile(path("again/检查结果.xlsx"), "utf8")).toBe("notes of somebody");
  });

  it("lists how everybody stands, with the figures that decide", async () => {
    await mkdir(path("standings"));
    const people = [
      teacher("due", "A", { 性别: "男" }),
      teacher("young", "A", { 性别: "男", 到现校日期: "2022-09-01" }),
      teacher("old", "B", { 性别: "男", 出生日期: "1970-05-05" }),
      teacher("sick", "B", { 性别: "女", 状态: "孕期" }),
    ];
    await writeBook(terminal, "standings/county.xlsx", { ...sheets, 人员: people });
    const { code } = await call("check", "standings/county.xlsx", ...POLICY, "--out", "standings/结果.xlsx");
    expect(code).toBe(0);
    const sheet = (await bookAt("standings/结果.xlsx")).find(({ name }) => name === "资格认定");
    expect(sheet?.rows.slice(1).map((row) => [row[0], row[3], row[4]])).toEqual([
      ["due", "符合条件", expect.stringContaining("同校任教满14年（规定满6年），44周岁（规定不超过50周岁）")],
      ["sick", "不纳入交流", expect.any(String)],
      // By school as the county lists them, then by id.
      ["young", "不符合交流条件", "同校任教满2年，未满规定的6年"],
      ["old", "不符合交流条件", "54周岁，超过规定的50周岁"],
    ]);
  });

  it("writes beside a folder of CSV files and never into it", async () => {
    await mkdir(path("beside/csv"), { recursive: true });
    await writeFile(path("beside/csv/人员.csv"), "人员编号,性别\nT1,甲\n");
    expect((await call("check", "beside/csv", ...POLICY)).code).toBe(2);
    expect(await readdir(path("beside/csv"))).toEqual(["人员.csv"]);
    expect(await readdir(path("beside"))).toContain("检查结果.xlsx");
  });

  it("writes nothing for who reads JSON, unless a file is named", async () => {
    await mkdir(path("json"));
    await writeBook(terminal, "json/county.xlsx", sheets);
    const { out } = await call("check", "json/county.xlsx", ...POLICY, "--json");
    expect(JSON.parse(out)).toHaveProperty("issues");
    expect(await readdir(path("json"))).toEqual(["county.xlsx"]);
    await call("check", "json/county.xlsx", ...POLICY, "--json", "--out", "json/marked.xlsx");
    expect(await readdir(path("json"))).toContain("marked.xlsx");
  });

  it("says where it cannot write, and answers all the same", async () => {
    await writeBook(terminal, "county.xlsx", sheets);
    const { code, err } = await call("check", "county.xlsx", ...POLICY, "--out", "/proc/marked.xlsx");
    expect(code).toBe(2);
    expect(err).toContain("文件没有写出");
  });
});

it("has nothing to say about the examples of the template", async () => {
  const template = await readXlsxBook(await writeTemplate());
  const given: Record<string, string | number> = {
    县代码: "530000",
    县名称: "某某县",
    方案年度: 2024,
    坐标系: "WGS-84",
  };
  const aliases: Record<string, string> = { "县（区）代码": "县代码", "县（区）名称": "县名称" };
  const filled = (template.ok ? template.value.sheets : []).map(({ name, rows }) => {
    const [header = [], ...rest] = rows;
    return {
      name,
      columns: header.map((title) => ({ header: String(title ?? "") })),
      rows: rest.map((row) => {
        const key = String(row[0] ?? "");
        const value = given[aliases[key] ?? key];
        return name === "基本信息" && value !== undefined ? [row[0] ?? null, value, ...row.slice(2)] : row;
      }),
    };
  });
  await writeFile(path("filled.xlsx"), await writeWorkbook(filled));
  const { err } = await call("check", "filled.xlsx", ...POLICY);
  expect(err).not.toContain("示例");
  // What is left to tell is that nobody has filled anything in yet.
  expect(err.match(/^(错误|提醒) .*/gmu)).toEqual([expect.stringContaining("尚未填写学校")]);
});
