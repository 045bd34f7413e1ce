import type { Instance } from "@lungang/core";
import { listedSchools } from "@lungang/core/plan";
import { writeCsv } from "../workbook/csv.ts";
import type { OutSheet, OutValue } from "../workbook/out-sheet.ts";
import { writeWorkbook } from "../workbook/write-xlsx.ts";
import { foldPerson } from "../values/names.ts";
import { outColumn } from "./out-columns.ts";
import { getPath } from "../county/nested.ts";
import { countySheet } from "../sheets/county-sheet.ts";
import { ownColumnsOf, withOwnColumns } from "../sheets/own-columns.ts";
import { personSheet } from "../sheets/person-sheet.ts";
import { groupSheet, postSheet } from "../sheets/post-sheets.ts";
import { recordSheets } from "../sheets/record-sheets.ts";
import { travelSheet } from "../sheets/travel-sheet.ts";
import { schoolSheet } from "../sheets/school-sheet.ts";
import type { Column, SheetSpec } from "../sheets/spec.ts";

/** Largest distance table that is written, one column a school. */
const MAX_TRAVEL_CELLS = 1_000_000;
const MAX_TRAVEL_SCHOOLS = 290;

/**
 * Name and contents of a CSV file.
 *
 * @public
 */
export interface CsvFile {
  readonly name: string;
  readonly text: string;
}

/**
 * Returns a workbook that `readCounty` reads back as the same instance.
 *
 * Columns without any value are left out. Statuses stand in their own sheet and not in the sheet of people.
 *
 * @param decisions - further sheets, from `decisionSheets`. @defaultValue none
 * @throws {RangeError} if the distance table is too large for a workbook
 * @public
 */
export async function writeCounty(instance: Instance, decisions: readonly OutSheet[] = []): Promise<Uint8Array> {
  return writeWorkbook([...countySheets(instance), ...decisions], { title: instance.county.name });
}

/**
 * Returns the same as CSV files, one a sheet, in UTF-8 with a byte order mark.
 *
 * @public
 */
export function writeCountyCsv(instance: Instance): readonly CsvFile[] {
  return countySheets(instance).map((sheet) => ({
    name: `${sheet.name}.csv`,
    text: writeCsv([
      sheet.columns.map((column) => column.header),
      ...sheet.rows.map((row) => sheet.columns.map((_column, index) => row[index] ?? null)),
    ]),
  }));
}

/** Returns the sheets of an instance as data; schools are called by their names as far as these are read back. */
export function countySheets(instance: Instance): readonly OutSheet[] {
  const nameOf = readableNames(instance);
  const tableOf = (spec: SheetSpec, items: readonly object[]) => table(spec, items, nameOf);
  const filled = [
    tableOf(withOwnColumns(schoolSheet, ownColumnsOf(instance.schools, "school")), listedSchools(instance.schools)),
    tableOf(postSheet, instance.posts),
    tableOf(
      withOwnColumns(personSheet, ownColumnsOf(instance.persons, "person")),
      instance.persons.map(({ statuses: _statuses, ...person }) => person),
    ),
    tableOf(groupSheet, instance.groups),
    ...recordSheets.map((spec) => tableOf(spec, recordsOf(spec, instance))),
  ];
  const optional = filled.filter((sheet, index) => index === 0 || index === 2 || sheet.rows.length > 0);
  return [factsOf(instance), ...optional, ...travelOf(instance, nameOf)];
}

/** What a school is written as, by its id. */
type NameOf = (id: string) => string;

/** A name of letters, digits and brackets means the same in every cell, also in a list. */
const PLAIN_NAME = /^[\p{L}\p{N}（）()]+$/u;

/** Returns the names of schools by id: people know these. The id stands where several have a name, or where it is an id as well. */
function readableNames({ schools }: Instance): NameOf {
  const counts = new Map<string, number>();
  for (const { name } of schools) counts.set(foldPerson(name), (counts.get(foldPerson(name)) ?? 0) + 1);
  const ids = new Set(schools.map(({ id }) => id));
  const isPlain = (name: string) => PLAIN_NAME.test(name) && counts.get(foldPerson(name)) === 1 && !ids.has(name);
  const names = new Map(schools.map(({ id, name }) => [id, isPlain(name) ? name : id]));
  return (id) => names.get(id) ?? id;
}

function factsOf(instance: Instance): OutSheet {
  const facts = { ...instance, datum: "WGS-84" };
  return {
    name: countySheet.zh,
    columns: [
      { header: "项目", width: 18 },
      { header: "内容", width: 30 },
    ],
    rows: countySheet.columns.map((column) => [column.zh, written(column, facts, (id) => id)]),
  };
}

function recordsOf(spec: SheetSpec, instance: Instance): readonly object[] {
  return instance.persons.flatMap((person) => {
    const records = getPath(person, spec.key) as readonly object[];
    return records.map((record) => ({ person: person.id, ...record }));
  });
}

function table(spec: SheetSpec, items: readonly object[], nameOf: NameOf): OutSheet {
  const cells = spec.columns.map((column) => ({ column, values: items.map((item) => written(column, item, nameOf)) }));
  const used = cells.filter(({ column, values }) => column.required === true || values.some((value) => value !== null));
  return {
    name: spec.zh,
    columns: used.map(({ column }) => outColumn(column, { commented: false })),
    rows: items.map((_item, row) => used.map(({ values }) => values[row])),
    ...(spec.freezeColumns === undefined ? {} : { freezeColumns: spec.freezeColumns }),
  };
}

function written({ key, codec }: Column, item: object, nameOf: NameOf): OutValue {
  const value = getPath(item, key);
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return null;
  return codec.write(codec.offers === "schools" ? named(value, nameOf) : value);
}

/** One school or several, by name. */
function named(value: unknown, nameOf: NameOf): unknown {
  return Array.isArray(value) ? value.map((id) => nameOf(String(id))) : nameOf(String(value));
}

function travelOf({ travel: { matrix } }: Instance, nameOf: NameOf): readonly OutSheet[] {
  if (matrix === undefined) return [];
  const { persons, schools, metres } = matrix;
  if (schools.length > MAX_TRAVEL_SCHOOLS || persons.length * schools.length > MAX_TRAVEL_CELLS) {
    throw new RangeError(
      `Cannot write the distance table: ${persons.length} people times ${schools.length} schools are too many for a workbook`,
    );
  }
  const columns = [
    { header: "人员编号", width: 14 },
    ...schools.map((id) => ({ header: nameOf(id), type: "integer" as const })),
  ];
  const rows = persons.map((id, row) => [id, ...(metres[row] ?? [])]);
  return [{ name: travelSheet.zh, columns, rows, freezeColumns: 1 }];
}
