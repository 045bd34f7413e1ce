import type { DataNeeds, OwnColumn } from "@lungang/core/policy";
import type { OutSheet, OutValue } from "../workbook/out-sheet.ts";
import { writeWorkbook } from "../workbook/write-xlsx.ts";
import { outColumn } from "./out-columns.ts";
import type { Shown } from "./out-columns.ts";
import { templateLists } from "./template-lists.ts";
import { countySheet } from "../sheets/county-sheet.ts";
import { isOwn, withOwnColumns } from "../sheets/own-columns.ts";
import { SHEETS } from "../sheets/sheets.ts";
import { schoolSheet } from "../sheets/school-sheet.ts";
import type { Column, SheetSpec } from "../sheets/spec.ts";

/** Rows that get formats and drop-down lists, enough for a large county. */
const PREPARED_ROWS: Readonly<Record<string, number>> = { persons: 20_000, posts: 5_000 };
const PREPARED_BY_DEFAULT = 2_000;

/** How urgent a sheet is: to be filled in, to be filled in by whom it concerns, to be looked up. */
type Group = "required" | "asNeeded" | "reference";

const GROUPS: Readonly<Record<Group, { readonly word: string; readonly tab: string; readonly colour: string }>> = {
  required: { word: "必填", tab: "C55A11", colour: "橙色" },
  asNeeded: { word: "按需", tab: "2F5597", colour: "蓝色" },
  reference: { word: "参考", tab: "7F7F7F", colour: "灰色" },
};

const ORDER: readonly Group[] = ["required", "asNeeded", "reference"];

const INSTRUCTIONS: readonly string[] = [
  `一、工作表分三组，标签颜色不同：${ORDER.map((group) => `${GROUPS[group].word}（${GROUPS[group].colour}）`).join("、")}。必填的在前；按需的有内容才填；参考的不必填写，可以删除。`,
  "二、表头为橙色的列必填，蓝色的列有内容才填。所选政策用不到的列收在右侧分组里，点列标上方的“＋”展开，或选中两侧的列后取消隐藏。列的次序可以调整，不用的列可以整列删除。",
  "三、第 2 行（以“※”开头）是填写说明，读入时自动跳过；编号以“示例”开头的行是示例，读入时自动跳过，可以删除。",
  "四、有下拉列表的单元格请从列表中选择；学校列表来自“学校”表，请先填“学校”表，中间不留空行。一格填多个内容时用“、”隔开，如：语文(主)、音乐(兼)。",
  "五、日期写成 2018-09-01；只有年月时写 2018-09，开始日期按当月 1 日、截止日期按当月最后一日计算。",
  "六、编号列已设为文本格式。粘贴数据时请选“只粘贴文本（数值）”，以免身份证号、工号丢失数字。",
  "七、学校可以填编号，也可以填与“学校”表完全一致的名称；同名学校必须填编号。",
  "八、计算路程需要经纬度、居住乡镇或“里程”表（公里），有一种即可。不清楚的内容请留空，不要填 0。经纬度须在“基本信息”中注明坐标系，不同坐标系相差约 500 米。",
  "九、不要合并数据行的单元格，不要隐藏行；公式请粘贴为数值。",
  "十、状态（孕期、病假、处分等）和出生日期只用于内部计算，不会出现在公开的名册中。",
  "",
  "填好后运行：lungang check 本文件.xlsx，会一次列出全部问题及其所在的单元格。",
];

/** What a policy says of a template. */
interface TemplateOptions {
  /** Sheets from `decisionSheets`, where the policy is known. @defaultValue none */
  readonly decisions?: readonly OutSheet[];
  /** Columns that the policy declares. @defaultValue none */
  readonly own?: readonly OwnColumn[];
  /** What the policy reads of the data: columns that it does not read are folded away. @defaultValue every column is shown */
  readonly needs?: DataNeeds;
}

/**
 * Returns a workbook for a personnel officer to fill in: instructions, one sheet a topic, examples, drop-down lists. Sheets to
 * be filled in come first, and the header of a column that nothing stands for when it is empty is orange.
 *
 * @public
 */
export async function writeTemplate({ decisions = [], own = [], needs }: TemplateOptions = {}): Promise<Uint8Array> {
  const specs = SHEETS.map((spec) => arranged(withOwnColumns(spec, own), needs));
  const schools = {
    sheet: schoolSheet.zh,
    column: specs.find(({ key }) => key === "schools")?.columns.findIndex(({ key }) => key === "name") ?? 1,
    rows: [FIRST_ROW, FIRST_ROW + PREPARED_BY_DEFAULT],
  } as const;
  const lists = templateLists({ specs, decisions }, schools);
  const known = specs.map((spec): Grouped => ({
    group: groupOf(spec, needs),
    purpose: PURPOSES[spec.key] ?? "",
    sheet: templateSheet(spec, { needs, listOf: lists.listOf }),
  }));
  const decided = decisions.map((sheet, at): Grouped => ({
    group: at === 0 ? "required" : "asNeeded",
    purpose: sheet.about ?? "",
    sheet: lists.withLists(sheet),
  }));
  const listed: Grouped = { group: "reference", purpose: "下拉列表的内容，不必填写", sheet: lists.sheet };
  const sheets = [...known, ...decided, listed];
  const inOrder = ORDER.flatMap((group) => sheets.filter((each) => each.group === group));
  const coloured = inOrder.map(({ group, sheet }): OutSheet => ({ ...sheet, tab: GROUPS[group].tab }));
  return writeWorkbook([instructionSheet(inOrder), ...coloured], { title: "教师交流轮岗数据模板" });
}

