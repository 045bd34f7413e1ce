import type { SourceLocation } from "@lungang/core";
import { foldText } from "../values/text.ts";
import type { Book, CellValue, SheetData } from "../workbook/book.ts";
import { cellAddress } from "../workbook/book.ts";
import { RANKS, cellText, columnNamed, findHeader } from "./header.ts";
import type { Header } from "./header.ts";
import type { IssueLog } from "./issues.ts";
import { errorAt, shortText, warningAt } from "./issues.ts";
import { endOfTable } from "./second-table.ts";
import { MAX_LISTED, missingColumn, missingOwn, requiredHeaders } from "./missing-columns.ts";
import type { Column, SheetSpec } from "../sheets/spec.ts";
import { isOwn } from "../sheets/own-columns.ts";
import { EXAMPLE_PREFIXES, NOTE_PREFIX } from "../sheets/spec.ts";

/** A sheet whose header has been found. */
export interface Table {
  readonly spec: SheetSpec;
  readonly sheet: SheetData;
  /** Last row of the header. */
  readonly headerRow: number;
  /** Position of a column by its key. */
  readonly columns: ReadonlyMap<string, number>;
  /** Keys of columns that are called by another name than their own. */
  readonly byAlias?: ReadonlySet<string>;
  /** Ids made of names or other words, by row, where the sheet has none; a row whose words say too little is left out. */
  readonly madeIds?: ReadonlyMap<number, string>;
  /** What rows are called beside their name, where an id that is known elsewhere took the place of the one made for them. */
  readonly alsoCalled?: ReadonlyMap<number, string>;
}

/** Returns a place in a sheet: file, sheet and cell, or file and line. */
export function placeIn(sheet: SheetData, row?: number, column?: number): SourceLocation {
  const file = sheet.file === undefined ? {} : { file: sheet.file };
  const line = row === undefined ? undefined : sheet.lines?.[row];
  const name = sheet.lines === undefined ? { sheet: sheet.name } : {};
  const cell = row === undefined ? {} : { cell: cellAddress(row, column ?? 0) };
  return { ...file, ...name, ...cell, ...(line === undefined ? {} : { line }) };
}

/** Returns the place of a workbook as a whole: its file where it has one, nothing for a folder of texts. */
export function placeOfBook({ sheets: [first] }: Pick<Book, "sheets">): SourceLocation {
  return first?.file === undefined || first.lines !== undefined ? {} : { file: first.file };
}

/** Returns the number of a row as a reader sees it: the line of a text file, or the row of a sheet. */
export function rowNumber(sheet: SheetData, row: number): number {
  return sheet.lines?.[row] ?? row + 1;
}

/** A header that begins with this sign is left out on purpose. */
const LEFT_OUT = /^[※#]/u;

/** What to do with a column that is not meant. */
export const LEAVE_OUT = {
  zh: "不需要这一列时，请在表头前加“※”（如“※学历”），或删去该列",
  en: "Put ※ before the header of a column that does not belong, or delete the column",
};

/** Finds the header of a sheet and reports what is missing, doubled or unknown in it. */
export function findTable(spec: SheetSpec, sheet: SheetData, log: IssueLog): Table | undefined {
  const header = findHeader(spec, sheet);
  if (header === undefined) {
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
  const { columns, byAlias } = new HeaderReader({ spec, sheet, header }, log).read();
  const missing = spec.columns.filter((column) => isMissing(column, columns));
  for (const column of missing) log.add(missingColumn(spec, column, placeIn(sheet, header.bottom)));
  for (const column of spec.columns.filter((each) => isOwn(each) && !columns.has(each.key)))
    log.add(missingOwn(spec, column, placeIn(sheet, header.bottom)));
  return missing.length > 0 ? undefined : { spec, sheet, headerRow: header.bottom, columns, byAlias };
}

function isMissing({ key, required, madeOf }: Column, columns: Table["columns"]): boolean {
  return required === true && !columns.has(key) && !(madeOf !== undefined && columns.has(madeOf));
}

interface HeaderAt {
  readonly spec: SheetSpec;
  readonly sheet: SheetData;
  readonly header: Header;
}

interface Found {
  readonly index: number;
  readonly rank: number;
  readonly name: string;
}

class HeaderReader {
  readonly #at: HeaderAt;
  readonly #log: IssueLog;
  readonly #found = new Map<string, Found>();
  readonly #unknown: string[] = [];

  constructor(at: HeaderAt, log: IssueLog) {
    this.#at = at;
    this.#log = log;
  }

  read(): { readonly columns: ReadonlyMap<string, number>; readonly byAlias: ReadonlySet<string> } {
    this.#at.header.names.forEach((name, index) => {
      if (name !== "" && !LEFT_OUT.test(name)) this.#take(name, index);
    });
    this.#reportUnknown();
    const entries = [...this.#found];
    return {
      columns: new Map(entries.map(([key, { index }]) => [key, index])),
      byAlias: new Set(entries.flatMap(([key, { rank }]) => (rank === RANKS.name ? [] : [key]))),
    };
  }

  #take(name: string, index: number): void {
    const named = columnNamed(this.#at.spec, name);
    if (named === undefined) {
      this.#unknown.push(shortText(name));
      return;
    }
    const { key, rank } = named;
    const before = this.#found.get(key);
    const here: Found = { index, rank, name };
    if (before === undefined) this.#found.set(key, here);
    // Two that only resemble it, such as two degrees: the first is taken as far as its cells fit, the other is told of.
    else if (before.rank === rank && rank === RANKS.part && before.name !== name)
      this.#log.add(this.#leftOut(before, here));
    else if (before.rank === rank) this.#log.add(this.#double(here));
    else {
      // The column that bears the name itself is meant; another one that only resembles it is told of and left out.
      const [meant, other] = before.rank < rank ? [before, here] : [here, before];
      this.#found.set(key, meant);
      this.#log.add(this.#leftOut(meant, other));
    }
  }

  #double({ name, index }: Found) {
    const { sheet, header } = this.#at;
    return errorAt(placeIn(sheet, header.bottom, index), "duplicate-header", {
      message: { zh: `“${shortText(name)}”与前面的列重复`, en: `The column "${shortText(name)}" occurs twice` },
      advice: LEAVE_OUT,
    });
  }

  #leftOut(meant: Found, other: Found) {
    const { sheet, header } = this.#at;
    const [name, kept] = [shortText(other.name), shortText(meant.name)];
    return warningAt(placeIn(sheet, header.bottom, other.index), "column-left-out", {
      message: {
        zh: `“${name}”列与“${kept}”列含义相同，只读入“${kept}”列`,
        en: `The column "${name}" means the same as "${kept}"; only "${kept}" is read`,
      },
      received: name,
      advice: LEAVE_OUT,
    });
  }

  #reportUnknown(): void {
    const unknown = this.#unknown;
    if (unknown.length === 0) return;
    const { sheet, header } = this.#at;
    const names = unknown.slice(0, MAX_LISTED).join("、");
    this.#log.add(
      warningAt(placeIn(sheet, header.bottom), "unknown-columns", {
        message: {
          zh: `${unknown.length} 列未识别，未读入：${names}`,
          en: `${unknown.length} unknown columns are not read: ${names}`,
        },
        received: names,
        advice: {
          zh: "需要读入的请改用模板的表头；不需要的可在表头前加“※”，不再提醒",
          en: "Use the headers of the template for what is needed; ※ before a header says that it is not",
        },
      }),
    );
  }
}

