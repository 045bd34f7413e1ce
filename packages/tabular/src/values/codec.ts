import type { Text, IssueCode } from "@lungang/core";
import type { CellValue } from "../workbook/book.ts";
import type { OutColumnType, OutValue } from "../workbook/out-sheet.ts";

/** Language of what is written; every language is read. */
export type Language = "zh" | "en";

/** Something small that reading changed or assumed; counted and reported once a column. */
export type Notice =
  | "width-normalised"
  | "number-as-text"
  | "month-only"
  | "serial-date"
  | "number-in-id"
  | "time-next-day"
  | "time-dropped"
  | "unit-dropped"
  | "fraction-dropped"
  | "id-number-hidden"
  | "stage-in-subject"
  | "subject-renamed";

/** What names mean in this county. */
export interface References {
  /** Returns the id of a school given by id or name; the text itself if neither is known, undefined if several fit. */
  readonly school: (text: string) => string | undefined;
  /** Returns the id of a group given by id or name. */
  readonly group: (text: string) => string;
  /** Returns the id of a person given by id or name; the text itself if neither is known, undefined if several fit. */
  readonly person: (text: string) => string | undefined;
  /** Returns the id of a post given by id or in words; undefined if several fit. @defaultValue the text itself */
  readonly post?: (text: string) => string | undefined;
  /** Returns the ids of all people of a name. @defaultValue nobody is known */
  readonly namesakes?: (name: string) => readonly string[];
}

/** A cell that is not empty. */
export interface CellInput {
  readonly value: NonNullable<CellValue>;
  readonly isDate: boolean;
  readonly date1904: boolean;
  /** Whether a text of digits may be what a spreadsheet left of a number: 2018.1 of 2018.10. */
  readonly zerosMayBeLost: boolean;
  readonly references: References;
  readonly notice: (notice: Notice) => void;
}

/** Why a cell cannot be read. */
export interface Problem {
  readonly problem: IssueCode;
  readonly message: Text;
  readonly advice: Text;
}

/** A reader and writer of one kind of cell. */
export interface Codec<T = unknown> {
  readonly type: OutColumnType;
  /** What a cell may hold, for messages and for the template. */
  readonly expected: Text;
  readonly choices?: readonly string[];
  /** What a template offers where other texts are right as well: words, or the names that a list of the workbook holds. */
  readonly offers?: readonly string[] | "schools" | "subjects";
  /** Returns the value, undefined where the cell says that there is none, or why it cannot be read. */
  readonly read: (cell: CellInput) => T | undefined | Problem;
  /** A method and not a function property, so that columns of different types fit one list. */
  write(value: T, language?: Language): OutValue;
}

/** Returns whether a reading failed. */
export function isProblem(value: unknown): value is Problem {
  return typeof value === "object" && value !== null && "problem" in value;
}

/** Returns the text of a cell, whatever its type. */
export function textOf(cell: CellInput): string {
  return String(cell.value);
}
