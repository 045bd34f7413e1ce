import type { Checked, Issue } from "@lungang/core";
import { possibleReadings } from "@lungang/core";
import Papa from "papaparse";
import type { SheetData } from "./book.ts";
import { fileIssue } from "./file-issues.ts";
import { MAX_FILE_BYTES } from "./preflight.ts";
import { SHEET_LIMITS } from "./sheet-scan.ts";

export interface ReadCsvOptions {
  /** Name of the file in messages. */
  readonly file: string;
  /** Name of the sheet; the file name without its ending by default. */
  readonly sheet?: string;
  /** Tells whether rows make sense, so that the encoding is decided by known words; anything goes by default. */
  readonly accepts?: (rows: readonly (readonly string[])[]) => boolean;
}

/**
 * Reads a CSV file (comma, tab or semicolon; UTF-8 with or without mark, GB18030, UTF-16 with mark) as a sheet of texts.
 *
 * If no reading is accepted, one as UTF-8 or UTF-16 is returned, so that the caller can say what it misses.
 */
export function readCsv(bytes: Uint8Array, options: ReadCsvOptions): Checked<SheetData> {
  const place = { file: options.file };
  const failed = (issue: Issue): Checked<SheetData> => ({ ok: false, issues: [issue] });
  if (bytes.length === 0) return failed(fileIssue("file-empty", place));
  if (bytes.length > MAX_FILE_BYTES) return failed(fileIssue("file-too-large", place));
  const readings = possibleReadings(bytes);
  const [first] = readings;
  const { accepts = () => true } = options;
  const known = readings.find(({ text }) => accepts(preview(text)));
  // GB18030 reads almost anything, so without a word that is known it is a guess.
  const chosen = known ?? (first?.encoding === "gb18030" ? undefined : first);
  if (chosen === undefined) return failed(fileIssue("text-undecodable", place));
  return parseText(chosen.text, options);
}

const DIALECT = { delimitersToGuess: [",", "\t", ";"] };
const PREVIEW_ROWS = 30;

/** Reads the first rows only. */
function preview(text: string): readonly (readonly string[])[] {
  return Papa.parse<string[]>(text, { ...DIALECT, preview: PREVIEW_ROWS }).data;
}

function parseText(text: string, { file, sheet }: ReadCsvOptions): Checked<SheetData> {
  const rows: string[][] = [];
  const lines: number[] = [];
  const issues: Issue[] = [];
  const lineAt = lineCounter(text);
  let start = 0;
  Papa.parse<string[]>(text, {
    ...DIALECT,
    step: ({ data, errors, meta }, parser) => {
      const line = lineAt(start);
      start = meta.cursor;
      rows.push(data);
      lines.push(line);
      if (errors.some((error) => error.type === "Quotes")) issues.push(fileIssue("csv-malformed", { file, line }));
      const tooLarge = rows.length > SHEET_LIMITS.rows || data.length > SHEET_LIMITS.columns;
      if (tooLarge) issues.push(fileIssue("sheet-too-large", { file, line }));
      if (issues.length > 0) parser.abort();
    },
  });
  if (issues.length > 0) return { ok: false, issues };
  const name = sheet ?? file.replace(/^.*[/\\]/, "").replace(/\.[^.]*$/, "");
  const empty = { hidden: false, marks: new Map(), hiddenRows: new Set<number>(), merges: [] };
  return { ok: true, value: { name, file, rows, lines, ...empty }, warnings: [] };
}

/** Returns a function that gives the line of a position, for positions in rising order. */
function lineCounter(text: string): (position: number) => number {
  let line = 1;
  let counted = 0;
  return (position) => {
    for (let at = text.indexOf("\n", counted); at >= 0 && at < position; at = text.indexOf("\n", counted)) {
      line++;
      counted = at + 1;
    }
    return line;
  };
}

const FORMULA_START = /^[=+\-@\t\r\n\0＝＋－＠]/u;

/**
 * Returns CSV text with a byte order mark; text that a spreadsheet would run as a formula gets an apostrophe in front.
 *
 * @public
 */
export function writeCsv(rows: readonly (readonly (string | number | boolean | null)[])[]): string {
  const safe = rows.map((row) => row.map((value) => (typeof value === "string" ? escapeFormula(value) : value)));
  return `\uFEFF${Papa.unparse(safe, { newline: "\r\n" })}\r\n`;
}

/** Puts an apostrophe before text that begins like a formula, or like text so escaped. */
export function escapeFormula(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}

/** Takes the apostrophe off again. */
export function unescapeFormula(text: string): string {
  return text.startsWith("'") && FORMULA_START.test(text.slice(1)) ? text.slice(1) : text;
}
