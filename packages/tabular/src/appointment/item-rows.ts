import type { RowRecord } from "../county/rows.ts";
import type { ItemRow } from "./appointment-rows.ts";
import type { CellIndex } from "./cell-index.ts";
import type { ConditionText } from "./condition-text.ts";
import { columnsRead } from "./condition-text.ts";
import type { TieKey } from "./tie-keys.ts";

/** Cells of the sheet of items as they were read. */
interface ItemCells {
  readonly id: string;
  readonly kind: "per" | "when" | "set" | "column" | "appraisal" | "records" | "atPost";
  readonly column?: string;
  readonly points?: string;
  readonly weight?: string;
  readonly max?: string;
  readonly when?: ConditionText;
  readonly best?: number;
  readonly from?: string;
  readonly to?: string;
  readonly source?: string;
  readonly text?: string;
}

/** Turns the rows of items into items of a scheme; several rows of one item of records are its table, in their order. */
export function itemRows(records: readonly RowRecord[], cells: CellIndex): readonly ItemRow[] {
  const items: ItemRow[] = [];
  const tables = new Map<string, { readonly at: number; readonly table: unknown[] }>();
  for (const record of records) {
    const row = record.value as unknown as ItemCells;
    const known = row.kind === "records" ? tables.get(row.id) : undefined;
    if (known !== undefined) {
      cells.setRow(["items", known.at, "table", known.table.length], record);
      known.table.push(tableLine(row));
      continue;
    }
    const at = items.length;
    cells.setRow(["items", at], record);
    const table = [tableLine(row)];
    if (row.kind === "records") {
      cells.setCell(["items", at, "type"], record, "column");
      cells.setRow(["items", at, "table", 0], record);
      tables.set(row.id, { at, table });
    }
    items.push(itemOf(row, table));
  }
  return items;
}

function tableLine({ when = { all: [] }, points }: ItemCells): unknown {
  return { when, ...(points === undefined ? {} : { points }) };
}

function itemOf(row: ItemCells, table: readonly unknown[]): ItemRow {
  const { id, kind, column, points, weight, max, when, best, from, to, source, text } = row;
  const common = { id, source, text: text === undefined ? undefined : { zh: text, en: text } };
  switch (kind) {
    case "per":
      return given({ ...common, kind, column, points, max, when });
    case "when":
    case "set":
    case "atPost":
      return given({ ...common, kind, when, points });
    case "column":
    case "appraisal":
      return given({ ...common, kind: "column", column, weight, max, isAppraisal: kind === "appraisal" });
    case "records":
      return given({ ...common, kind, type: column, table, best, max, from, to });
  }
}

/** Leaves out what the cells do not say, so that whoever reads the item says what is missing. */
function given(fields: { readonly id: string; readonly kind: string; readonly [field: string]: unknown }): ItemRow {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as unknown as ItemRow;
}

/** A free column of the people that something reads, and whether its cells hold lists. */
export interface FactColumn {
  readonly column: string;
  readonly isList: boolean;
}

/** Returns the free columns of people that items and keys for ties read, each once. */
export function factColumns(records: readonly RowRecord[], ties: readonly TieKey[]): readonly FactColumn[] {
  const found = new Map<string, FactColumn>();
  const add = (column: string, isList: boolean): void => {
    found.set(column, { column, isList: isList || found.get(column)?.isList === true });
  };
  for (const { value } of records) for (const read of columnsOf(value)) add(read.column, read.isList);
  for (const { column } of ties) add(column, false);
  return [...found.values()];
}

const READS_COLUMN: ReadonlySet<string> = new Set(["per", "column", "appraisal"]);

/** Columns that one row of items reads of people; records have columns of their own. */
function columnsOf(value: Partial<ItemCells>): readonly FactColumn[] {
  const { kind, column, when } = value;
  if (kind === undefined || kind === "records") return [];
  return [
    ...(column !== undefined && READS_COLUMN.has(kind) ? [{ column, isList: false }] : []),
    ...(when === undefined ? [] : columnsRead(when)),
  ];
}
