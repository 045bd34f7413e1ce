import type { Cell, CellStyle, ColumnDef, DataValidation, WriteSheet } from "hucre/xlsx";
import { writeXlsx } from "hucre/xlsx";
import { columnLetters } from "./book.ts";

/**
 * What a column holds; text is always written as a string cell and never as a formula.
 *
 * @public
 */
export type OutColumnType = "text" | "integer" | "number" | "date" | "percent";

/**
 * A column that is written: header, width, type, choices.
 *
 * @public
 */
export interface OutColumn {
  readonly header: string;
  /** Width in characters; estimated from the header by default. */
  readonly width?: number;
  /** @defaultValue "text" */
  readonly type?: OutColumnType;
  /** Comment on the header cell. */
  readonly comment?: string;
  /** Words offered as a drop-down list. */
  readonly choices?: readonly string[];
  /** Marks the header of a column that has to be filled in. */
  readonly required?: boolean;
}

/**
 * A date is the text `YYYY-MM-DD` in a column of type date.
 *
 * @public
 */
export type OutValue = string | number | boolean | null | undefined;

/**
 * A sheet as data.
 *
 * @public
 */
export interface OutSheet {
  readonly name: string;
  readonly columns: readonly OutColumn[];
  readonly rows: readonly (readonly OutValue[])[];
  /** Lines above the header. */
  readonly title?: readonly string[];
  /** Rows right below the header that explain it, in small type. */
  readonly explanations?: readonly (readonly string[])[];
  /** Number of leading rows that are examples, in grey. */
  readonly exampleRows?: number;
  /** Columns frozen at the left; the header is always frozen. */
  readonly freezeColumns?: number;
  /** Lines below the rows. */
  readonly notes?: readonly string[];
  /** Rows below the header that are formatted and validated; the rows given by default. */
  readonly formattedRows?: number;
  /** Drop-down lists of single cells, by row below the header. */
  readonly rowChoices?: readonly {
    readonly row: number;
    readonly column: number;
    readonly choices: readonly string[];
  }[];
}

/**
 * What a workbook says about itself.
 *
 * @public
 */
export interface WriteOptions {
  readonly title?: string;
  /** What the file is about, for programs that read it back: kept by whoever edits the workbook. */
  readonly stamp?: string;
}

const FORMATS: Readonly<Record<OutColumnType, string>> = {
  text: "@",
  integer: "0",
  number: "0.##########",
  date: "yyyy-mm-dd",
  percent: "0.00%",
};

const FONT = { name: "等线", size: 11 } as const;
const BORDER = { style: "thin", color: { rgb: "BFBFBF" } } as const;
const STYLES = {
  title: { font: { ...FONT, size: 14, bold: true } },
  header: {
    font: { ...FONT, bold: true, color: { rgb: "FFFFFF" } },
    fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "2F5597" } },
    alignment: { horizontal: "center", vertical: "center", wrapText: true },
    border: { right: BORDER },
  },
  required: {
    font: { ...FONT, bold: true, color: { rgb: "FFFFFF" } },
    fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "C55A11" } },
    alignment: { horizontal: "center", vertical: "center", wrapText: true },
    border: { right: BORDER },
  },
  explanation: {
    font: { ...FONT, size: 9, color: { rgb: "595959" } },
    fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "F2F2F2" } },
    alignment: { vertical: "top", wrapText: true },
    border: { right: BORDER, bottom: BORDER },
  },
  note: { font: { ...FONT, size: 10, color: { rgb: "595959" } } },
} as const satisfies Readonly<Record<string, CellStyle>>;
const EXAMPLE_FONT = { ...FONT, italic: true, color: { rgb: "7F7F7F" } };
const LEAST_WIDTH = 10;
const MAX_FROZEN_TITLE = 3;
const MAX_PRINTED_COLUMNS = 20;
/** Inches. */
const MARGINS = { top: 0.6, bottom: 0.6, left: 0.4, right: 0.4, header: 0.3, footer: 0.3 } as const;
/** Heights are in points. */
const HEADER_HEIGHT = 32;
const EXPLANATION_HEIGHT = 75;
const TITLE_HEIGHT = 24;
const LINE_HEIGHT = 16;
/** A text of more lines is cut on paper and stays whole in its cell. */
const MAX_LINES = 12;

