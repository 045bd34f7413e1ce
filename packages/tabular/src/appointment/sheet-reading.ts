import type { Text } from "@lungang/core";
import type { ReadContext } from "../county/cells.ts";
import { cellText } from "../county/header.ts";
import { IssueLog } from "../county/issues.ts";
import type { KnownIds } from "../county/known-ids.ts";
import { idOfPerson, idOfPost } from "../county/known-ids.ts";
import { withMadeIds } from "../county/made-ids.ts";
import type { Names } from "../county/references.ts";
import { namesakesOf, resolveName } from "../county/references.ts";
import type { RowRecord } from "../county/rows.ts";
import { readRows } from "../county/rows.ts";
import type { Table } from "../county/table.ts";
import { dataRows } from "../county/data-rows.ts";
import { findTable } from "../county/table.ts";
import { appointmentPostSheet } from "../sheets/appointment-main-sheets.ts";
import type { SheetKey, SheetSpec } from "../sheets/spec.ts";
import { foldPost } from "../values/names.ts";
import type { Book, SheetData } from "../workbook/book.ts";
import type { FactColumn } from "./item-rows.ts";
import { withMadePostIds } from "./made-post-ids.ts";
import { peopleSheetWith, reportMissingFacts } from "./people-columns.ts";

/** What names of people and words for posts mean. */
export interface Named {
  readonly people: Names;
  readonly posts: Names;
}

/** Returns what cells are read with; without names every text stands for itself. */
export function contextOf(book: Book, log: IssueLog, named?: Named): ReadContext {
  const same = (text: string) => text;
  const person = (text: string) => resolveName(named?.people, text);
  const post = (text: string) => resolveName(named?.posts, text, foldPost);
  const namesakes = (name: string) => namesakesOf(named?.people, name);
  return { log, date1904: book.date1904, references: { school: same, group: same, person, post, namesakes } };
}

const NAMES_ARE_IDS: Text = {
  zh: "各表写姓名即可。同名的人请补“性别”或“参加工作日期”列；县域数据已有编号的（如“王强-1996”），姓名照编号填写",
  en: "Names are enough in all sheets. Namesakes need a column of sex or of the first day of work; where the county has an id for somebody, write that as the name",
};

/** Sheets as their headers are found; one without a header, or a required one that is not there, is a gap. */
export class SheetReading {
  readonly context: ReadContext;
  readonly #sheets: ReadonlyMap<SheetKey, SheetData>;
  #hasGap = false;

  constructor(sheets: ReadonlyMap<SheetKey, SheetData>, context: ReadContext) {
    this.#sheets = sheets;
    this.context = context;
  }

  get hasGap(): boolean {
    return this.#hasGap;
  }

  table(spec: SheetSpec): Table | undefined {
    const sheet = this.#sheets.get(spec.key);
    const found = sheet === undefined ? undefined : findTable(spec, sheet, this.context.log);
    const table = found && withoutEmpty(found);
    if (table === undefined && (spec.required || sheet !== undefined)) this.#hasGap = true;
    return table;
  }

  /** The sheets whose rows others name, with ids for rows that have none. */
  named(
    facts: readonly FactColumn[],
    known?: KnownIds,
  ): { readonly people: Table | undefined; readonly posts: Table | undefined } {
    const { log, date1904 } = this.context;
    const [people, posts] = [this.table(peopleSheetWith(facts)), this.table(appointmentPostSheet)];
    if (people !== undefined) reportMissingFacts(people, facts, log);
    const [person, post] = known === undefined ? [] : [idOfPerson(known), idOfPost(known)];
    return {
      people: people && withMadeIds(people, { log, date1904, advice: NAMES_ARE_IDS, idOf: person }),
      posts: posts && withMadePostIds(posts, { log, idOf: post }),
    };
  }

  rows(spec: SheetSpec): readonly RowRecord[] {
    const table = this.table(spec);
    return table === undefined ? [] : readRows(table, this.context);
  }
}

/** A column of people that nobody filled in is none where names take its place, as in the list of people placed before. */
function withoutEmpty(table: Table): Table {
  const { spec, columns, sheet } = table;
  const index = columns.get("person");
  const isNamed = spec.columns.some(({ key, madeOf = "" }) => key === "person" && columns.has(madeOf));
  const rows = dataRows(table, new IssueLog());
  if (index === undefined || !isNamed || rows.some((row) => cellText(sheet.rows[row]?.[index]) !== "")) return table;
  return { ...table, columns: new Map([...columns].filter(([key]) => key !== "person")) };
}
