import type { Report, ReportColumnType, ReportValue } from "./report.ts";

/**
 * A sheet as a writer of workbooks takes it.
 *
 * @public
 */
export interface ReportSheet {
  readonly name: string;
  readonly columns: readonly { readonly header: string; readonly type: ReportColumnType; readonly width?: number }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  readonly notes: readonly string[];
  /** What the sheet is called in full. */
  readonly heading: string;
  /** The report that it is a part of. */
  readonly about: string;
  /** Out of sight and of print. */
  readonly hidden?: true;
}

/**
 * How reports become sheets.
 *
 * @public
 */
export interface ReportSheetsOptions {
  /** @defaultValue "zh" */
  readonly language?: "zh" | "en";
}

/** Longest name of a sheet in a workbook. */
const MAX_SHEET_NAME = 31;
const WIDEST = 40;

/**
 * Returns one sheet for every table of the reports, those that nobody prints behind the others. What explains a table stands
 * below its rows; what is said of a report, and what data lack, below the last of its tables. A report that has nothing to show yet is one sheet without rows, so that a list of contents can name it.
 *
 * @public
 */
export function reportSheets(
  reports: readonly Report[],
  { language = "zh" }: ReportSheetsOptions = {},
): readonly ReportSheet[] {
  const taken = new Set<string>();
  const sheets = reports.flatMap((report): readonly ReportSheet[] => {
    if (report.tables.length === 0) return [withoutTables(report, language, taken)];
    const printed = report.tables.filter(({ unprinted }) => unprinted !== true);
    // A table without rows is no sheet of a document: what is said of the report stands on one that is.
    const last = printed.findLast(({ rows }) => rows.length > 0) ?? printed.at(-1);
    return report.tables.map((table): ReportSheet => {
      const say = (value: ReportValue) => (value !== null && typeof value === "object" ? value[language] : value);
      const rows = table.rows.map((row) => row.map(say));
      const heading = (table.heading ?? table.title)[language];
      return {
        name: sheetName(heading, language, taken),
        columns: table.columns.map(({ header, type }, at) => ({
          header: header[language],
          type,
          width: widthOf([header[language], ...rows.map((row) => String(row[at] ?? ""))]),
        })),
        rows,
        heading,
        about: report.title[language],
        notes: [...remarks(table.notes, language), ...(table === last ? notesOf(report, language) : [])],
        ...(table.unprinted === undefined ? {} : { hidden: table.unprinted }),
      };
    });
  });
  return [...sheets.filter(({ hidden }) => hidden !== true), ...sheets.filter(({ hidden }) => hidden === true)];
}

function withoutTables(report: Report, language: "zh" | "en", taken: Set<string>): ReportSheet {
  const heading = report.title[language];
  return {
    name: sheetName(heading, language, taken),
    columns: [],
    rows: [],
    heading,
    about: heading,
    notes: notesOf(report, language),
  };
}

/** What is below the tables: on a wall nothing of what the bureau has still to find out. */
function notesOf({ notes, missing, audience }: Report, language: "zh" | "en"): readonly string[] {
  const lead = { zh: "注：缺少数据，未列入：", en: "Note: no data for " }[language];
  const open = audience === "public" ? [] : missing;
  return [...remarks(notes, language), ...open.map((entry) => `${lead}${entry[language]}`)];
}

function remarks(notes: Report["notes"] = [], language: "zh" | "en"): readonly string[] {
  return notes.map((note) => `${{ zh: "注：", en: "Note: " }[language]}${note[language]}`);
}

/**
 * Names of sheets are what they are about, without the number of the report, which says nothing to who reads them: they hold
 * none of `: \ / ? * [ ]`, and of two that are alike the second is numbered.
 */
function sheetName(heading: string, language: "zh" | "en", taken: Set<string>): string {
  const words = heading.replace(/[:\\/?*[\]]/gu, " ").trim();
  for (let number = 1; ; number++) {
    const end = number === 1 ? "" : { zh: `（${number}）`, en: ` (${number})` }[language];
    const short = Array.from(words).slice(0, MAX_SHEET_NAME - end.length);
    const name = `${short.join("").trim()}${end}`;
    // Excel takes names for the same that differ in capitals alone.
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

function widthOf(texts: readonly string[]): number {
  const widest = texts.reduce((most, value) => Math.max(most, displayWidth(value)), 8);
  return Math.min(WIDEST, widest + 3);
}

/** Returns the width of a text in halves of a Chinese character. */
function displayWidth(value: string): number {
  return Array.from(value).reduce((sum, char) => sum + ((char.codePointAt(0) ?? 0) > 0xff ? 2 : 1), 0);
}
