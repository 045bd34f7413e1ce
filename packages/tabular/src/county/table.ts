import type { SourceLocation } from "@lungang/core";
import type { Book, SheetData } from "../workbook/book.ts";
import { cellAddress } from "../workbook/book.ts";
import { RANKS, columnNamed, findHeader } from "./header.ts";
import type { Header } from "./header.ts";
import type { IssueLog } from "./issues.ts";
import { errorAt, shortText, warningAt } from "./issues.ts";
import { MAX_LISTED, missingColumn, missingOwn, requiredHeaders } from "./missing-columns.ts";
import type { Column, SheetSpec } from "../sheets/spec.ts";
import { isOwn } from "../sheets/own-columns.ts";

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
