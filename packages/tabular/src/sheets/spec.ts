import type { Codec } from "../values/codec.ts";

/** One attribute as a column: the same description serves reading, writing and the template. */
export interface Column {
  /** Path of the attribute, also the English header; `quota.minOut` is nested. */
  readonly key: string;
  /** Chinese header. */
  readonly zh: string;
  /** English header where sheets are written in English; the key otherwise. */
  readonly en?: string;
  /** Further headers; compared without width, case, spaces and signs. */
  readonly aliases?: readonly string[];
  readonly codec: Codec;
  readonly required?: boolean;
  /** Key of the column that takes the place of this one where nobody filled it in: names for ids of people, schools for ids of posts. */
  readonly madeOf?: string;
  /** Health, discipline, birth dates, identity numbers: never repeated in an issue. */
  readonly sensitive?: boolean;
  /** Explanation for the person who fills in the template. */
  readonly note: string;
  /** Written as year and month. */
  readonly monthly?: boolean;
  /** Out of sight until somebody shows it. */
  readonly hidden?: boolean;
  /** Another spelling of what a column beside it holds: folded away in the template. */
  readonly isSpare?: boolean;
  /** What the example rows of the template show. */
  readonly examples?: readonly (string | number)[];
  readonly width?: number;
}

export type SheetKey =
  | "county"
  | "schools"
  | "posts"
  | "persons"
  | "groups"
  | "offices"
  | "exchanges"
  | "statuses"
  | "evaluations"
  | "examRanks"
  | "travel"
  | "settings"
  | "locks"
  | "roster"
  | "returns"
  | "participations"
  | "itineraries"
  | "progress"
  | "published"
  | "objections"
  | "assessments"
  | AppointmentSheetKey;

/** Sheets of a workbook of applications for posts. */
export type AppointmentSheetKey =
  | "settings"
  | "people"
  | "applications"
  | "rankings"
  | "classes"
  | "placed"
  | "floors"
  | "swaps"
  | "rounds"
  | "distances"
  | "withdrawn"
  | "procedure"
  | "classTeachers"
  | "items"
  | "evidence"
  | "couples"
  | "limits"
  | "titlePosts"
  | "schoolSizes"
  | "appointments"
  | "unplaced"
  | "steps";

/** One sheet of the workbook or one file of the folder. */
export interface SheetSpec {
  readonly key: SheetKey;
  /** Chinese name of the sheet. */
  readonly zh: string;
  /** English name where it is written in English. */
  readonly en?: string;
  readonly aliases: readonly string[];
  readonly required: boolean;
  readonly columns: readonly Column[];
  /** Rows are records of the person named in the column `person`. */
  readonly ofPerson?: boolean;
  readonly freezeColumns?: number;
  /** Written with sums and signatures around the table: to find them there is nothing to tell. */
  readonly framed?: boolean;
}

/** Ids of rows that begin with one of these words are examples. */
export const EXAMPLE_PREFIXES = ["示例", "example"] as const;

/** Rows whose first text begins with one of these signs explain and hold no data. */
export const NOTE_PREFIX = /^(※|注[:：]|说明[:：]|备注[:：]|填表说明|填写说明)/u;