/**
 * Returns the bytes of an .xlsx workbook; sheets and cells are data, and text never becomes a formula.
 *
 * @public
 */
export async function writeWorkbook(sheets: readonly OutSheet[], options: WriteOptions = {}): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(toSheet),
    properties: {
      ...MADE,
      ...(options.title === undefined ? {} : { title: options.title }),
      ...(options.stamp === undefined ? {} : { custom: { [STAMP]: options.stamp } }),
    },
    defaultFont: FONT,
  });
}

/** Name of the property that holds the stamp of a workbook. */
export const STAMP = "Lungang";

/** The clock would make two equal runs differ: every workbook says the first day that zip archives know. */
export const MADE = { creator: "Lungang", created: new Date("1980-01-01"), modified: new Date("1980-01-01") } as const;

function toSheet(sheet: OutSheet): WriteSheet {
  const { columns, title = [], explanations = [], notes = [] } = sheet;
  const headerRow = title.length;
  const firstRow = headerRow + 1 + explanations.length;
  const rows = [
    ...title.map((line) => [escapeText(line)]),
    columns.map((column) => escapeText(column.header)),
    ...explanations.map((line) => [...line]),
    ...sheet.rows.map((row) => columns.map((column, index) => toCell(row[index], column))),
    ...(notes.length > 0 ? [[], ...notes.map((line) => [escapeText(line)])] : []),
  ];
  const lastRow = firstRow + Math.max(sheet.formattedRows ?? 0, sheet.rows.length);
  const rowDefs = new Map([[headerRow, { height: HEADER_HEIGHT }]]);
  if (headerRow > 0) rowDefs.set(0, { height: TITLE_HEIGHT });
  explanations.forEach((_line, index) => rowDefs.set(headerRow + 1 + index, { height: EXPLANATION_HEIGHT }));
  sheet.rows.forEach((row, index) => {
    const lines = Math.max(1, ...columns.map((column, at) => linesOf(row[at], column)));
    if (lines > 1) rowDefs.set(firstRow + index, { height: lines * LINE_HEIGHT });
  });
  return {
    name: sheet.name,
    rows,
    columns: columns.map((column, index) =>
      toColumn(
        column,
        sheet.rows.map((row) => row[index]),
      ),
    ),
    cells: styledCells(sheet, { headerRow, firstRow, notesFrom: rows.length - notes.length }),
    rowDefs,
    // Many lines above the header would fill the window if they were frozen.
    ...(headerRow > MAX_FROZEN_TITLE ? {} : { freezePane: freezeOf(sheet, headerRow + 1) }),
    pageSetup: {
      paperSize: "a4",
      orientation: "landscape",
      showGridLines: true,
      horizontalCentered: true,
      margins: MARGINS,
      printTitlesRow: `$${headerRow + 1}:$${headerRow + 1}`,
      ...(columns.length <= MAX_PRINTED_COLUMNS ? { fitToPage: true, fitToWidth: 1, fitToHeight: 0 } : {}),
    },
    headerFooter: { oddFooter: "&C&A  &P/&N" },
    dataValidations: [
      ...columns.flatMap((column, index) => validation(column, index, [firstRow, lastRow])),
      ...(sheet.rowChoices ?? []).flatMap(({ row, column, choices }) => {
        const at = firstRow + row;
        return validation({ header: columns[column]?.header ?? "", choices }, column, [at, at]);
      }),
    ],
  };
}

function freezeOf({ freezeColumns }: OutSheet, rows: number): NonNullable<WriteSheet["freezePane"]> {
  return freezeColumns === undefined ? { rows } : { rows, columns: freezeColumns };
}

