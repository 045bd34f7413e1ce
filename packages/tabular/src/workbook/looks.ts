import type { CellStyle, ColumnDef } from "hucre/xlsx";
import type { OutColumn, OutColumnType, OutValue } from "./out-sheet.ts";

export const FORMATS: Readonly<Record<OutColumnType, string>> = {
  text: "@",
  integer: "0",
  number: "General",
  date: "yyyy-mm-dd",
  month: "yyyy-mm",
  percent: "0.00%",
};

/** A whole number has no point, all others of a column have as many places as the one that needs most, two at most. */
export function formatOf(value: OutValue, type: OutColumnType = "text", places = placesOf(value)): string {
  if (type !== "number" || typeof value !== "number" || Number.isInteger(value)) return FORMATS[type];
  return ["0", "0.0", "0.00"][places] ?? "0.00";
}

/** Places behind the point that the numbers of a column need, two at most. */
export function placesIn(values: readonly OutValue[]): number {
  return Math.max(0, ...values.map(placesOf));
}

function placesOf(value: OutValue): number {
  if (typeof value !== "number") return 0;
  return (Math.round(value * 100) / 100).toString().split(".")[1]?.length ?? 0;
}

/** Font of workbooks that people fill in. */
export const FONT = { name: "等线", size: 11 } as const;
const BORDER = { style: "thin", color: { rgb: "BFBFBF" } } as const;
/** Looks of workbooks that people fill in. */
export const STYLES = {
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
const LEAST_WIDTH = 10;
/** A text of more lines is cut on paper and stays whole in its cell. */
const MAX_LINES = 12;

/** Width of a column in halves of a Chinese character. */
export function widthOf({ width, header }: OutColumn): number {
  return width ?? Math.max(LEAST_WIDTH, displayWidth(header) + 3);
}

/** Returns width and look of a column. */
export function toColumn(column: OutColumn, values: readonly OutValue[]): ColumnDef {
  const style = { font: FONT, numFmt: FORMATS[column.type ?? "text"], alignment: alignmentOf(column, values) };
  const folded = column.folded === true ? { hidden: true, outlineLevel: 1 } : {};
  return { width: widthOf(column), style, ...(column.hidden === true ? { hidden: true } : {}), ...folded };
}

/** Returns how many lines a text takes in its column; programs differ in growing rows by themselves. */
export function linesOf(value: OutValue, column: OutColumn): number {
  if (typeof value !== "string" || (column.type ?? "text") !== "text" || column.hidden === true) return 1;
  return linesIn(value, widthOf(column));
}

/** Returns how many lines a text takes in a width. */
export function linesIn(text: string, width: number): number {
  const room = Math.max(2, width - 1);
  const lines = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / room)), 0);
  return Math.min(MAX_LINES, lines);
}

/** Dates stand in the middle, numbers at a distance from the next column, and only texts that need it are wrapped. */
export function alignmentOf(column: OutColumn, values: readonly OutValue[]): NonNullable<CellStyle["alignment"]> {
  const { type = "text" } = column;
  if (type === "date" || type === "month") return { vertical: "center", horizontal: "center" };
  if (type !== "text") return { vertical: "center", horizontal: "right", indent: 1 };
  return { vertical: "center", ...(values.some((value) => linesOf(value, column) > 1) ? { wrapText: true } : {}) };
}

/** Returns the width of a text in halves of a Chinese character. */
function displayWidth(text: string): number {
  return Array.from(text).reduce((sum, char) => sum + ((char.codePointAt(0) ?? 0) > 0xff ? 2 : 1), 0);
}
