import type { Checked, Issue } from "@lungang/core";
import { checked } from "@lungang/core";
import type { ReadContext } from "../county/cells.ts";
import { cellText, columnKeyOf, findHeaderRow } from "../county/header.ts";
import { IssueLog, errorAt, presentIssues } from "../county/issues.ts";
import type { RowRecord } from "../county/rows.ts";
import { readRows } from "../county/rows.ts";
import type { CountySource } from "../county/source.ts";
import { readBook } from "../county/source.ts";
import type { Table } from "../county/table.ts";
import { findTable, placeIn, placeOfBook } from "../county/table.ts";
import { APPOINTMENT_LISTS, appointmentListSheet, stepSheet, unplacedSheet } from "../sheets/appointment-list.ts";
import type { SheetSpec } from "../sheets/spec.ts";
import type { Book } from "../workbook/book.ts";
import type { ReadOptions } from "../workbook/read-xlsx.ts";
import { CellIndex } from "./cell-index.ts";

/**
 * A line of an appointment as a workbook says it; what it leaves out is undefined.
 *
 * @public
 */
export interface AppointmentListRow {
  readonly person: string;
  readonly post: string | null;
  readonly appointer?: string;
  readonly contractFrom?: string;
  readonly contractTo?: string;
  readonly conditions?: string;
}

/**
 * Who gets which post, as a workbook says it; `locate` puts an issue about a line (`lines`, number, field) or a step of a
 * round (`steps`, number, field) to its cell.
 *
 * @public
 */
export interface AppointmentList {
  readonly lines: readonly AppointmentListRow[];
  /** Fields of lines for which one of the sheets has a column; all of them where nobody says. */
  readonly fields?: ReadonlySet<string>;
  /** What every round changed; undefined where the workbook has no such sheet. */
  readonly steps:
    readonly { readonly round: string; readonly person: string; readonly post: string | null }[] | undefined;
  readonly locate: (issue: Issue) => Issue;
}

/**
 * Reads the internal workbook of an appointment, as written or as edited by hand: people with posts, then those without.
 *
 * @public
 */
export async function readAppointmentList(
  source: CountySource,
  options: ReadOptions = {},
): Promise<Checked<AppointmentList>> {
  const book = await readBook(source, options);
  if (!book.ok) return { ok: false, issues: presentIssues(book.issues) };
  const log = new IssueLog();
  const cells = new CellIndex();
  const goodOf = (spec: SheetSpec) => {
    const read = readTable(book.value, spec, log);
    return read === undefined ? undefined : { ...read, records: read.records.filter(({ bad }) => bad.size === 0) };
  };
  const sheets = [appointmentListSheet, unplacedSheet].flatMap((spec) => goodOf(spec) ?? []);
  const [first] = sheets;
  if (first?.table !== undefined) cells.setPlace(["lines"], placeIn(first.table.sheet, first.table.headerRow), false);
  const lines = sheets
    .flatMap(({ records }) => records)
    .map((record, at) => {
      cells.setRow(["lines", at], record);
      const { person, post, ...terms } = record.value as unknown as ListRow;
      const { appointer, contractFrom, contractTo, conditions } = terms;
      const said = Object.entries({ appointer, contractFrom, contractTo, conditions });
      return { person, post: post ?? null, ...Object.fromEntries(said.filter(([, value]) => value !== undefined)) };
    });
  const steps = goodOf(stepSheet)?.records.map((record, at) => {
    cells.setRow(["steps", at], record);
    const { round, person, post } = record.value as unknown as Step;
    return { round, person, post: post ?? null };
  });
  const fields = new Set(sheets.flatMap(({ table }) => [...(table?.columns.keys() ?? [])]));
  return checked({ lines, fields, steps, locate: (issue: Issue) => cells.locate(issue) }, presentIssues(log.all()));
}

type ListRow = Omit<AppointmentListRow, "post"> & { readonly post?: string };

interface Step {
  readonly round: string;
  readonly person: string;
  readonly post?: string;
}

/** A sheet as it was read; without a table where its header is not what it should be. */
interface ReadSheet {
  readonly table: Table | undefined;
  readonly records: readonly RowRecord[];
}

function readTable(book: Book, spec: SheetSpec, log: IssueLog): ReadSheet | undefined {
  // The other sheets of the workbook are for readers.
  const sheet = book.sheets.find(({ name }) => APPOINTMENT_LISTS.named(name) === spec);
  if (sheet === undefined) {
    if (spec.required) log.add(missingList(book, spec));
    return undefined;
  }
  const header = findHeaderRow(spec, sheet.rows);
  const names = header === undefined ? [] : (sheet.rows[header] ?? []);
  if (header !== undefined && !names.some((name) => columnKeyOf(spec, cellText(name)) === "person")) {
    log.add(errorAt(placeIn(sheet, header), "missing-column", WITHOUT_IDS));
    return { table: undefined, records: [] };
  }
  const table = findTable(spec, sheet, log);
  const same = (text: string) => text;
  const context: ReadContext = {
    log,
    date1904: book.date1904,
    references: { school: same, group: same, person: same },
  };
  return { table, records: table === undefined ? [] : readRows(table, context) };
}

function missingList(book: Book, spec: SheetSpec): Issue {
  return errorAt(placeOfBook(book), "missing-sheet", {
    message: { zh: `缺少“${spec.zh}”表`, en: `The sheet "${spec.en ?? spec.key}" is missing` },
    received: book.sheets.map((sheet) => sheet.name).join("、"),
    expected: { zh: spec.zh, en: spec.en ?? spec.key },
    advice: {
      zh: "请使用 lungang appoint 写出的内部版工作簿，公示版没有人员编号",
      en: "Use the internal workbook of lungang appoint; the public one has no ids",
    },
  });
}

const WITHOUT_IDS = {
  message: {
    zh: "聘任名单没有人员编号，像是公示版",
    en: "The list has no ids of people; it looks like the public edition",
  },
  expected: { zh: "人员编号", en: "ids of people" },
  advice: { zh: "请使用内部版工作簿（聘任结果.xlsx）", en: "Use the internal workbook (聘任结果.xlsx)" },
};
