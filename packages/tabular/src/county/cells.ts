import type { Issue, Text } from "@lungang/core";
import type { CellInput, Notice, Problem, References } from "../values/codec.ts";
import { isProblem } from "../values/codec.ts";
import { foldText } from "../values/text.ts";
import type { SheetData } from "../workbook/book.ts";
import { MARKS, cellKey } from "../workbook/book.ts";
import { cellText } from "./header.ts";
import type { IssueLog } from "./issues.ts";
import { errorAt, shortText, warningAt } from "./issues.ts";
import { countNotice } from "./notices.ts";
import type { Column } from "../sheets/spec.ts";
import { placeIn } from "./table.ts";

/** What reading cells needs besides the cells. */
export interface ReadContext {
  readonly log: IssueLog;
  readonly references: References;
  readonly date1904: boolean;
}

/** A cell with its column. */
export interface CellAt {
  readonly sheet: SheetData;
  readonly row: number;
  readonly index: number;
  readonly column: Column;
}

/** Stands for a cell that could not be read and has been reported. */
export const BAD = Symbol("bad cell");

const EMPTY_WORDS = new Set(["/", "-", "—", "——", "\\", "无", "n/a"]);

/** Reads one cell; undefined if it is empty, {@link BAD} if it has been reported. */
export function readCell(at: CellAt, context: ReadContext): unknown {
  const read = valueOf(at, context);
  if (!isProblem(read)) return read;
  context.log.add(problemIssue(at, read));
  return BAD;
}

/** Returns the value of a cell, undefined if it is empty, or why it cannot be read. */
export function valueOf(at: CellAt, context: ReadContext): unknown {
  const { sheet, row, index, column } = at;
  const marks = sheet.marks.get(cellKey(row, index)) ?? 0;
  const marked = marks === 0 ? undefined : markedProblem(at, marks, context);
  const read = marked ?? readValue(at, (marks & MARKS.date) !== 0, context);
  return read === undefined && column.required === true ? MISSING : read;
}

function readValue({ sheet, row, index, column }: CellAt, isDate: boolean, context: ReadContext): unknown {
  const value = sheet.rows[row]?.[index] ?? null;
  if (value === null) return undefined;
  const text = cellText(value);
  if (text === "") return undefined;
  const notice = (found: Notice) => countNotice(found, { sheet, row, index, column }, context.log);
  const { references, date1904 } = context;
  const zerosMayBeLost = column.codec.type === "date" && losesZeros(sheet, index);
  const input: CellInput = { value, isDate, date1904, zerosMayBeLost, references, notice };
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
  advice: { zh: "请缩短内容；长说明请放在别处", en: "Shorten it" },
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

/** Returns the issue about a cell that cannot be read. */
export function problemIssue({ sheet, row, index, column }: CellAt, problem: Problem): Issue {
  const { zh, en } = problem.message;
  const value = sheet.rows[row]?.[index];
  const shown = column.sensitive !== true && value !== null && value !== undefined;
  return errorAt(placeIn(sheet, row, index), problem.problem, {
    message: { zh: `“${column.zh}”${zh}`, en: `${en}: column "${column.key}"` },
    expected: shortExpected(column),
    advice: problem.advice,
    ...(shown ? { received: shortText(value) } : {}),
  });
}

const MAX_EXPECTED = 300;

export function shortExpected({ codec: { expected } }: Column): Text {
  return { zh: expected.zh.slice(0, MAX_EXPECTED), en: expected.en.slice(0, MAX_EXPECTED) };
}

const LOSES_ZEROS = new WeakMap<SheetData, Map<number, boolean>>();
const KEEPS_TEN = /^\s*\d{4}[.．]10\s*$/u;

/** Returns whether a text file may have lost the zero of 2018.10: where one such month is whole, all of the column are. */
function losesZeros(sheet: SheetData, index: number): boolean {
  if (sheet.lines === undefined) return false;
  const known = LOSES_ZEROS.get(sheet) ?? new Map<number, boolean>();
  LOSES_ZEROS.set(sheet, known);
  const found = known.get(index) ?? !sheet.rows.some((row) => KEEPS_TEN.test(String(row[index] ?? "")));
  known.set(index, found);
  return found;
}
