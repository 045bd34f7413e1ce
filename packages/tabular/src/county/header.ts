import { cleanText, foldText } from "../values/text.ts";
import type { CellValue, SheetData } from "../workbook/book.ts";
import { isOwn } from "../sheets/own-columns.ts";
import type { SheetSpec } from "../sheets/spec.ts";

/** Rows among which the header is looked for. */
const HEADER_SEARCH_ROWS = 20;
const LEAST_MATCHES = 2;

/** Returns the text of a cell without invisible characters; the empty text for an empty cell. */
export function cellText(value: CellValue | undefined): string {
  return value === null || value === undefined ? "" : cleanText(String(value));
}

/** Returns the form under which headers are compared: no width, case, spaces, breaks or signs. */
export function foldHeader(header: string): string {
  return foldText(header).replace(/[*＊_\-.()（）:：]/gu, "");
}

/** A header without what stands in brackets: `出生日期（年-月-日）` is 出生日期. */
function withoutBrackets(header: string): string {
  return header.replace(/[(（].*?[)）]/gu, "");
}

/** How surely a header names a column: by its own name, by another name, or by what is left of it. */
export const RANKS = { name: 0, alias: 1, part: 2 } as const;

/** A column that a header names. */
export interface Named {
  readonly key: string;
  readonly rank: number;
}

const HEADERS = new WeakMap<SheetSpec, ReadonlyMap<string, Named>>();

/** Returns the columns of a sheet by folded header. */
function headersOf(spec: SheetSpec): ReadonlyMap<string, Named> {
  const known = HEADERS.get(spec);
  if (known !== undefined) return known;
  // The last one of a header has it: what a policy calls a column of its own takes no header from the sheet.
  const columns = [...spec.columns.filter(isOwn), ...spec.columns.filter((column) => !isOwn(column))];
  const primary = columns.flatMap(({ key, zh, en = key }) =>
    [key, zh, en].map((name): [string, Named] => [foldHeader(name), { key, rank: RANKS.name }]),
  );
  const aliases = spec.columns.flatMap(({ key, aliases: names = [] }) =>
    names.map((name): [string, Named] => [foldHeader(name), { key, rank: RANKS.alias }]),
  );
  const headers = new Map([...aliases.toReversed(), ...primary]);
  HEADERS.set(spec, headers);
  return headers;
}

/** Returns the column that a header names: whole, else by its first line, else without what stands in brackets. */
export function columnNamed(spec: SheetSpec, header: string): Named | undefined {
  const headers = headersOf(spec);
  const whole = headers.get(foldHeader(header));
  if (whole !== undefined) return whole;
  const [line = ""] = cleanText(header).split(/[\r\n]/);
  const part = [line, withoutBrackets(header), withoutBrackets(line)]
    .map((text) => headers.get(foldHeader(text)))
    .find((found) => found !== undefined);
  return part === undefined ? undefined : { key: part.key, rank: RANKS.part };
}

/** Returns the key of the column with a header, if one has it. */
export function columnKeyOf(spec: SheetSpec, header: string): string | undefined {
  return columnNamed(spec, header)?.key;
}

/** Where the header of a sheet stands, and what each column is called in it. */
export interface Header {
  /** First row of the header. */
  readonly top: number;
  /** Last row of the header; data begin below. */
  readonly bottom: number;
  readonly names: readonly string[];
}

/** Returns the row that holds the header: the one with most known words among the first rows. */
export function findHeaderRow(spec: SheetSpec, rows: SheetData["rows"]): number | undefined {
  let best: number | undefined;
  let bestCount = LEAST_MATCHES - 1;
  for (let row = 0; row < Math.min(rows.length, HEADER_SEARCH_ROWS); row++) {
    const count = knownNames(spec, (rows[row] ?? []).map(cellText));
    if (count > bestCount) [best, bestCount] = [row, count];
  }
  return best;
}

/** Returns how many columns of a sheet the best of the first rows names: how much a table looks like it. */
export function likeness(spec: SheetSpec, rows: SheetData["rows"]): number {
  const row = findHeaderRow(spec, rows);
  return row === undefined ? 0 : knownNames(spec, (rows[row] ?? []).map(cellText));
}

function knownNames(spec: SheetSpec, names: readonly string[]): number {
  const keys = new Set(names.map((name) => columnKeyOf(spec, name)));
  keys.delete(undefined);
  return keys.size;
}

/** Finds the header of a sheet, in one row or in two of which the upper one names groups of columns. */
export function findHeader(spec: SheetSpec, { rows }: Pick<SheetData, "rows">): Header | undefined {
  const row = findHeaderRow(spec, rows);
  if (row === undefined) return undefined;
  const single: Header = { top: row, bottom: row, names: (rows[row] ?? []).map(cellText) };
  const pairs = [row - 1, row].filter((top) => top >= 0).flatMap((top) => headerPair(spec, rows, top) ?? []);
  return [single, ...pairs].reduce((best, header) =>
    knownNames(spec, header.names) > knownNames(spec, best.names) ? header : best,
  );
}

/** Reads two rows as one header; undefined where the lower one holds anything but names of columns. */
function headerPair(spec: SheetSpec, rows: SheetData["rows"], top: number): Header | undefined {
  const [upper = [], lower = []] = [rows[top], rows[top + 1]].map((row) => (row ?? []).map(cellText));
  const names: (string | undefined)[] = [];
  let group = "";
  for (let column = 0; column < Math.max(upper.length, lower.length); column++) {
    const above = upper[column] ?? "";
    group = above === "" ? group : above;
    names.push(pairName(spec, { group, above, below: lower[column] ?? "" }));
  }
  return names.includes(undefined) ? undefined : { top, bottom: top + 1, names: names.map((name) => name ?? "") };
}

interface PairCells {
  /** What the cell above, or the merged cell that it is part of, says. */
  readonly group: string;
  readonly above: string;
  readonly below: string;
}

/** Returns what a column is called in a header of two rows: as below, as both together, or as above. */
function pairName(spec: SheetSpec, { group, above, below }: PairCells): string | undefined {
  if (below === "") return above;
  return [below, `${group}${below}`].find((name) => columnKeyOf(spec, name) !== undefined);
}