function toCell(value: OutValue, column: OutColumn): string | number | boolean | Date | null {
  if (value === undefined || value === null) return null;
  if (column.type === "date" && typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value)) {
    return new Date(`${value}T00:00:00Z`);
  }
  return typeof value === "string" ? escapeText(value) : value;
}

// oxlint-disable-next-line no-control-regex -- exactly those that XML cannot hold or would change
const UNSAFE = /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)/gu;

/** Writes what XML cannot hold as `_xHHHH_`, and text that looks like such an escape so that it stays itself. */
export function escapeText(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .replace(UNSAFE, (char) => `_x${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}_`);
}

function widthOf({ width, header }: OutColumn): number {
  return width ?? Math.max(LEAST_WIDTH, displayWidth(header) + 3);
}

function toColumn(column: OutColumn, values: readonly OutValue[]): ColumnDef {
  const style = { font: FONT, numFmt: FORMATS[column.type ?? "text"], alignment: alignmentOf(column, values) };
  return { width: widthOf(column), style };
}

/** Returns how many lines a text takes in its column; programs differ in growing rows by themselves. */
function linesOf(value: OutValue, column: OutColumn): number {
  if (typeof value !== "string" || (column.type ?? "text") !== "text") return 1;
  const room = Math.max(2, widthOf(column) - 1);
  const lines = value.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / room)), 0);
  return Math.min(MAX_LINES, lines);
}

/** Dates stand in the middle, numbers at a distance from the next column, and only texts that need it are wrapped. */
function alignmentOf(column: OutColumn, values: readonly OutValue[]): NonNullable<CellStyle["alignment"]> {
  const { type = "text" } = column;
  if (type === "date") return { vertical: "center", horizontal: "center" };
  if (type !== "text") return { vertical: "center", horizontal: "right", indent: 1 };
  return { vertical: "center", ...(values.some((value) => linesOf(value, column) > 1) ? { wrapText: true } : {}) };
}

/** Returns the width of a text in halves of a Chinese character. */
function displayWidth(text: string): number {
  return Array.from(text).reduce((sum, char) => sum + ((char.codePointAt(0) ?? 0) > 0xff ? 2 : 1), 0);
}

interface Layout {
  readonly headerRow: number;
  readonly firstRow: number;
  readonly notesFrom: number;
}

function styledCells(sheet: OutSheet, layout: Layout): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  const { columns, title = [], explanations = [], notes = [] } = sheet;
  title.forEach((_line, index) => cells.set(`${index},0`, { style: index === 0 ? STYLES.title : STYLES.note }));
  columns.forEach((column, index) => {
    const style = column.required === true ? STYLES.required : STYLES.header;
    const comment = column.comment === undefined ? {} : { comment: { author: "Lungang", text: column.comment } };
    cells.set(`${layout.headerRow},${index}`, { style, ...comment });
    explanations.forEach((_line, at) =>
      cells.set(`${layout.headerRow + 1 + at},${index}`, { style: STYLES.explanation }),
    );
    for (let row = 0; row < (sheet.exampleRows ?? 0); row++) {
      const numFmt = FORMATS[column.type ?? "text"];
      cells.set(`${layout.firstRow + row},${index}`, { style: { font: EXAMPLE_FONT, numFmt } });
    }
  });
  notes.forEach((_line, index) => cells.set(`${layout.notesFrom + index},0`, { style: STYLES.note }));
  return cells;
}

function validation(column: OutColumn, index: number, rows: readonly [number, number]): DataValidation[] {
  if (column.choices === undefined) return [];
  const letters = columnLetters(index);
  return [
    {
      type: "list",
      values: [...column.choices],
      range: `${letters}${rows[0] + 1}:${letters}${rows[1] + 1}`,
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: "stop",
      errorTitle: column.header,
      errorMessage: `请从下拉列表中选择：${column.choices.join("、")}`.slice(0, 220),
    },
  ];
}
