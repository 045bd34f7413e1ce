import type { Text } from "@lungang/core";
import type { CellInput, Notice, Problem, References } from "../values/codec.ts";
import { isProblem } from "../values/codec.ts";
import { foldText } from "../values/text.ts";
import type { SheetData } from "../workbook/book.ts";
import { MARKS, cellKey } from "../workbook/book.ts";
import type { IssueLog } from "./issues.ts";
import { errorAt, shortText, warningAt } from "./issues.ts";
import type { Column } from "../sheets/spec.ts";
import type { Table } from "./table.ts";
import { cellText, dataRows, placeIn } from "./table.ts";

/** What reading cells needs besides the cells. */
export interface ReadContext {
  readonly log: IssueLog;
  readonly references: References;
  readonly date1904: boolean;
}

/** Attributes read from one row, nested as in the instance. */
export interface RowRecord {
  readonly table: Table;
  readonly row: number;
  readonly value: Record<string, unknown>;
  /** Keys of columns whose cell could not be read. */
  readonly bad: ReadonlySet<string>;
}

/** A cell with its column. */
export interface CellAt {
  readonly sheet: SheetData;
  readonly row: number;
  readonly index: number;
  readonly column: Column;
}

/** Reads all data rows of a table; every cell that cannot be read is an issue. */
export function readRows(table: Table, context: ReadContext): readonly RowRecord[] {
  const columns = table.spec.columns.flatMap((column) => {
    const index = table.columns.get(column.key);
    return index === undefined ? [] : [{ column, index }];
  });
  const width = Math.max(0, ...table.columns.values()) + 1;
  return dataRows(table, context.log).map((row) => {
    reportOverhang(table, row, { context, width });
    const value: Record<string, unknown> = {};
    const bad = new Set<string>();
    for (const { column, index } of columns) {
      const read = readCell({ sheet: table.sheet, row, index, column }, context);
      if (read === BAD) bad.add(column.key);
      else if (read !== undefined) setPath(value, column.key, read);
    }
    return { table, row, value, bad };
  });
}

/** Says that a row of a text file has more fields than the header; a comma in a field does that. */
function reportOverhang(table: Table, row: number, { context, width }: { context: ReadContext; width: number }): void {
  const { sheet, headerRow } = table;
  if (sheet.lines === undefined) return;
  const headerWidth = Math.max(width, sheet.rows[headerRow]?.length ?? 0);
  const extra = (sheet.rows[row] ?? []).findIndex((cell, index) => index >= headerWidth && cellText(cell) !== "");
  if (extra < 0) return;
  context.log.add(
    errorAt(placeIn(sheet, row, extra), "too-many-fields", {
      message: { zh: "该行的列数多于表头", en: "The line has more fields than the header" },
      advice: { zh: "含有逗号的内容请加双引号", en: "Put fields that contain commas in double quotes" },
    }),
  );
}

/** Stands for a cell that could not be read and has been reported. */
export const BAD = Symbol("bad cell");

const EMPTY_WORDS = new Set(["/", "-", "—", "——", "\\", "无", "n/a"]);

/** Reads one cell; undefined if it is empty, {@link BAD} if it has been reported. */
export function readCell(at: CellAt, context: ReadContext): unknown {
  const { sheet, row, index, column } = at;
  const marks = sheet.marks.get(cellKey(row, index)) ?? 0;
  const marked = marks === 0 ? undefined : markedProblem(at, marks, context);
  const read = marked ?? readValue(at, (marks & MARKS.date) !== 0, context);
  if (isProblem(read)) return reportProblem(at, read, context);
  return read === undefined && column.required === true ? reportProblem(at, MISSING, context) : read;
}

function readValue({ sheet, row, index, column }: CellAt, isDate: boolean, context: ReadContext): unknown {
  const value = sheet.rows[row]?.[index] ?? null;
  if (value === null) return undefined;
  const text = cellText(value);
  if (text === "") return undefined;
  const notice = (found: Notice) => countNotice(found, { sheet, row, index, column }, context);
  const { references, date1904 } = context;
  const input: CellInput = { value, isDate, date1904, references, notice };
  const read = column.codec.read(input);
  const meansNothing = isProblem(read) && column.required !== true && EMPTY_WORDS.has(foldText(text));
  return meansNothing ? undefined : read;
}

