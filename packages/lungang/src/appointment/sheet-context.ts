import type { OutColumnType, OutSheet, OutValue } from "@lungang/tabular";
import type { Language } from "../files/out-file.ts";
import type { DecidedAppointment } from "./appointment-outcome.ts";
import type { Applications } from "./open-applications.ts";
import type { AppointmentNames } from "./post-names.ts";
import { englishMarks } from "./post-names.ts";

/** What the sheets of an appointment are made from. */
export interface SheetContext {
  readonly decided: DecidedAppointment;
  readonly applications: Applications;
  readonly names: AppointmentNames;
  readonly public: boolean;
  readonly language: Language;
}

/** Header in both languages, width, and what the column holds; text by default. */
export type Column = readonly [zh: string, en: string, width: number, type?: OutColumnType];

/** Returns a sheet that is not read back, in the language of the context. */
export function sheetOf(
  { language }: SheetContext,
  name: readonly [zh: string, en: string],
  {
    columns,
    rows,
    title,
  }: {
    readonly columns: readonly Column[];
    readonly rows: readonly (readonly OutValue[])[];
    readonly title?: readonly string[];
  },
): OutSheet {
  const at = language === "zh" ? 0 : 1;
  const told = (value: OutValue) => (language === "en" && typeof value === "string" ? englishMarks(value) : value);
  return {
    name: name[at],
    columns: columns.map(([zh, en, width, type = "text"]) => ({ header: language === "zh" ? zh : en, width, type })),
    rows: rows.map((row) => row.map(told)),
    ...(title === undefined ? {} : { title }),
  };
}
