import { writeWorkbook } from "@lungang/tabular";
import { expect } from "vitest";
import type { AppointmentList, Applications, ApplicationsPolicy, DecidedAppointment } from "../src/index.ts";
import { openApplications } from "../src/index.ts";

type Cell = string | number | null;

/** Sheets of a workbook of applications as rows of cells, the header first. */
export type Sheets = Readonly<Record<string, readonly (readonly Cell[])[]>>;

/** V3 with one more empty post: P and Q would change places, R stands before Q at the post of P. */
export const SWAP_OR_ENVY: Sheets = {
  参数: [
    ["项目", "内容"],
    ["名称", "某某县2026年教师岗位竞聘"],
    ["聘任规则", "延迟接受"],
  ],
  岗位: [
    ["岗位编号", "学校", "学科", "岗位数", "交流保留数", "停招数", "停招原因"],
    ["A", "甲校", "语文", 1, null, null, null],
    ["B", "乙校", "语文", 1, null, null, null],
    ["C", "丙校", "语文", 3, 1, 1, "生源减少"],
  ],
  人员: [
    ["人员编号", "姓名", "原岗位编号", "积分"],
    ["P", "彭一", "A", 100],
    ["Q", "秦二", "B", 60],
    ["R", "任三", "C", 80],
    ["U", "尤四", null, 10],
  ],
  报名志愿: [
    ["人员编号", "第一志愿"],
    ["P", "B"],
    ["Q", "A"],
    ["R", "A"],
    ["U", "A"],
  ],
};

export const ROUND_HEADER = ["轮次", "次序", "岗位范围", "参加人员", "人员类别", "志愿", "定岗"];

/** V5: one vacancy in the township of L, who has fewer points than M from another one. */
export const STAGED: Sheets = {
  参数: [
    ["项目", "内容"],
    ["聘任规则", "延迟接受"],
  ],
  岗位: [
    ["岗位编号", "学校", "乡镇", "学科", "岗位数"],
    ["A", "甲校", "城关镇", "语文", 1],
    ["B", "乙校", "河口镇", "语文", 1],
    ["F", "丙校", "城关镇", "语文", 1],
  ],
  人员: [
    ["人员编号", "姓名", "原岗位编号", "积分"],
    ["L", "李一", "A", 10],
    ["M", "马二", "B", 90],
  ],
  报名志愿: [
    ["人员编号", "第一志愿"],
    ["L", "F"],
    ["M", "F"],
  ],
  轮次: [
    ROUND_HEADER,
    // The order is what the column says, not that of the rows.
    ["跨乡镇竞聘", 2, "跨乡镇", null, null, null, null],
    ["本乡镇竞聘", 1, "本乡镇", null, null, null, null],
  ],
};

/** Returns sheets with some cells written over, or rows added, by sheet and the place of the row. */
export function changed(
  sheets: Sheets,
  changes: Readonly<Record<string, Readonly<Record<number, readonly Cell[]>>>>,
): Sheets {
  const copy: Record<string, (readonly Cell[])[]> = Object.fromEntries(
    Object.entries(sheets).map(([name, rows]) => [name, [...rows]]),
  );
  for (const [name, rows] of Object.entries(changes)) {
    const sheet = (copy[name] ??= []);
    for (const [at, row] of Object.entries(rows)) sheet[Number(at)] = row;
  }
  return copy;
}

/** Returns the bytes of a workbook. */
export function workbookOf(sheets: Sheets): Promise<Uint8Array> {
  return writeWorkbook(
    Object.entries(sheets).map(([name, [header = [], ...rows]]) => ({
      name,
      columns: header.map((cell, at) => ({
        header: String(cell),
        type: rows.some((row) => typeof row[at] === "number") ? ("number" as const) : ("text" as const),
      })),
      rows,
    })),
  );
}

const FILE = "竞聘.xlsx";

const readSheets = async (sheets: Sheets, options: ApplicationsPolicy) =>
  openApplications({ workbook: await workbookOf(sheets), file: FILE }, options);

/** Opens the workbook of sheets. */
export async function opened(sheets: Sheets, options: ApplicationsPolicy = {}): Promise<Applications> {
  const read = await readSheets(sheets, options);
  if (!read.ok) throw new Error(JSON.stringify(read.issues, null, 1));
  return read.value;
}

/** Code and cell of everything that is wrong with the workbook of sheets; each with what to do. */
export async function problems(sheets: Sheets, options: ApplicationsPolicy = {}): Promise<readonly string[]> {
  const read = await readSheets(sheets, options);
  const issues = read.ok ? read.warnings : read.issues;
  for (const issue of issues) {
    expect(issue.place?.file).toBe(FILE);
    expect(issue.advice).toBeDefined();
  }
  return issues.map(({ code, place }) => `${code} ${place?.sheet}!${place?.cell}`);
}

/** Who gets which post. */
export const ends = ({ lines }: DecidedAppointment) =>
  Object.fromEntries(lines.map(({ person, post: at }) => [person, at]));

/** A list that somebody wrote, without rounds. */
export const listOf = (lines: Readonly<Record<string, string | null>>): AppointmentList => ({
  lines: Object.entries(lines).map(([person, at]) => ({ person, post: at })),
  steps: undefined,
  locate: (issue) => issue,
});
