import type { SheetData } from "../workbook/book.ts";
import { errorAt } from "./issues.ts";
import type { ReadContext } from "./cells.ts";
import { BAD, readCell } from "./cells.ts";
import { setPath } from "./nested.ts";
import { readRows } from "./rows.ts";
import type { SheetSpec } from "../sheets/spec.ts";
import { cellText, columnKeyOf, findHeaderRow } from "./header.ts";
import { findTable, placeIn } from "./table.ts";

/** Facts that stand one below the other, with the cell of each. */
export interface Facts {
  readonly value: Record<string, unknown>;
  readonly bad: ReadonlySet<string>;
  readonly cells: ReadonlyMap<string, { readonly row: number; readonly column: number }>;
  readonly sheet: SheetData;
}

/** A sheet of facts and what it may hold. */
interface FactSheet {
  readonly spec: SheetSpec;
  readonly sheet: SheetData;
}

/** Reads the facts of a sheet: one a row (name, value), or one row below a header. */
export function readFacts(at: FactSheet, context: ReadContext): Facts | undefined {
  return findHeaderRow(at.spec, at.sheet.rows) === undefined ? readVertical(at, context) : readHorizontal(at, context);
}

function readHorizontal({ spec, sheet }: FactSheet, context: ReadContext): Facts | undefined {
  const table = findTable(spec, sheet, context.log);
  const [record] = table === undefined ? [] : readRows(table, context);
  if (table === undefined || record === undefined) return undefined;
  const cells = new Map([...table.columns].map(([key, column]) => [key, { row: record.row, column }]));
  return { value: record.value, bad: record.bad, cells, sheet };
}

function readVertical({ spec, sheet }: FactSheet, context: ReadContext): Facts {
  const value: Record<string, unknown> = {};
  const bad = new Set<string>();
  const cells = new Map<string, { readonly row: number; readonly column: number }>();
  sheet.rows.forEach((row, index) => {
    const label = row.findIndex((cell) => cellText(cell) !== "");
    const key = columnKeyOf(spec, cellText(row[label]));
    const column = spec.columns.find((entry) => entry.key === key);
    if (column === undefined || cells.has(column.key)) return;
    cells.set(column.key, { row: index, column: label + 1 });
    const read = readCell({ sheet, row: index, index: label + 1, column }, context);
    if (read === BAD) bad.add(column.key);
    else if (read !== undefined) setPath(value, column.key, read);
  });
  for (const column of spec.columns) {
    if (column.required !== true || cells.has(column.key)) continue;
    bad.add(column.key);
    context.log.add(
      errorAt(placeIn(sheet), "missing-value", {
        message: { zh: `“${spec.zh}”表缺少“${column.zh}”`, en: `The sheet "${spec.key}" lacks "${column.key}"` },
        expected: { zh: column.zh, en: column.en ?? column.key },
        advice: { zh: "请补上这一行：第一列写名称，第二列写内容", en: "Add a row with the name and the value" },
      }),
    );
  }
  return { value, bad, cells, sheet };
}
