import type { Checked, Issue } from "@lungang/core";
import { checked } from "@lungang/core";
import { CellIndex } from "../appointment/cell-index.ts";
import { IssueLog, errorAt, presentIssues } from "../county/issues.ts";
import type { RowRecord } from "../county/rows.ts";
import { readRows } from "../county/rows.ts";
import type { CountySource } from "../county/source.ts";
import { readBook } from "../county/source.ts";
import { findTable, placeOfBook } from "../county/table.ts";
import { PROCEDURE_SHEETS } from "../sheets/procedure-sheets.ts";
import type { SheetSpec } from "../sheets/spec.ts";
import type { Book } from "../workbook/book.ts";
import type { ReadOptions } from "../workbook/read-xlsx.ts";
import type { ProcedureRows, ProcedureSheetName } from "./procedure-rows.ts";

/**
 * The rows of a procedure as a workbook says them; `locate` puts an issue about a row (`objections`, number, field) to its
 * cell.
 *
 * @public
 */
export interface ProcedureBook {
  readonly rows: ProcedureRows;
  readonly locate: (issue: Issue) => Issue;
}

/**
 * Reads the workbook of a procedure, as written or as filled in by hand.
 *
 * @public
 */
export async function readProcedureBook(
  source: CountySource,
  options: ReadOptions = {},
): Promise<Checked<ProcedureBook>> {
  const book = await readBook(source, options);
  if (!book.ok) return { ok: false, issues: presentIssues(book.issues) };
  const log = new IssueLog();
  const cells = new CellIndex();
  const rowsOf = (key: ProcedureSheetName) => {
    const spec = PROCEDURE_SHEETS.specs.find((one) => one.key === key) as SheetSpec;
    return recordsOf(book.value, spec, log)
      .filter(({ bad }) => bad.size === 0)
      .map((record, at) => {
        cells.setRow([key, at], record);
        return record.value;
      });
  };
  const rows = {
    progress: rowsOf("progress"),
    published: rowsOf("published"),
    objections: rowsOf("objections"),
    assessments: rowsOf("assessments"),
  } as unknown as ProcedureRows;
  return checked({ rows, locate: (issue: Issue) => cells.locate(issue) }, presentIssues(log.all()));
}

function recordsOf(book: Book, spec: SheetSpec, log: IssueLog): readonly RowRecord[] {
  const sheet = book.sheets.find(({ name }) => PROCEDURE_SHEETS.named(name) === spec);
  if (sheet === undefined) {
    if (spec.required) log.add(missingSheet(book, spec));
    return [];
  }
  const table = findTable(spec, sheet, log);
  const same = (text: string) => text;
  const references = { school: same, group: same, person: same };
  return table === undefined ? [] : readRows(table, { log, date1904: book.date1904, references });
}

function missingSheet(book: Book, spec: SheetSpec): Issue {
  return errorAt(placeOfBook(book), "missing-sheet", {
    message: { zh: `缺少“${spec.zh}”表`, en: `The sheet "${spec.en ?? spec.key}" is missing` },
    received: book.sheets.map(({ name }) => name).join("、"),
    expected: { zh: spec.zh, en: spec.en ?? spec.key },
    advice: {
      zh: "请使用 lungang procedure publish 写出的程序记录工作簿",
      en: "Use the workbook that lungang procedure publish writes",
    },
  });
}
