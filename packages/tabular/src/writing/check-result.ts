import type { Issue, SourceLocation } from "@lungang/core";
import type { Cell, CellStyle, WriteSheet } from "hucre/xlsx";
import { writeXlsx } from "hucre/xlsx";
import { groupIssues } from "../county/issue-groups.ts";
import type { IssueGroup } from "../county/issue-groups.ts";
import { withIdColumn } from "../county/made-ids.ts";
import { personSheet } from "../sheets/person-sheet.ts";
import { COUNTY_SHEETS } from "../sheets/sheets.ts";
import type { CountySource } from "../county/source.ts";
import { readBook } from "../county/source.ts";
import type { Language } from "../values/codec.ts";
import type { SheetData } from "../workbook/book.ts";
import { parseAddress } from "../workbook/book.ts";
import type { ReadOptions } from "../workbook/read-xlsx.ts";
import { MADE, escapeText, writeWorkbook } from "../workbook/write-xlsx.ts";
import type { OutSheet } from "../workbook/out-sheet.ts";

/**
 * How the issues of a file are written into it.
 *
 * @public
 */
export interface CheckResultOptions extends ReadOptions {
  /** @defaultValue "zh" */
  readonly language?: Language;
  /** Further sheets, behind the list of problems. @defaultValue none */
  readonly sheets?: readonly OutSheet[];
}

/**
 * Returns a workbook for whoever corrects a county: the list of all problems, and the sheets as they were read with every
 * cell marked that a problem names, the sentence as its comment.
 *
 * It holds the data of the county and is for the office only. Where the source cannot be read it holds the list alone.
 *
 * @public
 */
export async function writeCheckResult(
  source: CountySource,
  issues: readonly Issue[],
  { language = "zh", sheets: more = [], ...options }: CheckResultOptions = {},
): Promise<Uint8Array> {
  const list = listSheet(groupIssues(issues), language);
  const book = await readBook(source, options);
  const sheets = book.ok ? book.value.sheets : [];
  if (sheets.length === 0) return writeWorkbook([list, ...more]);
  const date1904 = book.ok && book.value.date1904;
  const marked = sheets.map((sheet) => markedSheet(withIds(sheet, date1904), issues, language));
  return writeXlsx({
    sheets: [...[list, ...more].map(plainList), ...distinctNames(marked, [list, ...more])],
    properties: MADE,
    defaultFont: FONT,
  });
}

const FONT = { name: "等线", size: 11 } as const;

const HEADERS = {
  zh: { name: "检查结果", columns: ["程度", "文件", "工作表", "位置", "问题", "现为", "应为", "处理", "处数"] },
  en: {
    name: "Problems",
    columns: ["Severity", "File", "Sheet", "Place", "Problem", "Found", "Expected", "To do", "Count"],
  },
} as const;
const WIDTHS = [8, 16, 12, 10, 60, 20, 30, 44, 8];
const SEVERITIES = { zh: { error: "错误", warning: "提醒" }, en: { error: "Error", warning: "Warning" } } as const;

function listSheet(groups: readonly IssueGroup[], language: Language): OutSheet {
  const { name, columns } = HEADERS[language];
  return {
    name,
    columns: columns.map((header, at) => ({ header, width: WIDTHS[at] ?? 12 })),
    rows: groups.map(({ issue, message, count, received, expected }) => [
      SEVERITIES[language][issue.severity],
      issue.place?.file ?? "",
      issue.place?.sheet ?? "",
      placeText(issue.place),
      message[language],
      received ?? "",
      expected?.[language] ?? "",
      issue.advice?.[language] ?? "",
      count,
    ]),
  };
}

function placeText({ cell, line }: SourceLocation = {}): string {
  return cell ?? (line === undefined ? "" : String(line));
}

const HEADER_STYLE: CellStyle = { font: { ...FONT, bold: true } };
const MARKS: Readonly<Record<Issue["severity"], CellStyle>> = {
  error: { fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "F8CBAD" } } },
  warning: { fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "FFF2CC" } } },
};

function plainList({ name, columns, rows }: OutSheet): WriteSheet {
  const header = columns.map((column) => column.header);
  return {
    name,
    rows: [
      header,
      ...rows.map((row) => row.map((value) => (typeof value === "string" ? escapeText(value) : (value ?? null)))),
    ],
    columns: columns.map(({ width = 12 }) => ({
      width,
      style: { font: FONT, alignment: { vertical: "top", wrapText: true } },
    })),
    cells: new Map(header.map((_, at) => [`0,${at}`, { style: HEADER_STYLE }])),
    freezePane: { rows: 1 },
  };
}

/** Copies a sheet as text and numbers, dates as text, and marks the cells that issues name. */
function markedSheet(sheet: SheetData, issues: readonly Issue[], language: Language): WriteSheet {
  const marks = new Map<string, Issue[]>();
  for (const issue of issues) {
    const position = isAbout(issue.place, sheet) ? parseAddress(issue.place?.cell ?? "") : undefined;
    if (position === undefined) continue;
    const key = `${position.row},${position.column}`;
    const list = marks.get(key) ?? [];
    marks.set(key, list);
    list.push(issue);
  }
  const rows = sheet.rows.map((row) => row.map((value) => (typeof value === "string" ? escapeText(value) : value)));
  const cells = new Map([...marks].map(([key, list]) => [key, markOf(list, language)]));
  return { name: sheet.name, rows: padded(rows, cells), cells };
}

/** People who have no ids are handed back with those by which they are known. */
function withIds(sheet: SheetData, date1904: boolean): SheetData {
  const name = sheet.lines === undefined ? sheet.name : (sheet.file ?? "").replace(/\.[^.]*$/u, "");
  return COUNTY_SHEETS.named(name) === personSheet ? withIdColumn(personSheet, sheet, date1904) : sheet;
}

function markOf(issues: readonly Issue[], language: Language): Partial<Cell> {
  const worst = issues.some(({ severity }) => severity === "error") ? "error" : "warning";
  const text = issues.map((issue) => sentence(issue, language)).join("\n");
  return { style: MARKS[worst], comment: { author: "Lungang", text } };
}

function isAbout(place: SourceLocation | undefined, sheet: SheetData): boolean {
  if (place?.cell === undefined) return false;
  return sheet.lines === undefined ? place.sheet === sheet.name : place.file === sheet.file;
}

function sentence({ message, advice }: Issue, language: Language): string {
  return [message[language], ...(advice === undefined ? [] : [advice[language]])].join(language === "zh" ? "；" : ". ");
}

/** A marked cell may be empty and lie behind the last one of its row. */
function padded(rows: readonly (string | number | boolean | null)[][], cells: ReadonlyMap<string, unknown>) {
  const whole = rows.map((row) => [...row]);
  for (const key of cells.keys()) {
    const [row = 0, column = 0] = key.split(",").map(Number);
    while (whole.length <= row) whole.push([]);
    const line = whole[row] ?? [];
    while (line.length <= column) line.push(null);
  }
  return whole;
}

/** Sheets of one workbook have different names, of 31 characters at most. */
function distinctNames(
  sheets: readonly WriteSheet[],
  before: readonly { readonly name: string }[],
): readonly WriteSheet[] {
  const taken = new Set(before.map(({ name }) => name));
  return sheets.map((sheet) => {
    const base = sheet.name.replace(/[\\/?*[\]:]/gu, " ").slice(0, 27) || "?";
    let name = base;
    for (let count = 2; taken.has(name); count++) name = `${base} ${count}`;
    taken.add(name);
    return { ...sheet, name };
  });
}
