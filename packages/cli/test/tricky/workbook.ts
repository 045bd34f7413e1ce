import { writeFile } from "node:fs/promises";
import type { Plan } from "@lungang/core/plan";
import { writeWorkbook } from "@lungang/tabular";
import type { Terminal } from "../terminal.ts";

/** Workbooks as a planner fills them in: Chinese headers, words and names, one row a fact. */

/** A row by its Chinese headers; what is left out is an empty cell. */
export type Row = Readonly<Record<string, string | number | undefined>>;

/** The sheets of a county by name. */
export type Sheets = Readonly<Record<string, readonly Row[]>>;

/** Returns the sheet of facts about the county. */
export function facts(planYear: number, more: Row = {}): readonly Row[] {
  const given = { 县代码: "530000", 县名称: "某某县", 方案年度: planYear, 坐标系: "WGS-84", ...more };
  return Object.entries(given).map(([name, value]) => ({ 项目: name, 内容: value }));
}

/** Returns a public primary school of the country; all of them lie 7.2 km by road from where the teachers live. */
export function school(id: string, name: string, more: Row = {}): Row {
  const at = { 纬度: 34.05, 经度: 109 };
  return { 学校编号: id, 学校名称: name, 学校类型: "小学", 区域类型: "乡村", 所属乡镇: "城关镇", ...at, ...more };
}

/** Returns a teaching post for some heads. */
export function post(school: string, heads: number, subject = "语文"): Row {
  return { 岗位编号: `${school}-${subject}`, 学校: school, 学段: "小学", 学科: subject, 需要人数: heads };
}

/** Returns a teacher of Chinese, born in 1980, at the school since 2010, of a title that counts. */
export function teacher(id: string, school: string, more: Row = {}): Row {
  return {
    人员编号: id,
    姓名: `师${id}`,
    性别: "男",
    出生日期: "1980-05-05",
    人事关系学校: school,
    人员类别: "专任教师",
    教师资格学段: "小学",
    任教学科: "语文(主)",
    职称: "一级教师",
    到现校日期: "2010-09-01",
    居住地纬度: 34,
    居住地经度: 109,
    ...more,
  };
}

/** Returns so many people, numbered from 1. */
export function many(count: number, make: (number: number) => Row): readonly Row[] {
  return Array.from({ length: count }, (_, index) => make(index + 1));
}

/** Returns the bytes of a workbook; columns are the headers of all rows in the order in which they first occur. */
export async function bookOf(sheets: Sheets): Promise<Uint8Array> {
  return writeWorkbook(
    Object.entries(sheets).map(([name, rows]) => {
      const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
      return {
        name,
        columns: headers.map((header) => ({ header })),
        rows: rows.map((row) => headers.map((header) => row[header] ?? null)),
      };
    }),
  );
}

/** Writes a workbook into the folder of a terminal and returns its name. */
export async function writeBook({ path }: Terminal, name: string, sheets: Sheets): Promise<string> {
  await writeFile(path(name), await bookOf(sheets));
  return name;
}

/** Returns how many go from where to where: `A→B: 3`. */
export function flows({ moves }: Pick<Plan, "moves">): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { from, to } of moves) {
    const key = `${from ?? ""}→${to}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}
