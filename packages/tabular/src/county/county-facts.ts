import type { SheetData } from "../workbook/book.ts";
import { errorAt } from "./issues.ts";
import type { ReadContext } from "./cells.ts";
import { BAD, readCell } from "./cells.ts";
import { setPath } from "./nested.ts";
import { readRows } from "./rows.ts";
import { countySheet } from "../sheets/county-sheet.ts";
import { cellText, columnKeyOf, findHeaderRow } from "./header.ts";
import { findTable, placeIn } from "./table.ts";

/** Facts about the county with the cell of each. */
export interface CountyFacts {
  readonly value: Record<string, unknown>;
  readonly bad: ReadonlySet<string>;
  readonly cells: ReadonlyMap<string, { readonly row: number; readonly column: number }>;
  readonly sheet: SheetData;
}

/** Reads the facts about the county: one a row (name, value), or one row below a header. */
export function readCountyFacts(sheet: SheetData, context: ReadContext): CountyFacts | undefined {
  return findHeaderRow(countySheet, sheet.rows) === undefined
    ? readVertical(sheet, context)
    : readHorizontal(sheet, context);
}

function readHorizontal(sheet: SheetData, context: ReadContext): CountyFacts | undefined {
  const table = findTable(countySheet, sheet, context.log);
  const [record] = table === undefined ? [] : readRows(table, context);
  if (table === undefined || record === undefined) return undefined;
  const cells = new Map([...table.columns].map(([key, column]) => [key, { row: record.row, column }]));
  return { value: record.value, bad: record.bad, cells, sheet };
}

function readVertical(sheet: SheetData, context: ReadContext): CountyFacts {
  const value: Record<string, unknown> = {};
  const bad = new Set<string>();
  const cells = new Map<string, { readonly row: number; readonly column: number }>();
  sheet.rows.forEach((row, index) => {
    const label = row.findIndex((cell) => cellText(cell) !== "");
    const key = columnKeyOf(countySheet, cellText(row[label]));
    const column = countySheet.columns.find((entry) => entry.key === key);
    if (column === undefined || cells.has(column.key)) return;
    cells.set(column.key, { row: index, column: label + 1 });
    const read = readCell({ sheet, row: index, index: label + 1, column }, context);
    if (read === BAD) bad.add(column.key);
    else if (read !== undefined) setPath(value, column.key, read);
  });
  for (const column of countySheet.columns) {
    if (column.required !== true || cells.has(column.key)) continue;
    bad.add(column.key);
    context.log.add(
      errorAt(placeIn(sheet), "missing-value", {
        message: { zh: `“基本信息”表缺少“${column.zh}”`, en: `The sheet "county" lacks "${column.key}"` },
        expected: column.zh,
        advice: { zh: "请补上这一行：第一列写名称，第二列写内容", en: "Add a row with the name and the value" },
      }),
    );
  }
  return { value, bad, cells, sheet };
}
