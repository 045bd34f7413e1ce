import type { DataValidation } from "hucre/xlsx";
import { columnLetters } from "./book.ts";
import type { OutColumn, OutSheet } from "./out-sheet.ts";

/** Characters of a list that stands in its cell. */
const MAX_LIST = 255;
/** Spreadsheets take 225 characters. */
const MAX_MESSAGE = 220;

/** Returns the drop-down lists of the cells of a sheet, whose data begin at a row. */
export function dropDowns(sheet: OutSheet, firstRow: number): DataValidation[] {
  const { columns, rowChoices = [] } = sheet;
  const lastRow = firstRow + Math.max(sheet.formattedRows ?? 0, sheet.rows.length);
  return [
    ...columns.flatMap((column, index) => validation(column, index, [firstRow, lastRow])),
    ...rowChoices.flatMap(({ row, column, ...offered }) => {
      const at = firstRow + row;
      return validation({ header: columns[column]?.header ?? "", ...offered }, column, [at, at]);
    }),
  ];
}

function validation(column: OutColumn, index: number, rows: readonly [number, number]): DataValidation[] {
  const { choices, choicesFrom, header, isOpen = false } = column;
  const offered = choicesFrom === undefined ? choices && { values: [...choices] } : { formula1: choicesFrom };
  if (offered === undefined) return [];
  // A spreadsheet finds a workbook damaged that has a longer one.
  if ("values" in offered && offered.values.join(",").length > MAX_LIST)
    throw new RangeError(`Cannot write a drop-down list of more than ${MAX_LIST} characters: ${header}`);
  const letters = columnLetters(index);
  const range = `${letters}${rows[0] + 1}:${letters}${rows[1] + 1}`;
  const list = { type: "list", ...offered, range, allowBlank: true } as const;
  if (isOpen) return [{ ...list, showErrorMessage: false }];
  const words = choices === undefined ? "" : `：${choices.join("、")}`;
  const errorMessage = `请从下拉列表中选择${words}`.slice(0, MAX_MESSAGE);
  return [{ ...list, showErrorMessage: true, errorStyle: "stop", errorTitle: header, errorMessage }];
}
