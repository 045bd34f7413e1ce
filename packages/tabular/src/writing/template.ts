import type { OwnColumn } from "@lungang/core/policy";
import type { OutSheet, OutValue } from "../workbook/out-sheet.ts";
import { writeWorkbook } from "../workbook/write-xlsx.ts";
import { outColumn } from "./out-columns.ts";
import { countySheet } from "../sheets/county-sheet.ts";
import { withOwnColumns } from "../sheets/own-columns.ts";
import { SHEETS } from "../sheets/sheets.ts";
import type { Column, SheetSpec } from "../sheets/spec.ts";

/** Rows that get formats and drop-down lists, enough for a large county. */
const PREPARED_ROWS: Readonly<Record<string, number>> = { persons: 20_000, posts: 5_000 };
const PREPARED_BY_DEFAULT = 2_000;

const INSTRUCTIONS: readonly string[] = [
  "一、必填的表：基本信息、学校、人员。其余各表按需填写，不用的可以留空或删除。",
  "二、表头为橙色的列必填，蓝色的列可不填；不用的列可以整列删除，也可以调整列的次序。",
  "三、第 2 行（以“※”开头）是填写说明，读入时自动跳过；编号以“示例”开头的行是示例，读入时自动跳过，可以删除。",
  "四、有下拉列表的单元格请从列表中选择。一格填多个内容时用“、”隔开，如：语文(主)、音乐(兼)。",
  "五、日期写成 2018-09-01；只有年月时写 2018-09，开始日期按当月 1 日、截止日期按当月最后一日计算。",
  "六、编号列已设为文本格式。粘贴数据时请选“只粘贴文本（数值）”，以免身份证号、工号丢失数字。",
  "七、学校可以填编号，也可以填与“学校”表完全一致的名称；同名学校必须填编号。",
  "八、不清楚的内容请留空，不要填 0。经纬度须在“基本信息”中注明坐标系，不同坐标系相差约 500 米。",
  "九、不要合并数据行的单元格，不要隐藏行；公式请粘贴为数值。",
  "十、状态（孕期、病假、处分等）和出生日期只用于内部计算，不会出现在公开的名册中。",
  "",
  "填好后运行：lungang check 本文件.xlsx，会一次列出全部问题及其所在的单元格。",
];

/**
 * Returns a workbook for a personnel officer to fill in: instructions, one sheet a topic, examples, drop-down lists.
 *
 * @param decisions - from `decisionSheets`, where the policy is known; none by default
 * @param own - columns that the policy declares; none by default
 * @public
 */
export async function writeTemplate(
  decisions: readonly OutSheet[] = [],
  own: readonly OwnColumn[] = [],
): Promise<Uint8Array> {
  const known = SHEETS.map((spec) => templateSheet(withOwnColumns(spec, own)));
  const sheets = [instructionSheet(), ...known, ...decisions];
  return writeWorkbook(sheets, { title: "教师交流轮岗数据模板" });
}

function instructionSheet(): OutSheet {
  const sheets = SHEETS.map((spec): readonly OutValue[] => [spec.zh, spec.required ? "必填" : "选填", purposeOf(spec)]);
  return {
    name: "说明",
    title: ["教师校长交流轮岗数据模板", ...INSTRUCTIONS],
    columns: [
      { header: "工作表", width: 14 },
      { header: "是否必填", width: 12 },
      { header: "内容", width: 70 },
    ],
    rows: sheets,
  };
}

const PURPOSES: Readonly<Partial<Record<SheetSpec["key"], string>>> = {
  county: "县（区）名称、方案年度、坐标系",
  schools: "每校一行：类型、所属乡镇片区、学生、编制、岗位职数、坐标",
  posts: "每个岗位一行：学校、学段、学科、需要人数；某校某类岗位一个也不填时，按现有人数计算",
  persons: "每人一行：性别、出生日期、所在学校、学科、职称、到校日期、志愿等",
  groups: "乡镇、片区、联合体、集团、结对的名称；不填时以“学校”表中的名称为准",
  offices: "每人每次任职一行，用于计算校级干部、中层干部的任职年限",
  exchanges: "每人每次交流一行，已结束的和正在进行的都填",
  statuses: "每人每种情形一行；简单的可直接填在“人员”表的“状态”列",
  evaluations: "每人每年一行",
  examRanks: "每人每次监测一行",
  travel: "从居住地到学校的道路里程；不填时按直线距离乘以道路系数",
};

function purposeOf(spec: SheetSpec): string {
  return PURPOSES[spec.key] ?? "";
}

function templateSheet(spec: SheetSpec): OutSheet {
  if (spec === countySheet) return countyTemplate();
  const prepared = PREPARED_ROWS[spec.key] ?? PREPARED_BY_DEFAULT;
  return exampleSheet(spec, { rows: exampleRows(spec), examples: true, prepared });
}

/** What a sheet of a template begins with. */
interface FirstRows {
  readonly rows: readonly (readonly OutValue[])[];
  /** Whether they are examples and no data. */
  readonly examples: boolean;
  /** Rows that get formats and drop-down lists. */
  readonly prepared: number;
}

/** Returns a sheet to fill in: headers with comments, what to write, first rows, drop-down lists. */
export function exampleSheet(spec: SheetSpec, { rows, examples, prepared }: FirstRows): OutSheet {
  return {
    name: spec.zh,
    columns: spec.columns.map((column) => outColumn(column, { commented: true })),
    explanations: [spec.columns.map((column, index) => (index === 0 ? `※ ${column.note}` : column.note))],
    rows,
    ...(examples ? { exampleRows: rows.length } : {}),
    formattedRows: Math.max(prepared, rows.length),
    ...(spec.freezeColumns === undefined ? {} : { freezeColumns: spec.freezeColumns }),
  };
}

/** Returns the example rows of a sheet. */
export function exampleRows(spec: SheetSpec): readonly (readonly OutValue[])[] {
  const examples = Math.max(0, ...spec.columns.map((column) => column.examples?.length ?? 0));
  return Array.from({ length: examples }, (_, row) => spec.columns.map((column) => exampleOf(column, row)));
}

function exampleOf(column: Column, row: number): OutValue {
  const example = column.examples?.[row];
  return example === "" ? null : example;
}

function countyTemplate(): OutSheet {
  return {
    name: countySheet.zh,
    columns: [
      { header: "项目", width: 18 },
      { header: "内容", width: 24 },
      { header: "说明", width: 84 },
    ],
    rows: countySheet.columns.map((column) => [
      column.zh,
      null,
      `${column.required === true ? "必填。" : ""}${column.note}`,
    ]),
    notes: ["※ 只填“内容”一列"],
    freezeColumns: 1,
    rowChoices: [
      { row: countySheet.columns.findIndex(({ key }) => key === "datum"), column: 1, choices: DATUM_CHOICES },
    ],
  };
}

const DATUM_CHOICES = ["WGS-84", "GCJ-02", "BD-09", "CGCS2000"];
