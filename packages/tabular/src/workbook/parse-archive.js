// @ts-check
/** What the spreadsheet library makes of a clean archive, in our shape. Plain JavaScript, so that a worker can load it. */
import { readXlsx } from "hucre/xlsx";

/** @import { Sheet } from "hucre/xlsx" */
/** @import { CellValue, Merge } from "./book.ts" */
/** @import { ParseAnswer, ParsedSheet } from "./read-xlsx.ts" */

const KEY_STRIDE = 16_384;
const DATE = 1;
const FORMULA = 2;
const ERROR = 4;
const TOO_LONG = 8;

/** The most that a cell of a workbook can hold; more is refused, or copies of it would fill the memory. */
const MAX_CELL_CHARS = 32_767;
const MAX_TOTAL_CHARS = 64 * 2 ** 20;

/**
 * Returns the bits that describe the value of a cell.
 * @param {unknown} value
 */
function bitsOf(value) {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? ERROR : DATE;
  return typeof value === "string" && value.length > MAX_CELL_CHARS ? TOO_LONG : 0;
}

/**
 * Returns the plain value of a cell.
 * @param {unknown} value
 * @param {number} bits
 * @returns {CellValue}
 */
function plainValue(value, bits) {
  if (value instanceof Date) return bits === ERROR ? null : dateText(value);
  if (typeof value === "string") return bits === TOO_LONG ? "" : value;
  return typeof value === "number" || typeof value === "boolean" ? value : null;
}

const MS_PER_SECOND = 1000;

/**
 * Returns a date as `YYYY-MM-DD`, with the time of day behind it where it has one.
 * @param {Date} value
 */
function dateText(value) {
  // Serial numbers are fractions of a day and miss whole seconds by a little.
  const seconds = new Date(Math.round(value.getTime() / MS_PER_SECOND) * MS_PER_SECOND);
  const [day = "", time = ""] = seconds.toISOString().slice(0, 19).split("T");
  return time === "00:00:00" ? day : `${day} ${time}`;
}

/**
 * Returns the length of a row without the empty cells at its end.
 * @param {readonly unknown[]} row
 */
function filledLength(row) {
  let length = row.length;
  while (length > 0 && (row[length - 1] ?? null) === null) length--;
  return length;
}

/**
 * Adds the bits of formulas and errors, which the library lists apart from the values.
 * @param {Sheet} sheet
 * @param {Map<number, number>} marks
 */
function markDetails(sheet, marks) {
  for (const [address, cell] of sheet.cells ?? []) {
    const bits = (cell.formula === undefined ? 0 : FORMULA) | (cell.type === "error" ? ERROR : 0);
    if (bits === 0) continue;
    const [row = 0, column = 0] = address.split(",").map(Number);
    const key = row * KEY_STRIDE + column;
    marks.set(key, (marks.get(key) ?? 0) | bits);
  }
}

/**
 * Returns how many characters the texts of a sheet have; the library lets cells share them, our copies do not.
 * @param {Sheet} sheet
 */
function charsOf(sheet) {
  let chars = 0;
  for (const row of sheet.rows) for (const value of row) if (typeof value === "string") chars += value.length;
  return chars;
}

/**
 * Turns a sheet of the library into ours.
 * @param {Sheet} sheet
 * @returns {ParsedSheet}
 */
function parsedSheet(sheet) {
  /** @type {Map<number, number>} */
  const marks = new Map();
  const rows = sheet.rows.map((cells, row) => {
    /** @type {CellValue[]} */
    const values = [];
    for (let column = 0, length = filledLength(cells); column < length; column++) {
      const bits = bitsOf(cells[column]);
      if (bits !== 0) marks.set(row * KEY_STRIDE + column, bits);
      values.push(plainValue(cells[column], bits));
    }
    return values;
  });
  markDetails(sheet, marks);
  const hiddenRows = [...(sheet.rowDefs ?? [])].filter(([, row]) => row.hidden === true).map(([index]) => index);
  /** @type {Merge[]} */
  const merges = (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
    top: startRow,
    left: startCol,
    bottom: endRow,
    right: endCol,
  }));
  return {
    name: sheet.name,
    hidden: sheet.hidden === true || sheet.veryHidden === true,
    rows,
    marks,
    hiddenRows,
    merges,
  };
}

/**
 * Parses a clean archive; anything that the library cannot make sense of is damage.
 * @param {Uint8Array} archive
 * @returns {Promise<ParseAnswer>}
 */
export async function parseArchive(archive) {
  try {
    const { sheets, dateSystem } = await readXlsx(archive);
    const chars = sheets.reduce((sum, sheet) => sum + charsOf(sheet), 0);
    if (chars > MAX_TOTAL_CHARS) return { ok: false };
    return { ok: true, sheets: sheets.map(parsedSheet), date1904: dateSystem === "1904" };
  } catch {
    return { ok: false };
  }
}
