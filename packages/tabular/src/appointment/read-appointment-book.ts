import type { Checked, Issue } from "@lungang/core";
import { checked } from "@lungang/core";
import type { ReadContext } from "../county/cells.ts";
import { IssueLog, presentIssues } from "../county/issues.ts";
import type { Names } from "../county/references.ts";
import { namesIn, resolveName } from "../county/references.ts";
import type { RowRecord } from "../county/rows.ts";
import { readRows } from "../county/rows.ts";
import { chooseSheets } from "../county/sheet-choice.ts";
import type { CountySource } from "../county/source.ts";
import { readBook } from "../county/source.ts";
import type { Table } from "../county/table.ts";
import { findTable } from "../county/table.ts";
import { appointmentPeopleSheet } from "../sheets/appointment-main-sheets.ts";
import { itemSheet } from "../sheets/appointment-point-sheets.ts";
import { settingsSheet } from "../sheets/appointment-settings.ts";
import { APPOINTMENT_SHEETS } from "../sheets/appointment-sheets.ts";
import type { SheetKey, SheetSpec } from "../sheets/spec.ts";
import type { Book, SheetData } from "../workbook/book.ts";
import type { ReadOptions } from "../workbook/read-xlsx.ts";
import type { AppointmentRows } from "./appointment-rows.ts";
import { assembleRows, isWhole } from "./assemble-rows.ts";
import { CellIndex } from "./cell-index.ts";
import { factColumns } from "./item-rows.ts";
import { peopleSheetWith, reportMissingFacts } from "./people-columns.ts";
import { readSettings } from "./read-settings.ts";

/**
 * How a workbook of applications for posts is read.
 *
 * @public
 */
export interface ReadAppointmentOptions extends ReadOptions {
  /**
   * Further checks of the rows, run also where a cell could not be read, so that everything wrong is said at once. Their
   * issues get the cell of their path, which begins with the name of the list; what was said about a cell is not said again.
   * `isWhole` is false where rows were left out because they could not be read: what refers to them looks unknown.
   */
  readonly check?: (rows: AppointmentRows, reading: { readonly isWhole: boolean }) => readonly Issue[];
  /** Puts into the settings what stands elsewhere, before the columns are read that they ask for. */
  readonly complete?: (settings: AppointmentRows["settings"]) => Promise<AppointmentRows["settings"]>;
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
  const { rows, cells, isWhole } = read;
  const further = (options.check?.(rows, { isWhole }) ?? [])
    .filter((issue) => cells.isNews(issue))
    .map((issue) => cells.locate(issue));
  const value = { rows, locate: (issue: Issue) => cells.locate(issue) };
  const result = checked(value, presentIssues([...log.all(), ...further]));
  return result;
}

interface ReadSheets {
  readonly rows: AppointmentRows;
  readonly cells: CellIndex;
  readonly isWhole: boolean;
}

/** Reads the rows of all sheets; undefined if a header or a required sheet is missing. */
async function readSheets(
  book: Book,
  log: IssueLog,
  { complete }: ReadAppointmentOptions,
): Promise<ReadSheets | undefined> {
  const sheets = chooseSheets(book, { sheets: APPOINTMENT_SHEETS, log });
  const reading = new SheetReading(sheets, contextOf(book, log));
  const cells = new CellIndex();
  const settings = await settingsOf(sheets.get("settings"), { context: reading.context, cells, complete });
  const items = reading.rows(itemSheet);
  const facts = factColumns(items, settings?.ties ?? []);
  const peopleTable = reading.table(peopleSheetWith(facts));
  if (peopleTable !== undefined) reportMissingFacts(peopleTable, facts, log);
  const context = contextOf(book, log, namesIn(peopleTable));
  const records = new Map<SheetKey, readonly RowRecord[]>([["items", items]]);
  if (peopleTable !== undefined) records.set("people", readRows(peopleTable, context));
  for (const spec of OTHERS) records.set(spec.key, reading.rows(spec, context));
  if (settings === undefined || reading.hasGap) return undefined;
  const areWhole = [...records.values()].every((rows) => rows.every(isWhole));
  return { rows: assembleRows({ settings, records, facts, cells, log }), cells, isWhole: areWhole };
}

/** How settings are read. */
interface SettingsReading {
  readonly context: ReadContext;
  readonly cells: CellIndex;
  readonly complete: ReadAppointmentOptions["complete"];
}

/** Reads the settings with what stands elsewhere; undefined where there is no sheet. */
async function settingsOf(sheet: SheetData | undefined, { context, cells, complete }: SettingsReading) {
  const written = sheet === undefined ? undefined : readSettings(sheet, context, cells);
  return written === undefined ? undefined : ((await complete?.(written)) ?? written);
}

/** Sheets that are read alike; what settings and items say decides which columns the people have. */
const OTHERS = APPOINTMENT_SHEETS.specs.filter(
  (spec) => ![settingsSheet, itemSheet, appointmentPeopleSheet].includes(spec),
);

function contextOf(book: Book, log: IssueLog, people?: Names): ReadContext {
  const same = (text: string) => text;
  const person = (text: string) => resolveName(people, text);
  return { log, date1904: book.date1904, references: { school: same, group: same, person } };
}

/** Sheets as their headers are found; one without a header, or a required one that is not there, is a gap. */
class SheetReading {
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
    const table = sheet === undefined ? undefined : findTable(spec, sheet, this.context.log);
    if (table === undefined && (spec.required || sheet !== undefined)) this.#hasGap = true;
    return table;
  }

  rows(spec: SheetSpec, context: ReadContext = this.context): readonly RowRecord[] {
    const table = this.table(spec);
    return table === undefined ? [] : readRows(table, context);
  }
}
