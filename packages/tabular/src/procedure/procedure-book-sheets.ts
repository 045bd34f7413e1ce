import type { Language } from "../values/codec.ts";
import { PROCEDURE_SHEETS } from "../sheets/procedure-sheets.ts";
import type { SheetSpec } from "../sheets/spec.ts";
import type { OutSheet, OutValue } from "../workbook/out-sheet.ts";
import { outColumn } from "../writing/out-columns.ts";
import type { ProcedureRows, ProcedureSheetName } from "./procedure-rows.ts";

/** Rows below the last one that are ready to be filled in. */
const FREE_ROWS = 200;

/**
 * Returns the sheets of a procedure, ready to be filled in; `readProcedureBook` reads them back.
 *
 * @public
 */
export function procedureSheets(rows: ProcedureRows, language: Language): readonly OutSheet[] {
  return PROCEDURE_SHEETS.specs.map((spec) => sheetOf(spec, rows[spec.key as ProcedureSheetName], language));
}

function sheetOf(spec: SheetSpec, records: readonly object[], language: Language): OutSheet {
  const rows = records.map((record, at) =>
    spec.columns.map(({ key, codec }): OutValue => {
      if (key === "number") return at + 1;
      const value: unknown = (record as Readonly<Record<string, unknown>>)[key];
      return value === undefined ? null : codec.write(value, language);
    }),
  );
  return {
    name: language === "zh" ? spec.zh : (spec.en ?? spec.key),
    columns: spec.columns.map((column) => {
      const plain = outColumn(column, { commented: column.note !== "" });
      return language === "zh" ? plain : { ...plain, header: column.en ?? column.key };
    }),
    rows,
    always: true,
    freezeColumns: 1,
    formattedRows: rows.length + FREE_ROWS,
  };
}
