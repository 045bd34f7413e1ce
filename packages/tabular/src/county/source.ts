import { readFile, readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Checked, Issue } from "@lungang/core";
import type { Book, SheetData } from "../workbook/book.ts";
import { readCsv, unescapeFormula } from "../workbook/csv.ts";
import { fileIssue } from "../workbook/file-issues.ts";
import { MAX_FILE_BYTES } from "../workbook/preflight.ts";
import type { ReadLimits } from "../workbook/read-xlsx.ts";
import { readXlsxBook } from "../workbook/read-xlsx.ts";
import { specOfSheet } from "../sheets/sheets.ts";
import { findHeaderRow } from "./table.ts";

/** A file in memory. */
export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Where a county comes from: a workbook, a folder of CSV files, their path, or files in memory. */
export type CountySource = string | Uint8Array | readonly NamedFile[];

/** Reads the sheets of a workbook, or the CSV files of a folder. */
export async function readBook(source: CountySource, limits: ReadLimits): Promise<Checked<Book>> {
  if (source instanceof Uint8Array) return readXlsxBook(source, limits);
  if (typeof source !== "string") return readFiles(source, limits);
  const file = limits.file ?? basename(source);
  try {
    const found = await stat(source);
    if (found.isDirectory()) return readFiles(await loadFolder(source), limits);
    if (found.size > MAX_FILE_BYTES) return failed(fileIssue("file-too-large", { file }));
    return await readFiles([{ name: file, bytes: await readFile(source) }], limits);
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
    return failed(fileIssue(missing ? "file-not-found" : "file-unreadable", { file }));
  }
}

function failed(...issues: readonly Issue[]): Checked<Book> {
  return { ok: false, issues };
}

async function loadFolder(folder: string): Promise<readonly NamedFile[]> {
  const names = (await readdir(folder)).filter((name) => isCsv(name) && specOfSheet(stem(name)) !== undefined).sort();
  return Promise.all(
    names.map(async (name) => {
      const { size } = await stat(join(folder, name));
      // A file that is too large is refused later by its length; its contents are not needed for that.
      const bytes = size > MAX_FILE_BYTES ? new Uint8Array(MAX_FILE_BYTES + 1) : await readFile(join(folder, name));
      return { name, bytes };
    }),
  );
}

function isCsv(name: string): boolean {
  return /\.(csv|tsv|txt)$/i.test(name);
}

function stem(name: string): string {
  return name.replace(/\.[^.]*$/, "");
}

async function readFiles(files: readonly NamedFile[], limits: ReadLimits): Promise<Checked<Book>> {
  const [only, second] = files;
  if (only !== undefined && second === undefined && !isCsv(only.name)) {
    return readXlsxBook(only.bytes, { ...limits, file: only.name });
  }
  const read = files.map(({ name, bytes }) => readCsvSheet(name, bytes));
  const issues = read.flatMap((sheet) => (sheet.ok ? sheet.warnings : sheet.issues));
  const sheets = read.flatMap((sheet) => (sheet.ok ? [sheet.value] : []));
  return read.every((sheet) => sheet.ok)
    ? { ok: true, value: { sheets, date1904: false }, warnings: issues }
    : { ok: false, issues };
}

function readCsvSheet(name: string, bytes: Uint8Array): Checked<SheetData> {
  const spec = specOfSheet(stem(name));
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