/** Returns the rows that hold data; examples, notes, sums and empty rows are left out. */
export function dataRows(table: Table, log: IssueLog): readonly number[] {
  const { sheet, headerRow, spec } = table;
  const rows: number[] = [];
  const examples = examplesOf(spec);
  const end = endOfTable(table, log);
  for (let row = headerRow + 1; row < end; row++) {
    const kind = rowKind(sheet.rows[row] ?? [], examples);
    if (kind === "data") rows.push(row);
    else if (kind !== "empty" && spec.framed !== true) countSkipped(log, kind, placeIn(sheet, row));
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

type RowKind = "data" | "empty" | "note" | "template" | "example" | "total" | "footer";

/** Words below a table that say who made it, when, and who signed. */
const FOOTER =
  /^(编制|制表|填表|填报|审核|审批|复核|经办|统计|报送|上报|单位负责人|负责人|校长|主管|联系人?|电话|盖章|签字|日期|时间|打印|单位)(人|日期|时间|单位|意见|领导|电话|签字|盖章)*[(（:：]|^prepared\s*by[(（:：]/iu;
/** A line of signatures has few cells; a row of data that begins like one has many. */
const FOOTER_CELLS = 6;
const TOTAL = /^(?:本?页?(?:合计|总计|小计|共计|总数|累计|平均值?)|total)(?:[:：].*)?$|^共\d+[人所名个条]/u;

function rowKind(cells: readonly CellValue[], examples: ReadonlySet<string>): RowKind {
  const filled = cells.map(cellText).filter((text) => text !== "");
  const [first] = filled;
  if (first === undefined) return "empty";
  if (NOTE_PREFIX.test(first)) return "note";
  const folded = foldText(first);
  if (examples.has(folded)) return "template";
  if (EXAMPLE_PREFIXES.some((prefix) => folded.startsWith(prefix))) return "example";
  if (TOTAL.test(folded)) return "total";
  return FOOTER.test(folded) && filled.length <= FOOTER_CELLS ? "footer" : "data";
}

/** First cells of the rows that the template itself shows as examples. */
function examplesOf({ columns }: SheetSpec): ReadonlySet<string> {
  const examples = columns[0]?.examples ?? [];
  const shown = examples.map((example) => foldText(String(example)));
  return new Set(shown.filter((text) => EXAMPLE_PREFIXES.some((prefix) => text.startsWith(prefix))));
}

const SKIPPED = {
  example: {
    code: "example-rows-skipped",
    zh: "示例行",
    en: "example rows",
    advice: { zh: "确是数据的请改编号，不要以“示例”开头", en: "Rename ids that begin with 示例 if they are data" },
  },
  total: {
    code: "total-rows-skipped",
    zh: "合计行",
    en: "rows of sums",
    advice: { zh: "确是合计的不用改", en: "Nothing to do if they are sums" },
  },
  footer: {
    code: "footer-rows-skipped",
    zh: "表尾签注行",
    en: "rows of signatures",
    advice: { zh: "确是签注的不用改", en: "Nothing to do if they are" },
  },
} as const;

function countSkipped(log: IssueLog, kind: Exclude<RowKind, "data" | "empty">, place: SourceLocation): void {
  if (kind === "note" || kind === "template") return;
  const { code, zh, en, advice } = SKIPPED[kind];
  log.count(`${kind}/${place.file ?? ""}/${place.sheet ?? ""}`, (count) =>
    warningAt(place, code, {
      message: { zh: `跳过了 ${count} 个${zh}`, en: `${count} ${en} were skipped` },
      advice,
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