/** The row below the header and its explanation, counted from 1. */
const FIRST_ROW = 3;

interface Grouped {
  readonly group: Group;
  readonly purpose: string;
  readonly sheet: OutSheet;
}

function groupOf({ key, required, columns }: SheetSpec, needs: DataNeeds | undefined): Group {
  const need = needs?.get(key);
  if (required || need === "needed") return "required";
  if (needs === undefined || need === "read") return "asNeeded";
  // Groups are named in the columns of schools; the sheet gives them leaders and longer names.
  return key === "groups" && columns.length > 0 ? "asNeeded" : "reference";
}

/** Sheets of which a policy reads some columns and others not; the rest are read line by line. */
const BY_COLUMN: readonly string[] = ["persons", "schools"];

/** Puts what is not asked for behind what is: a single group of columns opens all of it. */
function arranged(spec: SheetSpec, needs: DataNeeds | undefined): SheetSpec {
  const isBehind = (column: Column) => isFolded(spec, column, needs);
  const { columns } = spec;
  return { ...spec, columns: [...columns.filter((each) => !isBehind(each)), ...columns.filter(isBehind)] };
}

function isFolded({ key }: SheetSpec, column: Column, needs: DataNeeds | undefined): boolean {
  if (column.isSpare === true) return true;
  if (needs === undefined || !BY_COLUMN.includes(key) || column.required === true || isOwn(column)) return false;
  return !needs.has(`${key}.${column.key}`);
}

function isNeeded({ key }: SheetSpec, column: Column, needs: DataNeeds | undefined): boolean {
  return column.required === true || needs?.get(`${key}.${column.key}`) === "needed";
}

function instructionSheet(sheets: readonly Grouped[]): OutSheet {
  return {
    name: "说明",
    tab: GROUPS.reference.tab,
    title: ["教师校长交流轮岗数据模板", ...INSTRUCTIONS],
    columns: [
      { header: "工作表", width: 14 },
      { header: "分组", width: 12 },
      { header: "内容", width: 70 },
    ],
    rows: sheets.map(({ group, purpose, sheet }) => [sheet.name, GROUPS[group].word, purpose]),
  };
}

const PURPOSES: Readonly<Partial<Record<SheetSpec["key"], string>>> = {
  county: "县（区）名称、方案年度、坐标系",
  schools: "每校一行：类型、所属乡镇片区、学生、编制、岗位职数、坐标",
  posts: "每个岗位一行：学校、学段、学科、需要人数；某校某类岗位一个也不填时，按现有人数计算",
  persons: "每人一行：性别、出生日期、所在学校、学科、职称、到校日期、志愿等",
  groups: "乡镇、片区、联合体、集团、结对的名称；不填时以“学校”表中的名称为准",
  offices: "每人每次任职一行，用于计算校级干部、中层干部的任职年限",
  exchanges: "每人每次交流一行，已结束的、正在进行的和人事关系已随迁而期限未满的都填",
  statuses: "每人每种情形一行；简单的可直接填在“人员”表的“状态”列",
  evaluations: "每人每年一行",
  examRanks: "每人每次监测一行",
  travel: "从居住地到学校的道路里程；不填时按直线距离乘以道路系数",
};

interface Asked extends Pick<Shown, "listOf"> {
  readonly needs: DataNeeds | undefined;
}

function templateSheet(spec: SheetSpec, { needs, listOf }: Asked): OutSheet {
  if (spec.key === "county") return countyTemplate();
  const prepared = PREPARED_ROWS[spec.key] ?? PREPARED_BY_DEFAULT;
  const sheet = exampleSheet(spec, { rows: exampleRows(spec), examples: true, prepared, listOf });
  const columns = sheet.columns.map((column, at) => {
    const asked = spec.columns[at] as Column;
    const folded = isFolded(spec, asked, needs) ? { folded: true } : {};
    return { ...column, required: isNeeded(spec, asked, needs), ...folded };
  });
  return { ...sheet, columns };
}

/** What a sheet of a template begins with. */
interface FirstRows {
  readonly rows: readonly (readonly OutValue[])[];
  /** Whether they are examples and no data. */
  readonly examples: boolean;
  /** Rows that get formats and drop-down lists. */
  readonly prepared: number;
  /** Where lists stand that columns offer. @defaultValue nowhere */
  readonly listOf?: Shown["listOf"];
}

/** Returns a sheet to fill in: headers with comments, what to write, first rows, drop-down lists. */
export function exampleSheet(spec: SheetSpec, { rows, examples, prepared, listOf }: FirstRows): OutSheet {
  return {
    name: spec.zh,
    columns: spec.columns.map((column) => outColumn(column, { commented: true, ...(listOf && { listOf }) })),
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
