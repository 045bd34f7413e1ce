import type { Issue, SourceLocation } from "@lungang/core";
import type { Facts } from "./facts.ts";
import type { RowRecord } from "./rows.ts";
import type { SheetData } from "../workbook/book.ts";
import { placeIn, rowNumber } from "./table.ts";

type Path = readonly (string | number)[];

/** Remembers from which row every part of the instance came, so that issues about the instance find their cell. */
export class Origins {
  readonly #records = new Map<string, RowRecord>();

  readonly #county: Facts;
  readonly #travel: SheetData | undefined;
  /** Lists of which an id could not be read: references to it would all look unknown. */
  readonly #unread = new Set<string | number>();

  constructor(county: Facts, travel: SheetData | undefined) {
    this.#county = county;
    this.#travel = travel;
  }

  set(path: Path, record: RowRecord): void {
    this.#records.set(path.join("/"), record);
    const { id } = record.value;
    const byId = typeof id === "string" && path.length === 2 ? keyOf([path[0] ?? "", id]) : undefined;
    // Where an id occurs twice, its name stands for the first row.
    if (byId !== undefined && !this.#records.has(byId)) this.#records.set(byId, record);
    if (record.bad.has("id")) this.#unread.add(path[0] ?? "");
  }

  /** Returns the issue with the place of its path. */
  locate(issue: Issue): Issue {
    const place = issue.path === undefined ? undefined : this.#placeOf(issue.path);
    return place === undefined ? issue : { ...this.#inRows(issue), place };
  }

  /** Says of an id that occurs twice in which row it occurred first: rows are what a reader of sheets counts. */
  #inRows(issue: Issue): Issue {
    const [kind = "", index = -1] = issue.path ?? [];
    if (issue.code !== "duplicate-id") return issue;
    const id = this.#records.get(keyOf([kind, index]))?.value["id"];
    const first = typeof id === "string" ? this.#records.get(keyOf([kind, id])) : undefined;
    if (first === undefined || typeof id !== "string") return issue;
    const row = rowNumber(first.table.sheet, first.row);
    return {
      ...issue,
      message: { zh: `编号“${id}”与第 ${row} 行重复`, en: `The id "${id}" is that of row ${row}` },
    };
  }

  /**
   * Returns whether an issue says something new: not about a cell that has been reported, nor about a value that
   * stands in for one. That nobody says where somebody works is told beside other cells of the row.
   */
  isNews(issue: Issue): boolean {
    const found = this.#find(issue.path ?? []);
    const countyIsBad = this.#county.bad.size > 0;
    if (found === undefined) return !countyIsBad;
    const { record, rest } = found;
    if (Array.from(record.bad).some((key) => key === rest || rest.startsWith(`${key}.`))) return false;
    if (issue.code === "unknown-reference" && this.#unread.has(listMeant(rest))) return false;
    const compares = issue.code === "unknown-reference" || issue.code.endsWith("-id");
    return compares || (isOfGoodCells(issue, record) && !countyIsBad);
  }

  #find(path: Path): { readonly record: RowRecord; readonly rest: string } | undefined {
    for (let length = path.length; length > 0; length--) {
      const record = this.#records.get(keyOf(path.slice(0, length)));
      if (record === undefined) continue;
      const rest = path.slice(length).filter((part) => typeof part === "string");
      return { record, rest: rest.join(".") };
    }
    return undefined;
  }

  #placeOf(path: Path): SourceLocation | undefined {
    const found = this.#find(path);
    if (found === undefined) return this.#countyPlace(path);
    const { table, row } = found.record;
    return placeIn(table.sheet, row, columnAt(table.columns, found.rest));
  }

  #countyPlace(path: Path): SourceLocation {
    if (path[0] === "travel" && path.length > 2 && this.#travel !== undefined) return placeIn(this.#travel);
    const cell = this.#county.cells.get(path.join("."));
    return cell === undefined ? placeIn(this.#county.sheet) : placeIn(this.#county.sheet, cell.row, cell.column);
  }
}

const PEOPLE: ReadonlySet<string> = new Set(["spouse", "swapPartner", "head"]);

/** The list to which a field refers. */
function listMeant(field: string): string {
  if (PEOPLE.has(field)) return "persons";
  if (field === "currentPost") return "posts";
  return /^(?:township|zone|residenceTownship|application\.consentRegions)/u.test(field) ? "groups" : "schools";
}

/** Whether the cells that an issue of a row goes by are right. */
function isOfGoodCells({ code }: Issue, { bad }: RowRecord): boolean {
  return bad.size === 0 || (code === "person-without-school" && !bad.has("recruitYear"));
}

/** The second part is the position of a row, or the id that the row states: an id that looks like a position is none. */
function keyOf(path: Path): string {
  return path.map((part, at) => (at === 1 && typeof part === "string" ? `#${part}` : part)).join("/");
}

/** Returns the column of a key, of what it is part of, or of a part of it. */
function columnAt(columns: ReadonlyMap<string, number>, key: string): number | undefined {
  for (let part = key; part !== ""; part = part.slice(0, Math.max(0, part.lastIndexOf(".")))) {
    const column = columns.get(part);
    if (column !== undefined) return column;
  }
  return key === "" ? undefined : [...columns].find(([name]) => name.startsWith(`${key}.`))?.[1];
}
