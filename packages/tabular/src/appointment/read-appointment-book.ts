import type { Checked, Issue, SourceLocation } from "@lungang/core";
import { checked } from "@lungang/core";
import { cellText } from "../county/header.ts";
import { IssueLog, errorAt, presentIssues } from "../county/issues.ts";
import type { KnownIds } from "../county/known-ids.ts";
import { namesIn } from "../county/references.ts";
import type { RowRecord } from "../county/rows.ts";
import { readRows } from "../county/rows.ts";
import { chooseSheets } from "../county/sheet-choice.ts";
import type { CountySource } from "../county/source.ts";
import { readBook } from "../county/source.ts";
import type { Table } from "../county/table.ts";
import { dataRows } from "../county/data-rows.ts";
import { findTable, placeIn } from "../county/table.ts";
import { appointmentPeopleSheet, appointmentPostSheet } from "../sheets/appointment-main-sheets.ts";
import { itemSheet } from "../sheets/appointment-point-sheets.ts";
import { settingsSheet } from "../sheets/appointment-settings.ts";
import { APPOINTMENT_SHEETS } from "../sheets/appointment-sheets.ts";
import type { SheetKey } from "../sheets/spec.ts";
import type { Book, SheetData } from "../workbook/book.ts";
import type { ReadOptions } from "../workbook/read-xlsx.ts";
import type { AppointmentRows } from "./appointment-rows.ts";
import { assembleRows, isWhole } from "./assemble-rows.ts";
import { condition } from "./condition-text.ts";
import { CellIndex } from "./cell-index.ts";
import type { WrittenItem } from "./item-rows.ts";
import { factColumns, writtenItems } from "./item-rows.ts";
import { postNamesIn } from "./made-post-ids.ts";
import { readSettings } from "./read-settings.ts";
import { SheetReading, contextOf } from "./sheet-reading.ts";

/**
 * How a workbook of applications for posts is read.
 *
 * @public
 */
export interface ReadAppointmentOptions extends ReadOptions {
  /**
   * Further checks of the rows, run also where a cell could not be read, so that everything wrong is said at once. Their
   * issues get the cell of their path, which begins with the name of the list; what was said about a cell is not said again.
   * Rows that could not be read are left out, and what refers to them looks unknown: `isLeftOut` says of an id whether it may
   * be that of such a row.
   */
  readonly check?: (
    rows: AppointmentRows,
    reading: { readonly isLeftOut: (id: string) => boolean },
  ) => readonly Issue[];
  /** Adds what stands elsewhere, before the columns are read that it asks for. */
  readonly complete?: (settings: AppointmentRows["settings"], found: FoundPoints) => Promise<CompletedReading>;
  /** Ids of people and posts that are taken where the workbook has none. @defaultValue none: names and words are the ids */
  readonly known?: KnownIds | undefined;
}

/**
 * What a workbook says of points before its people are read.
 *
 * @public
 */
export interface FoundPoints {
  /** Whether it has items of its own, or points that were counted elsewhere. */
  readonly hasOwnPoints: boolean;
}

/**
 * Settings with what stands elsewhere, and what else is to be read.
 *
 * @public
 */
export interface CompletedReading {
  readonly settings: AppointmentRows["settings"];
  /** Items of points that the workbook does not write. @defaultValue none */
  readonly items?: readonly WrittenItem[];
  /** Further columns of the people that somebody counts from. @defaultValue none */
  readonly columns?: readonly string[];
}

/**
 * Rows of a workbook of applications, and what puts an issue about them to its cell.
 *
 * @public
 */
export interface AppointmentBook {
  readonly rows: AppointmentRows;
  readonly locate: (issue: Issue) => Issue;
}

/**
 * Reads a workbook of applications for posts (县管校聘): settings, posts, people, applications and what ranks them.
 *
 * @returns the rows with warnings, or everything that is wrong, each with file, sheet and cell
 * @public
 */
export async function readAppointmentBook(
  source: CountySource,
  options: ReadAppointmentOptions = {},
): Promise<Checked<AppointmentBook>> {
  const book = await readBook(source, options);
  if (!book.ok) return { ok: false, issues: presentIssues(book.issues) };
  const log = new IssueLog();
  const read = await readSheets(book.value, log, options);
  if (read === undefined) return { ok: false, issues: presentIssues(log.all()) };
  const { rows, cells, isLeftOut } = read;
  const further = (options.check?.(rows, { isLeftOut }) ?? [])
    .filter((issue) => cells.isNews(issue))
    .map((issue) => cells.locate(issue));
  const value = { rows, locate: (issue: Issue) => cells.locate(issue) };
  const result = checked(value, presentIssues([...log.all(), ...further]));
  return result;
}

interface ReadSheets {
  readonly rows: AppointmentRows;
  readonly cells: CellIndex;
  readonly isLeftOut: (id: string) => boolean;
}

