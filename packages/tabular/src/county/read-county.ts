import type { Checked, Instance, Issue } from "@lungang/core";
import { checked, hasError, loadInstance } from "@lungang/core";
import type { OwnColumn } from "@lungang/core/policy";
import type { Book, SheetData } from "../workbook/book.ts";
import type { ReadOptions } from "../workbook/read-xlsx.ts";
import type { CountyRows } from "./assemble.ts";
import { assemble } from "./assemble.ts";
import type { Origins } from "./origins.ts";
import { readFacts } from "./facts.ts";
import type { ConvertCoordinates } from "./datum.ts";
import { convertPoints, onlyWgs84 } from "./datum.ts";
import { IssueLog, errorAt, presentIssues } from "./issues.ts";
import { countySheet } from "../sheets/county-sheet.ts";
import { checkIdentity, checkNumbersTwice } from "./people-checks.ts";
import { withMadeIds } from "./made-ids.ts";
import { checkOutside } from "./outside-checks.ts";
import { readReferences } from "./references.ts";
import type { ReadContext } from "./cells.ts";
import type { RowRecord } from "./rows.ts";
import { readRows } from "./rows.ts";
import { chooseSheets } from "./sheet-choice.ts";
import { COUNTY_SHEETS, SHEETS } from "../sheets/sheets.ts";
import type { CountySource } from "./source.ts";
import { readBook } from "./source.ts";
import { withOwnColumns } from "../sheets/own-columns.ts";
import type { SheetKey } from "../sheets/spec.ts";
import type { Table } from "./table.ts";
import { findTable, placeIn } from "./table.ts";
import { readTravel } from "./travel.ts";

/**
 * How a county is read from tables.
 *
 * @public
 */
export interface ReadCountyOptions extends ReadOptions {
  /**
   * Converts coordinates from the declared system.
   * @defaultValue accepts WGS-84 and CGCS2000 only
   */
  readonly convertCoordinates?: ConvertCoordinates;
  /** Names of files that lie beside those given and were not loaded. */
  readonly unread?: readonly string[];
  /** Columns that a policy declares, read into the attributes `x`. @defaultValue none */
  readonly columns?: readonly OwnColumn[];
  /** Further checks of the instance; their issues get the cell of their path. */
  readonly checks?: readonly ((instance: Instance) => readonly Issue[])[];
}

/** Where the parts of an instance that was read here came from. */
const originsOf = new WeakMap<Instance, Origins>();

/**
 * Returns an issue about an instance with file, sheet and cell where the instance was read from a workbook or CSV.
 *
 * @public
 */
export function placeIssue(issue: Issue, instance: Instance): Issue {
  if (issue.place !== undefined) return issue;
  const known = originsOf.get(instance)?.locate(issue);
  return known?.place?.cell === undefined ? issue : known;
}

/**
 * Reads a county from a workbook or a folder of CSV files.
 *
 * @returns the instance with warnings, or everything that is wrong, each with file, sheet and cell, at most 500
 * @public
 */
export async function readCounty(source: CountySource, options: ReadCountyOptions = {}): Promise<Checked<Instance>> {
  const book = await readBook(source, options);
  const result = book.ok ? readInstance(book.value, options) : book;
  return result.ok
    ? { ...result, warnings: presentIssues(result.warnings) }
    : { ok: false, issues: presentIssues(result.issues) };
}

function readInstance(book: Book, options: ReadCountyOptions): Checked<Instance> {
  const log = new IssueLog();
  const rows = readSheets(book, options, log);
  if (rows === undefined) return { ok: false, issues: log.all() };
  const { data, origins } = assemble(rows, log);
  const loaded = loadInstance(data);
  const found = loaded.ok ? loaded.warnings : loaded.issues;
  const news = found.filter((issue) => origins.isNews(issue)).map((issue) => origins.locate(issue));
  const issues = [...log.all(), ...news];
  if (!loaded.ok) return { ok: false, issues: hasError(issues) ? issues : [...issues, ...found] };
  originsOf.set(loaded.value, origins);
  const further = (options.checks ?? [])
    .flatMap((check) => check(data as Instance))
    .map((issue) => origins.locate(issue));
  return checked(loaded.value, withoutRepetition([...issues, ...further]));
}