const MISSING: Problem = {
  problem: "missing-value",
  message: { zh: "必填项为空", en: "A required cell is empty" },
  advice: { zh: "请填写", en: "Fill it in" },
};
const ERROR_CELL: Problem = {
  problem: "error-cell",
  message: { zh: "单元格是公式错误值", en: "The cell holds a formula error" },
  advice: { zh: "请改正公式，或填入数值", en: "Correct the formula or enter the value" },
};
const TOO_LONG: Problem = {
  problem: "text-too-long",
  message: { zh: "单元格内容过长", en: "The cell holds too much text" },
};
const NO_RESULT: Problem = {
  problem: "formula-without-value",
  message: { zh: "公式没有保存计算结果", en: "The formula was saved without a result" },
  advice: {
    zh: "请用 Excel 或 WPS 打开并保存，或改为数值",
    en: "Open and save the file in Excel or WPS, or enter the value",
  },
};

function markedProblem(at: CellAt, marks: number, context: ReadContext): Problem | undefined {
  const { sheet, row, index } = at;
  if ((marks & MARKS.error) !== 0) return ERROR_CELL;
  if ((marks & MARKS.tooLong) !== 0) return TOO_LONG;
  if ((marks & MARKS.formula) === 0) return undefined;
  if ((sheet.rows[row]?.[index] ?? null) === null) return NO_RESULT;
  context.log.count(`formula/${sheet.file ?? ""}/${sheet.name}`, (count) =>
    warningAt(placeIn(sheet, row, index), "formula-cells", {
      message: {
        zh: `${count} 个单元格是公式，读入的是上次计算的结果`,
        en: `${count} cells are formulas; their last results were read`,
      },
      advice: { zh: "请粘贴为数值", en: "Paste them as values" },
    }),
  );
  return undefined;
}

function reportProblem(at: CellAt, problem: Problem, context: ReadContext): typeof BAD {
  const { sheet, row, index, column } = at;
  const { zh, en } = problem.message;
  const value = sheet.rows[row]?.[index];
  const shown = column.sensitive !== true && value !== null && value !== undefined;
  context.log.add(
    errorAt(placeIn(sheet, row, index), problem.problem, {
      message: { zh: `“${column.zh}”${zh}`, en: `${en}: column "${column.key}"` },
      expected: shortExpected(column),
      ...(problem.advice === undefined ? {} : { advice: problem.advice }),
      ...(shown ? { received: shortText(value) } : {}),
    }),
  );
  return BAD;
}

const MAX_EXPECTED = 300;

function shortExpected(column: Column): string {
  return column.codec.expected.slice(0, MAX_EXPECTED);
}

const NOTICES: Readonly<Record<Notice, Text>> = {
  "width-normalised": {
    zh: "个单元格的全角字符已按半角处理",
    en: "cells: full-width characters were read as ordinary ones",
  },
  "number-as-text": {
    zh: "个单元格的数字以文本保存，已按数字读入",
    en: "cells: numbers stored as text were read as numbers",
  },
  "month-only": {
    zh: "个日期只有年月，已补为月初或月末",
    en: "dates without a day were completed to the first or last day",
  },
  "serial-date": { zh: "个日期是未设格式的序列数，已换算为日期", en: "unformatted serial numbers were read as dates" },
  "number-in-id": {
    zh: "个编号以数字保存，前导的 0 可能已丢失",
    en: "ids stored as numbers; leading zeros may be lost",
  },
};

function countNotice(notice: Notice, at: CellAt, context: ReadContext): void {
  const { sheet, row, index, column } = at;
  // Numbers of a text file are texts anyway.
  if (notice === "number-as-text" && sheet.lines !== undefined) return;
  context.log.count(`${notice}/${sheet.file ?? ""}/${sheet.name}/${column.key}`, (count) =>
    warningAt(placeIn(sheet, row, index), notice, {
      message: {
        zh: `“${column.zh}”列有 ${count} ${NOTICES[notice].zh}`,
        en: `${count} ${NOTICES[notice].en}, column "${column.key}"`,
      },
    }),
  );
}

/** Sets a nested value: `quota.minOut` goes into the object `quota`. */
export function setPath(target: Record<string, unknown>, key: string, value: unknown): void {
  const at = key.indexOf(".");
  if (at < 0) {
    target[key] = value;
    return;
  }
  const head = key.slice(0, at);
  const inner = (target[head] ?? {}) as Record<string, unknown>;
  target[head] = inner;
  setPath(inner, key.slice(at + 1), value);
}

/** Returns a nested value; undefined where the way ends early. */
export function getPath(source: unknown, key: string): unknown {
  return key.split(".").reduce<unknown>((value, part) => {
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[part] : undefined;
  }, source);
}