/** Reads the rows of all sheets; undefined if a header or a required sheet is missing. */
async function readSheets(
  book: Book,
  log: IssueLog,
  { complete, known }: ReadAppointmentOptions,
): Promise<ReadSheets | undefined> {
  const sheets = chooseSheets(book, { sheets: APPOINTMENT_SHEETS, log });
  const reading = new SheetReading(sheets, contextOf(book, log));
  const cells = new CellIndex();
  const asked = await readAsked(reading, { sheets, cells, complete });
  const { settings, items, written, facts } = asked;
  for (const id of written.unclear) log.add(unclearItem(id, sheets.get("settings")));
  const { people, posts } = reading.named(facts, known);
  const context = contextOf(book, log, { people: namesIn(people), posts: postNamesIn(posts) });
  const records = new Map<SheetKey, readonly RowRecord[]>([["items", items]]);
  if (people !== undefined) {
    records.set("people", readRows(people, context));
    cells.setPlace(["people"], firstRow(people), false);
  }
  for (const spec of OTHERS) {
    const table = spec === appointmentPostSheet ? posts : reading.table(spec);
    records.set(spec.key, table === undefined ? [] : readRows(table, context));
    if (table !== undefined) cells.setPlace([spec.key], firstRow(table), false);
  }
  if (settings === undefined || reading.hasGap) return undefined;
  const rows = assembleRows({ settings, records, facts, cells, log });
  return {
    rows: written.items.length > 0 ? { ...rows, items: written.items } : rows,
    cells,
    isLeftOut: leftOut(records),
  };
}

/** Where the first row of a sheet stands, or would stand: what a sheet as a whole lacks is told there. */
function firstRow({ sheet, headerRow, columns }: Table): SourceLocation {
  return placeIn(sheet, headerRow + 1, Math.min(...columns.values()));
}

/** Ids of rows that were left out; any id may be that of a row whose own could not be read. */
function leftOut(records: ReadonlyMap<SheetKey, readonly RowRecord[]>): (id: string) => boolean {
  const declaring = [...records.values()]
    .flat()
    .filter((record) => !isWhole(record) && record.table.spec.columns.some(({ key }) => key === "id"));
  const ids = declaring.map(({ value }) => value["id"]);
  const known = new Set(ids.filter((id) => typeof id === "string"));
  return (id) => known.has(id) || known.size < new Set(ids).size;
}

function unclearItem(id: string, sheet: SheetData | undefined): Issue {
  return errorAt(sheet === undefined ? {} : placeIn(sheet), "condition-unclear", {
    message: { zh: `看不懂政策计分项“${id}”的条件`, en: `The condition of the item "${id}" of the policy is unclear` },
    received: id,
    expected: condition.expected,
    advice: { zh: "请按“计分项”表的写法改正政策", en: "Write it in the policy as the sheet of items does" },
  });
}

/** Whether somebody has points that were counted elsewhere. */
function hasPoints(sheet: SheetData | undefined): boolean {
  const table = sheet === undefined ? undefined : findTable(appointmentPeopleSheet, sheet, new IssueLog());
  const column = table?.columns.get("points");
  if (table === undefined || column === undefined) return false;
  return dataRows(table, new IssueLog()).some((row) => cellText(table.sheet.rows[row]?.[column]) !== "");
}

/** What is read before the people, whose columns depend on it. */
interface AskedReading {
  readonly sheets: ReadonlyMap<SheetKey, SheetData>;
  readonly cells: CellIndex;
  readonly complete: ReadAppointmentOptions["complete"];
}

/** Reads settings and items, with what stands elsewhere, and finds the columns of the people that they ask for. */
async function readAsked(reading: SheetReading, { sheets, cells, complete }: AskedReading) {
  const sheet = sheets.get("settings");
  const own = sheet === undefined ? undefined : readSettings(sheet, reading.context, cells);
  const items = reading.rows(itemSheet);
  const hasOwnPoints = items.length > 0 || hasPoints(sheets.get("people"));
  const {
    settings,
    items: ofPolicy = [],
    columns = [],
  } = own === undefined ? NO_SETTINGS : await completedBy(complete, own, hasOwnPoints);
  const written = writtenItems(ofPolicy);
  const asked = columns.map((column) => ({ column, isList: false }));
  const facts = factColumns(items, settings?.ties ?? [], [...written.columns, ...asked]);
  return { settings, items, written, facts };
}

const NO_SETTINGS: Omit<CompletedReading, "settings"> & { readonly settings?: undefined } = {};

async function completedBy(
  complete: ReadAppointmentOptions["complete"],
  settings: AppointmentRows["settings"],
  hasOwnPoints: boolean,
): Promise<CompletedReading> {
  return complete === undefined ? { settings } : complete(settings, { hasOwnPoints });
}

/** Sheets that are read alike; what settings and items say decides which columns the people have. */
const OTHERS = APPOINTMENT_SHEETS.specs.filter(
  (spec) => ![settingsSheet, itemSheet, appointmentPeopleSheet].includes(spec),
);
