import type { Checked, Issue, SourceLocation } from "@lungang/core";
import type { Book, SheetData } from "./book.ts";
import { fileIssue } from "./file-issues.ts";
import { parseArchive } from "./parse-archive.js";
import { preflight } from "./preflight.ts";

/** A sheet as the parser hands it over: plain data that can cross to another thread. @internal */
export type ParsedSheet = Omit<SheetData, "file" | "hiddenRows" | "lines"> & { readonly hiddenRows: readonly number[] };

/** What a parser makes of an archive. @internal */
export type ParseAnswer =
  { readonly ok: true; readonly sheets: readonly ParsedSheet[]; readonly date1904: boolean } | { readonly ok: false };

/** Parses a clean archive; an issue says why that was stopped. @internal */
export type ParseArchive = (archive: Uint8Array, place: SourceLocation) => Promise<ParseAnswer | Issue>;

/**
 * How a workbook is read.
 *
 * @public
 */
export interface ReadOptions {
  /** Name of the file in messages. */
  readonly file?: string;
  /** Where parsing runs. @defaultValue in the thread of the caller @internal */
  readonly parse?: ParseArchive;
}

/**
 * Reads an .xlsx workbook into rows of typed cells.
 *
 * The bytes pass a preflight first, which bounds the work. Parsing runs in the thread of the caller; on Node the entry
 * `@lungang/tabular/node` runs it in a worker with a limit on memory.
 *
 * @public
 */
export async function readXlsxBook(bytes: Uint8Array, options: ReadOptions = {}): Promise<Checked<Book>> {
  const place: SourceLocation = options.file === undefined ? {} : { file: options.file };
  const archive = await preflight(bytes, place);
  if (!(archive instanceof Uint8Array)) return { ok: false, issues: archive };
  const { parse = parseArchive } = options;
  const answer = await parse(archive, place);
  if ("code" in answer) return { ok: false, issues: [answer] };
  if (!answer.ok) return { ok: false, issues: [fileIssue("damaged-workbook", place)] };
  const sheets = answer.sheets.map((sheet) => ({ ...sheet, ...place, hiddenRows: new Set(sheet.hiddenRows) }));
  return { ok: true, value: { sheets, date1904: answer.date1904 }, warnings: [] };
}
