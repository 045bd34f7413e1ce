import type { Issue, SourceLocation, Text } from "@lungang/core";
import { cellAddress } from "../workbook/book.ts";
import type { RowRecord } from "../county/rows.ts";
import { placeIn } from "../county/table.ts";

/** Where in the rows something stands: the name of a list, the number of a row, a field. */
export type RowPath = readonly (string | number)[];

/** A cell that a part of the rows came from. */
interface Source {
  readonly place: SourceLocation;
  /** Cell or line as a reader sees it. */
  readonly shown: Text;
  readonly isBad: boolean;
}

/** Remembers from which cells rows came, so that issues about them find their cells. */
export class CellIndex {
  readonly #sources = new Map<string, Source | RowRecord>();

  /** Says from which row of a sheet a row came; its fields are found by the keys of columns. */
  setRow(path: RowPath, record: RowRecord): void {
    this.#sources.set(keyOf(path), record);
  }

  /** Says from which column of a row a field came, where its name is not that of the column. */
  setCell(path: RowPath, record: RowRecord, column: string): void {
    this.#sources.set(keyOf(path), sourceAt(record, column));
  }

  /** Says from which place a field came. */
  setPlace(path: RowPath, place: SourceLocation, isBad: boolean): void {
    this.#sources.set(keyOf(path), { place, shown: shownAt(place), isBad });
  }

  /** Returns the issue with file, sheet and cell; paths in its sentences become cells too. */
  locate(issue: Issue): Issue {
    const found = issue.path === undefined ? undefined : this.#find(issue.path);
    const message = this.#inCells(issue.message);
    return found === undefined ? { ...issue, message } : { ...issue, message, place: found.place };
  }

  /** Returns whether an issue says something that was not said about its cell when the cell was read. */
  isNews(issue: Issue): boolean {
    return issue.path === undefined || this.#find(issue.path)?.isBad !== true;
  }

  #find(path: RowPath): Source | undefined {
    for (let length = path.length; length > 0; length--) {
      const source = this.#sources.get(keyOf(path.slice(0, length)));
      if (source === undefined) continue;
      return "place" in source ? source : sourceAt(source, path.slice(length).find(isText));
    }
    return undefined;
  }

  #inCells({ zh, en }: Text): Text {
    const replaced = (text: string, language: "zh" | "en") =>
      text.replace(PATH_IN_TEXT, (path) => {
        const parts = path.split(".").map((part) => (/^\d+$/u.test(part) ? Number(part) : part));
        return this.#find(parts)?.shown[language] ?? path;
      });
    return { zh: replaced(zh, "zh"), en: replaced(en, "en") };
  }
}

/** A path as messages write it: `people.3`, `applications.0.wishes.2`. */
const PATH_IN_TEXT = /\b[a-zA-Z]+\.\d+(?:\.\w+)*/gu;

function isText(part: string | number): part is string {
  return typeof part === "string";
}

function keyOf(path: RowPath): string {
  return JSON.stringify(path);
}

function sourceAt({ table, row, bad }: RowRecord, key: string | undefined): Source {
  const index = key === undefined ? undefined : table.columns.get(key);
  const place = placeIn(table.sheet, row, index);
  return { place, shown: shownAt(place), isBad: key !== undefined && bad.has(key) };
}

function shownAt({ sheet, cell, line, file }: SourceLocation): Text {
  const where = line === undefined ? (cell ?? cellAddress(0, 0)) : String(line);
  const name = sheet ?? file ?? "";
  return { zh: `“${name}”表 ${where}`, en: `${name} ${where}` };
}