/** Two checks may find the same at the same cell; it is said once. */
function withoutRepetition(issues: readonly Issue[]): readonly Issue[] {
  const seen = new Set<string>();
  return issues.filter(({ code, path, place }) => {
    if (path === undefined) return true;
    const key = JSON.stringify([code, path, place]);
    return !seen.has(key) && seen.add(key);
  });
}

/** Reads the rows of all sheets; undefined if a header or a required sheet is missing. */
function readSheets(book: Book, options: ReadCountyOptions, log: IssueLog): CountyRows | undefined {
  const sheets = chooseSheets(book, { sheets: COUNTY_SHEETS, log });
  const tables = findTables(sheets, { log, own: options.columns ?? [], date1904: book.date1904 });
  const references = readReferences(tables);
  const context: ReadContext = { log, references, date1904: book.date1904 };
  const countyData = sheets.get("county");
  const county = countyData === undefined ? undefined : readFacts({ spec: countySheet, sheet: countyData }, context);
  const records = new Map([...tables].map(([key, table]) => [key, readRows(table, context)] as const));
  const people = records.get("persons") ?? [];
  for (const record of people) checkIdentity(record, log);
  checkNumbersTwice(people, log);
  checkReferencesOutside(records, log);
  checkFilled(tables, records, log);
  const travelData = sheets.get("travel");
  const travel = travelData === undefined ? undefined : readTravel(travelData, context);
  const required = SHEETS.filter((spec) => spec.required && spec.key !== "county");
  if (county === undefined || required.some(({ key }) => !tables.has(key))) return undefined;
  const points = [...pointsOf(records.get("schools") ?? [], "coordinates"), ...pointsOf(people, "residence")];
  convertPoints(points, county, { log, convert: options.convertCoordinates ?? onlyWgs84 });
  return { county, records, travel, travelSheet: travelData };
}

/** A sheet of people that has a header alone was not filled in; one without schools either is told of the schools. */
function checkFilled(tables: ReadonlyMap<SheetKey, Table>, records: CountyRows["records"], log: IssueLog): void {
  const table = tables.get("persons");
  const [schools = [], people = []] = [records.get("schools"), records.get("persons")];
  if (table === undefined || people.length > 0 || schools.length === 0) return;
  const { spec, sheet, headerRow, columns } = table;
  log.add(
    errorAt(placeIn(sheet, headerRow + 1, Math.min(...columns.values())), "sheet-without-rows", {
      message: { zh: `“${spec.zh}”表只有表头，没有数据`, en: `The sheet "${spec.key}" has a header and no data` },
      expected: { zh: "每行一条", en: "a row for each" },
      advice: {
        zh: "请从表头下一行起填写",
        en: "Fill it in below the header",
      },
    }),
  );
}

function checkReferencesOutside(records: CountyRows["records"], log: IssueLog): void {
  const idsOf = (key: SheetKey) => new Set((records.get(key) ?? []).map(({ value }) => value["id"]));
  const people = records.get("persons") ?? [];
  const exchanges = records.get("exchanges") ?? [];
  checkOutside(
    {
      records: exchanges,
      keys: ["from", "to"],
      known: idsOf("schools"),
      zh: "学校不在“学校”表中",
      en: "schools are in no sheet",
    },
    log,
  );
  checkOutside(
    {
      records: people,
      keys: ["spouse"],
      known: idsOf("persons"),
      zh: "配偶不在“人员”表中",
      en: "spouses are in no sheet",
    },
    log,
  );
}

function pointsOf<Key extends string>(records: readonly RowRecord[], key: Key) {
  return records.map((record) => ({ record, key }));
}

function findTables(
  sheets: ReadonlyMap<SheetKey, SheetData>,
  { log, own, date1904 }: Pick<ReadContext, "log" | "date1904"> & { readonly own: readonly OwnColumn[] },
): ReadonlyMap<SheetKey, Table> {
  const tables = new Map<SheetKey, Table>();
  for (const spec of SHEETS) {
    const sheet = sheets.get(spec.key);
    if (sheet === undefined || spec.key === "county" || spec.key === "travel") continue;
    const table = findTable(withOwnColumns(spec, own), sheet, log);
    if (table !== undefined) tables.set(spec.key, withMadeIds(table, { log, date1904 }));
  }
  return tables;
}
