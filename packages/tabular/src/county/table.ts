import type { Place } from "@lungang/core";
import { cleanText, foldText } from "../values/text.ts";
import type { CellValue, SheetData } from "../workbook/book.ts";
import { cellAddress } from "../workbook/book.ts";
import type { IssueLog } from "./issues.ts";
import { errorAt, shortText, warningAt } from "./issues.ts";
import type { SheetSpec } from "../sheets/spec.ts";
import { EXAMPLE_PREFIXES, NOTE_PREFIX, TOTAL_WORDS } from "../sheets/spec.ts";

/** A sheet whose header has been found. */
export interface Table {
  readonly spec: SheetSpec;
  readonly sheet: SheetData;
  readonly headerRow: number;
  /** Position of a column by its key. */
  readonly columns: ReadonlyMap<string, number>;
}

/** Rows among which the header is looked for. */
const HEADER_SEARCH_ROWS = 20;
const LEAST_MATCHES = 2;

/** Returns a place in a sheet: file, sheet and cell, or file and line. */
export function placeIn(sheet: SheetData, row?: number, column?: number): Place {
  const file = sheet.file === undefined ? {} : { file: sheet.file };
  const line = row === undefined ? undefined : sheet.lines?.[row];
  const name = sheet.lines === undefined ? { sheet: sheet.name } : {};
  const cell = row === undefined ? {} : { cell: cellAddress(row, column ?? 0) };
  return { ...file, ...name, ...cell, ...(line === undefined ? {} : { line }) };
}

/** Returns the text of a cell without invisible characters; the empty text for an empty cell. */
export function cellText(value: CellValue | undefined): string {
  return value === null || value === undefined ? "" : cleanText(String(value));
}

/** Returns the form under which headers are compared: no width, case, spaces or signs, only the first line. */
export function foldHeader(header: string): string {
  const [line = ""] = cleanText(header).split(/[\r\n]/);
  return foldText(line).replace(/[*＊_\-.()（）:：]/gu, "");
}

/** A header without what stands in brackets: `出生日期（年-月-日）` is 出生日期. */
function withoutBrackets(header: string): string {
  return header.replace(/[(（].*?[)）]/gu, "");
}

const HEADERS = new WeakMap<SheetSpec, ReadonlyMap<string, string>>();

/** Returns the keys of the columns of a sheet by folded header. */
export function headersOf(spec: SheetSpec): ReadonlyMap<string, string> {
  const known = HEADERS.get(spec);
  if (known !== undefined) return known;
  const primary = spec.columns.flatMap(({ key, zh, en = key }) =>
    [key, zh, en].map((name): [string, string] => [foldHeader(name), key]),
  );
  const aliases = spec.columns.flatMap(({ key, aliases: names = [] }) =>
    names.map((name): [string, string] => [foldHeader(name), key]),
  );
  const headers = new Map([...aliases.toReversed(), ...primary]);
  HEADERS.set(spec, headers);
  return headers;
}

/** Returns the key of the column with a header, if one has it. */
export function columnKeyOf(spec: SheetSpec, header: string): string | undefined {
  const headers = headersOf(spec);
  return headers.get(foldHeader(header)) ?? headers.get(foldHeader(withoutBrackets(header)));
}

/** Returns the row that holds the header: the one with most known words among the first rows. */
export function findHeaderRow(spec: SheetSpec, rows: SheetData["rows"]): number | undefined {
  let best: number | undefined;
  let bestCount = LEAST_MATCHES - 1;
  for (let row = 0; row < Math.min(rows.length, HEADER_SEARCH_ROWS); row++) {
    const keys = new Set((rows[row] ?? []).map((cell) => columnKeyOf(spec, cellText(cell))));
    keys.delete(undefined);
    if (keys.size > bestCount) [best, bestCount] = [row, keys.size];
  }
  return best;
}

/** Finds the header of a sheet and reports what is missing, doubled or unknown in it. */
export function findTable(spec: SheetSpec, sheet: SheetData, log: IssueLog): Table | undefined {
  const headerRow = findHeaderRow(spec, sheet.rows);
  if (headerRow === undefined) {
    log.add(
      errorAt(placeIn(sheet), "header-not-found", {
        message: { zh: `“${spec.zh}”表中找不到表头`, en: `Cannot find the header of sheet "${spec.key}"` },
        expected: requiredHeaders(spec),
        advice: {
          zh: "请使用模板的表头；CSV 出现乱码时请另存为 UTF-8",
          en: "Use the headers of the template; save a garbled CSV as UTF-8",
        },
      }),
    );
    return undefined;
  }
  const columns = readHeader({ spec, sheet, headerRow }, log);
  const missing = spec.columns.filter(({ key, required }) => required === true && !columns.has(key));
  for (const column of missing) {
    log.add(
      errorAt(placeIn(sheet, headerRow), "missing-column", {
        message: {
          zh: `“${spec.zh}”表缺少“${column.zh}”列`,
          en: `Sheet "${spec.key}" lacks the column "${column.key}"`,
        },
        expected: column.zh,
        advice: { zh: "请补上该列", en: "Add the column" },
      }),
    );
  }
  return missing.length > 0 ? undefined : { spec, sheet, headerRow, columns };
}

