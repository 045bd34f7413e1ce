import type { Text } from "@lungang/core";
import type { RowRecord } from "../county/rows.ts";
import { isProblem } from "../values/codec.ts";
import type { ItemRow } from "./appointment-rows.ts";
import type { CellIndex } from "./cell-index.ts";
import type { ConditionText } from "./condition-text.ts";
import { columnsRead, readCondition } from "./condition-text.ts";
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

/**
 * An item as a policy writes it: what the cells of a row of the sheet say.
 *
 * @public
 */
export interface WrittenItem {
  readonly id: string;
  readonly kind: ItemCells["kind"];
  readonly source: string;
  readonly text?: Text | undefined;
  readonly column?: string | undefined;
  readonly points?: string | number | undefined;
  readonly weight?: string | undefined;
  readonly max?: string | number | undefined;
  /** Condition in words. */
  readonly when?: string | undefined;
  readonly best?: number | undefined;
}

/** Turns the rows of items into items of a scheme. */
export function itemRows(records: readonly RowRecord[], cells: CellIndex): readonly ItemRow[] {
  const rows = records.map(({ value }) => value as unknown as ItemCells);
  return itemsOf(rows, (row, { at, line }) => {
    const record = records[row] as RowRecord;
    if (line > 0) cells.setRow(["items", at, "table", line], record);
    else cells.setRow(["items", at], record);
    if (line > 0 || rows[row]?.kind !== "records") return;
    cells.setCell(["items", at, "type"], record, "column");
    cells.setRow(["items", at, "table", 0], record);
  });
}

/** Items of a policy in the shape of a scheme, the columns they read, and the ids of those whose condition is unclear. */
export function writtenItems(items: readonly WrittenItem[]): {
  readonly items: readonly ItemRow[];
  readonly columns: readonly FactColumn[];
  readonly unclear: readonly string[];
} {
  const unclear: string[] = [];
  const rows = items.map(({ when, text, ...item }): ItemCells => {
    const read = when === undefined ? undefined : readCondition(when);
    if (isProblem(read)) unclear.push(item.id);
    return {
      ...(given(item) as unknown as ItemCells),
      ...(read === undefined || isProblem(read) ? {} : { when: read }),
      ...(text === undefined ? {} : { text: text.zh }),
    };
  });
  return { items: itemsOf(rows, () => undefined), columns: rows.flatMap(columnsOf), unclear };
}

/** Several rows of one item of records are its table, in their order. */
function itemsOf(
  rows: readonly ItemCells[],
  onRow: (row: number, place: { readonly at: number; readonly line: number }) => void,
): readonly ItemRow[] {
  const items: ItemRow[] = [];
  const tables = new Map<string, { readonly at: number; readonly table: unknown[] }>();
  rows.forEach((row, index) => {
    const known = row.kind === "records" ? tables.get(row.id) : undefined;
    if (known !== undefined) {
      onRow(index, { at: known.at, line: known.table.length });
      known.table.push(tableLine(row));
      return;
    }
    const at = items.length;
    onRow(index, { at, line: 0 });
    const table = [tableLine(row)];
    if (row.kind === "records") tables.set(row.id, { at, table });
    items.push(itemOf(row, table));
  });
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
export function factColumns(
  records: readonly RowRecord[],
  ties: readonly TieKey[],
  others: readonly FactColumn[] = [],
): readonly FactColumn[] {
  const found = new Map<string, FactColumn>();
  const add = (column: string, isList: boolean): void => {
    found.set(column, { column, isList: isList || found.get(column)?.isList === true });
  };
  for (const { value } of records) for (const read of columnsOf(value)) add(read.column, read.isList);
  for (const { column } of ties) add(column, false);
  for (const { column, isList } of others) add(column, isList);
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
