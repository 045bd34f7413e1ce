import type { Text } from "@lungang/core";
import type { ReportColumnType, ReportTable, ReportValue } from "./report.ts";
import type { Source } from "./source.ts";
import { text } from "./text.ts";

/**
 * What the public version makes of a column: shows it, masks the names in it, leaves it out, or holds back small
 * counts. Every column says so once, and no table writes its own public version of a column.
 */
export type Privacy = "shown" | "name" | "hidden" | "count";

/** A column before it is decided for whom the report is. */
export interface ColumnSpec {
  readonly key: string;
  readonly header: Text;
  readonly type: ReportColumnType;
  readonly privacy: Privacy;
}

/** A table before masking. */
export interface TableSpec extends Omit<ReportTable, "columns"> {
  readonly columns: readonly ColumnSpec[];
  /** Rows are people: the public version orders them by what it shows, because the order of data tells about them. */
  readonly people?: boolean;
  /** The last row adds up the others: small counts must not follow from it. */
  readonly totalled?: boolean;
  /** Only for the bureau. */
  readonly internal?: boolean;
}

/** What a report is made of. */
export interface ReportBody {
  readonly tables: readonly TableSpec[];
  readonly notes?: readonly Text[];
  readonly missing?: readonly Text[];
}

/** One report of the catalogue. */
export interface ReportDefinition {
  readonly id: string;
  readonly title: Text;
  readonly sources: readonly string[];
  readonly build: (source: Source) => ReportBody;
}

/** A row by column key; what is left out is unknown. */
export type RowSpec = Readonly<Record<string, ReportValue | undefined>>;

/** Returns a column. */
export function column(
  key: string,
  [zh, en]: readonly [string, string],
  { type = "text", privacy = "shown" }: { readonly type?: ReportColumnType; readonly privacy?: Privacy } = {},
): ColumnSpec {
  return { key, header: { zh, en }, type, privacy };
}

/** Returns a column of whole numbers. */
export function count(key: string, header: readonly [string, string], privacy: Privacy = "shown"): ColumnSpec {
  return column(key, header, { type: "integer", privacy });
}

/** Returns a table from rows by key. */
export function tableOf(
  head: Omit<TableSpec, "rows" | "title"> & { readonly title: readonly [string, string] },
  rows: readonly RowSpec[],
): TableSpec {
  const [zh, en] = head.title;
  return {
    ...head,
    title: { zh, en },
    rows: rows.map((row) => head.columns.map(({ key }) => row[key] ?? null)),
  };
}

/** Returns yes, no, or nothing where nobody knows. */
export function yesNo(value: boolean | null | undefined): Text | null {
  if (value === null || value === undefined) return null;
  return value ? text("是", "yes") : text("否", "no");
}

/** Returns rows in the order of some of their values. */
export function sortedBy(keys: readonly string[], rows: readonly RowSpec[]): readonly RowSpec[] {
  const keyed = rows.map((row) => ({ row, key: JSON.stringify(keys.map((key) => row[key] ?? null)) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ row }) => row);
}
