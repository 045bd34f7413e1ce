import type { Checked } from "@lungang/core";
import type { Book, SheetData } from "../workbook/book.ts";
import { readCsv, unescapeFormula } from "../workbook/csv.ts";
import type { ReadOptions } from "../workbook/read-xlsx.ts";
import { readXlsxBook } from "../workbook/read-xlsx.ts";
import { COUNTY_SHEETS } from "../sheets/sheets.ts";
import { findHeaderRow } from "./header.ts";

/**
 * A file in memory.
 *
 * @public
 */
export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Where a county comes from: the bytes of a workbook, or files in memory.
 *
 * @public
 */
export type CountySource = Uint8Array | readonly NamedFile[];

/** Reads the sheets of a workbook, or CSV files; `unread` names files beside them that were not loaded. */
export async function readBook(
  source: CountySource,
  { unread = [], ...options }: ReadOptions & { readonly unread?: readonly string[] },
): Promise<Checked<Book>> {
  const book = source instanceof Uint8Array ? await readXlsxBook(source, options) : await readFiles(source, options);
  return book.ok && unread.length > 0 ? { ...book, value: { ...book.value, unread } } : book;
}

/** Returns whether the name of a file is that of a sheet as CSV. */
export function isCountyFile(name: string): boolean {
  return isCsv(name) && COUNTY_SHEETS.named(stem(name)) !== undefined;
}

function isCsv(name: string): boolean {
  return /\.(csv|tsv|txt)$/i.test(name);
}

function stem(name: string): string {
  return name.replace(/\.[^.]*$/, "");
}

async function readFiles(files: readonly NamedFile[], options: ReadOptions): Promise<Checked<Book>> {
  const [only, second] = files;
  if (only !== undefined && second === undefined && !isCsv(only.name)) {
    return readXlsxBook(only.bytes, { ...options, file: options.file ?? only.name });
  }
  const read = files.map(({ name, bytes }) => readCsvSheet(name, bytes));
  const issues = read.flatMap((sheet) => (sheet.ok ? sheet.warnings : sheet.issues));
  const sheets = read.flatMap((sheet) => (sheet.ok ? [sheet.value] : []));
  return read.every((sheet) => sheet.ok)
    ? { ok: true, value: { sheets, date1904: false }, warnings: issues }
    : { ok: false, issues };
}

function readCsvSheet(name: string, bytes: Uint8Array): Checked<SheetData> {
  const spec = COUNTY_SHEETS.named(stem(name));
  const accepts = (rows: SheetData["rows"]) =>
    spec === undefined ||
    findHeaderRow(spec, rows) !== undefined ||
    findHeaderRow(spec, transposed(rows)) !== undefined;
  const sheet = readCsv(bytes, { file: name, accepts });
  if (!sheet.ok) return sheet;
  const rows = sheet.value.rows.map((row) =>
    row.map((cell) => (typeof cell === "string" ? unescapeFormula(cell) : cell)),
  );
  return { ...sheet, value: { ...sheet.value, rows } };
}

/** Facts about the county stand in rows, so their names are in the first column. */
function transposed(rows: SheetData["rows"]): SheetData["rows"] {
  return [rows.map((row) => row[0] ?? null)];
}
