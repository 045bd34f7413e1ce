import type { Text } from "@lungang/core";

/**
 * For whom a report is made: the public version masks people and leaves out what could harm them.
 *
 * @public
 */
export type Audience = "internal" | "public";

/**
 * What a column holds.
 *
 * @public
 */
export type ReportColumnType = "text" | "integer" | "number" | "date" | "percent";

/**
 * A value of a report: a text in both languages, a plain text, a number, or nothing where nobody knows.
 *
 * @public
 */
export type ReportValue = Text | string | number | null;

/**
 * A column of a table of a report.
 *
 * @public
 */
export interface ReportColumn {
  readonly key: string;
  readonly header: Text;
  readonly type: ReportColumnType;
}

/**
 * One table of a report.
 *
 * @public
 */
export interface ReportTable {
  readonly id: string;
  readonly title: Text;
  /** What the table is called where it stands by itself; of a report with one table that of the report. @defaultValue the title */
  readonly heading?: Text;
  readonly columns: readonly ReportColumn[];
  /** Shapes: one entry a column. */
  readonly rows: readonly (readonly ReportValue[])[];
  /** What explains a column or a base of this table: it stands below it. @defaultValue none */
  readonly notes?: readonly Text[];
  /** Too long to be read on paper: a workbook has it out of sight and of print. @defaultValue printed */
  readonly unprinted?: true;
}

/**
 * A report as data.
 *
 * @public
 */
export interface Report {
  /** `R1` to `R23`, in the order of the catalogue. */
  readonly id: string;
  readonly title: Text;
  /** Rules that ask for it, of those that the policy in use cites: other counties' are no basis here. */
  readonly sources: readonly string[];
  readonly audience: Audience;
  readonly tables: readonly ReportTable[];
  /** What is said of the report as a whole. */
  readonly notes: readonly Text[];
  /** Data that the report asks for and nobody gave, by name. */
  readonly missing: readonly Text[];
}
