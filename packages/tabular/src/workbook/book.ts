/**
 * What a cell holds after reading: a date is the text `YYYY-MM-DD`, a time of day behind it, with the mark {@link MARKS.date}.
 *
 * @public
 */
export type CellValue = string | number | boolean | null;

/** Bits that say more about a cell than its value does. */
export const MARKS = { date: 1, formula: 2, error: 4, tooLong: 8 } as const;

/** Rectangle of merged cells, counted from 0, ends included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/**
 * One sheet of a workbook or one CSV file as rows of typed cells.
 *
 * @public
 */
export interface SheetData {
  readonly name: string;
  /** File that the sheet stands in, for messages. */
  readonly file?: string;
  readonly hidden: boolean;
  /** Shapes: rows from the first of the sheet on; a row may be shorter than others. */
  readonly rows: readonly (readonly CellValue[])[];
  /** Bits of {@link MARKS} by {@link cellKey}. */
  readonly marks: ReadonlyMap<number, number>;
  readonly hiddenRows: ReadonlySet<number>;
  readonly merges: readonly Merge[];
  /** Line of the text file at which each row starts, counted from 1. */
  readonly lines?: readonly number[];
}

/**
 * All sheets of a workbook, or all files of a folder.
 *
 * @public
 */
export interface Book {
  readonly sheets: readonly SheetData[];
  /** Whether unformatted serial numbers count from 1904. */
  readonly date1904: boolean;
  /** Names of files beside those read. */
  readonly unread?: readonly string[];
}

const KEY_STRIDE = 16_384;

/** Returns the key of a cell in {@link SheetData.marks}. */
export function cellKey(row: number, column: number): number {
  return row * KEY_STRIDE + column;
}

/** Letters that number columns. */
export const LETTERS = 26;

/** Row and column of a cell, counted from 0. */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

/** Returns the letters of a column counted from 0: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / LETTERS)) {
    letters = String.fromCharCode(65 + ((rest - 1) % LETTERS)) + letters;
  }
  return letters;
}

/** Returns the A1 address of a cell counted from 0. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** Returns the position of an A1 address, or undefined if it is none. */
export function parseAddress(address: string): CellPosition | undefined {
  const match = /^([A-Z]{1,3})([1-9]\d{0,6})$/i.exec(address);
  if (match === null) return undefined;
  const letters = (match[1] ?? "").toUpperCase();
  const column = Array.from(letters).reduce((sum, letter) => sum * LETTERS + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(match[2]) - 1, column };
}