function requiredHeaders(spec: SheetSpec): string {
  return spec.columns
    .filter((column) => column.required)
    .map((column) => column.zh)
    .join("、");
}

const MAX_LISTED = 20;

function readHeader({ spec, sheet, headerRow }: Omit<Table, "columns">, log: IssueLog): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  const unknown: string[] = [];
  (sheet.rows[headerRow] ?? []).forEach((cell, index) => {
    const header = cellText(cell);
    if (header === "") return;
    const key = columnKeyOf(spec, header);
    if (key === undefined) unknown.push(shortText(header));
    else if (columns.has(key)) log.add(duplicateHeader(placeIn(sheet, headerRow, index), header));
    else columns.set(key, index);
  });
  if (unknown.length > 0) {
    const names = unknown.slice(0, MAX_LISTED).join("、");
    log.add(
      warningAt(placeIn(sheet, headerRow), "unknown-columns", {
        message: {
          zh: `${unknown.length} 列未识别，已忽略：${names}`,
          en: `${unknown.length} unknown columns are ignored: ${names}`,
        },
        received: names,
      }),
    );
  }
  return columns;
}

function duplicateHeader(place: Place, header: string) {
  return errorAt(place, "duplicate-header", {
    message: { zh: `“${shortText(header)}”与前面的列重复`, en: `The column "${shortText(header)}" occurs twice` },
    advice: { zh: "请只保留一列", en: "Keep only one of them" },
  });
}

/** Returns the rows that hold data; examples, notes, sums and empty rows are left out. */
export function dataRows(table: Table, log: IssueLog): readonly number[] {
  const { sheet, headerRow, spec } = table;
  const rows: number[] = [];
  for (let row = headerRow + 1; row < sheet.rows.length; row++) {
    const kind = rowKind(sheet.rows[row] ?? []);
    if (kind === "data") rows.push(row);
    else if (kind !== "empty") countSkipped(log, kind, placeIn(sheet, row));
  }
  const hidden = rows.filter((row) => sheet.hiddenRows.has(row));
  const [firstHidden] = hidden;
  if (firstHidden !== undefined) {
    log.add(
      warningAt(placeIn(sheet, firstHidden), "hidden-rows", {
        message: {
          zh: `“${spec.zh}”表有 ${hidden.length} 个隐藏行，也已读入`,
          en: `${hidden.length} hidden rows of sheet "${spec.key}" were read as well`,
        },
        advice: { zh: "不需要的行请删除，不要隐藏", en: "Delete rows that do not belong instead of hiding them" },
      }),
    );
  }
  reportMerges(table, new Set(rows), log);
  return rows;
}

type RowKind = "data" | "empty" | "note" | "example" | "total";

function rowKind(cells: readonly CellValue[]): RowKind {
  const first = cellText(cells.find((cell) => cellText(cell) !== ""));
  if (first === "") return "empty";
  if (NOTE_PREFIX.test(first)) return "note";
  const folded = foldText(first);
  if (EXAMPLE_PREFIXES.some((prefix) => folded.startsWith(prefix))) return "example";
  return TOTAL_WORDS.has(folded) ? "total" : "data";
}

function countSkipped(log: IssueLog, kind: "note" | "example" | "total", place: Place): void {
  if (kind === "note") return;
  const [zh, en] = kind === "example" ? ["示例行", "example rows"] : ["合计行", "rows of sums"];
  log.count(`${kind}/${place.file ?? ""}/${place.sheet ?? ""}`, (count) =>
    warningAt(place, kind === "example" ? "example-rows-skipped" : "total-rows-skipped", {
      message: { zh: `跳过了 ${count} 个${zh}`, en: `${count} ${en} were skipped` },
      ...(kind === "example" ? { advice: { zh: "可以删除示例行", en: "You may delete them" } } : {}),
    }),
  );
}

function reportMerges({ sheet }: Table, rows: ReadonlySet<number>, log: IssueLog): void {
  for (const { top, left, bottom } of sheet.merges) {
    for (let row = top; row <= bottom; row++) {
      if (!rows.has(row)) continue;
      log.add(
        errorAt(placeIn(sheet, top, left), "merged-data", {
          message: { zh: "数据行中有合并单元格", en: "Cells of data rows are merged" },
          advice: { zh: "请取消合并，并在每一行填写", en: "Unmerge them and fill in every row" },
        }),
      );
      break;
    }
  }
}
