import { expect, test } from "vitest";
import type { Report } from "./report.ts";
import { reportSheets } from "./sheets.ts";

const said = (words: string) => ({ zh: words, en: words });

test.each([
  ["internal", ["注：说明", "注：缺少数据，未列入：公示工作日数"]],
  ["public", ["注：说明"]],
] as const)("what data lack is a note for the bureau: %s", (audience, notes) => {
  const table = { id: "t", title: said("表"), columns: [], rows: [] };
  const report: Report = {
    id: "R13",
    title: said("名单"),
    sources: [],
    audience,
    tables: [table],
    notes: [said("说明")],
    missing: [said("公示工作日数")],
  };
  expect(reportSheets([report])[0]?.notes).toEqual(notes);
});

test("sheets are named by what they are about, without numbers of reports, and no two alike", () => {
  const table = (title: string) => ({ id: title, title: said(title), columns: [], rows: [] });
  const report = (id: string, title: string, ...tables: readonly string[]): Report => ({
    id,
    title: said(title),
    sources: [],
    audience: "public",
    tables: tables.map(table),
    notes: [],
    missing: [],
  });
  const long = "很".repeat(40);
  const sheets = reportSheets([
    report("R2", "交流比例完成情况", "规定/完成", "不纳入人数"),
    report("R8", "交流形式结构", "交流形式结构"),
    report("R14", "名册", "Exempt", "不纳入人数"),
    report("R15", "名册", "EXEMPT", long, long),
  ]);
  expect(sheets.map(({ name }) => name)).toEqual([
    "规定 完成",
    "不纳入人数",
    "交流形式结构",
    "Exempt",
    "不纳入人数（2）",
    "EXEMPT（2）",
    "很".repeat(31),
    `${"很".repeat(28)}（2）`,
  ]);
  for (const { name, heading, about } of sheets) expect(`${name}${heading}${about}`).not.toMatch(/R\d/u);
});

test("what explains a table stands below it, what is said of the report below the last one that has rows", () => {
  const table = (id: string, rows: number, notes: readonly string[]) => ({
    id,
    title: said(id),
    columns: [],
    rows: Array.from({ length: rows }, () => []),
    notes: notes.map(said),
  });
  const tables = [table("甲", 1, ["按学生数加权"]), table("乙", 1, []), table("丙", 0, [])];
  const report = { id: "R21", title: said("均衡"), sources: [], notes: [said("公开版本")], missing: [] };
  const sheets = reportSheets([{ ...report, tables, audience: "public" }]);
  expect(sheets.map(({ name, notes }) => [name, notes])).toEqual([
    ["甲", ["注：按学生数加权"]],
    ["乙", ["注：公开版本"]],
    ["丙", []],
  ]);
});

test("a report without a table is a sheet without rows, which a list of contents can name", () => {
  const empty = { id: "R15", title: said("落聘人员"), sources: [], tables: [], notes: [], missing: [said("记录")] };
  expect(reportSheets([{ ...empty, audience: "internal" }])).toMatchObject([
    { name: "落聘人员", columns: [], rows: [], notes: ["注：缺少数据，未列入：记录"] },
  ]);
});

test("what is too long to print is hidden behind the other sheets, and its report keeps its notes", () => {
  const table = (id: string) => ({ id, title: said(id), columns: [], rows: [] });
  const report = (id: string, ...tables: Report["tables"]): Report => {
    return { id, title: said(id), sources: [], audience: "internal", tables, notes: [said("说明")], missing: [] };
  };
  const sheets = reportSheets([
    report("R19", table("合计"), table("重点"), { ...table("全部"), unprinted: true }),
    report("R21", table("指标")),
  ]);
  expect(sheets.map(({ name, hidden = false, notes }) => [name, hidden, notes.length])).toEqual([
    ["合计", false, 0],
    ["重点", false, 1],
    ["指标", false, 1],
    ["全部", true, 0],
  ]);
});
