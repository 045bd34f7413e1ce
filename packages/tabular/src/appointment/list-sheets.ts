import {
  INTERNAL_LIST_COLUMNS,
  OPTIONAL_COLUMNS,
  appointmentListSheet,
  stepSheet,
  unplacedSheet,
} from "../sheets/appointment-list.ts";
import type { SheetSpec } from "../sheets/spec.ts";
import { byWhatIsShown, numbered } from "../plan/line-sheets.ts";
import type { Language } from "../values/codec.ts";
import type { OutSheet, OutValue } from "../workbook/out-sheet.ts";
import { outColumn } from "../writing/out-columns.ts";

/**
 * A line of an appointment as it is shown; who gets no post has none.
 *
 * @public
 */
export interface AppointmentListLine {
  readonly person: string;
  /** Masked where the sheets are for the public. */
  readonly name: string;
  readonly from: string;
  readonly post: string | null;
  readonly school: string;
  readonly subject: string;
  readonly outcome: string;
  /** The round that placed the person, or the last one of who has no post; without it there were no rounds. */
  readonly round?: string;
  readonly wish: string;
  /** Points as the text of an exact decimal; empty where none count. */
  readonly points: string;
  /** Who appoints, and the days of the contract; without them no policy says. */
  readonly appointer?: string;
  readonly contractFrom?: string;
  readonly contractTo?: string;
  /** What holds of work and pay of who found no post at first. */
  readonly conditions?: string;
  readonly reason: string;
}

/**
 * What one round changed for one person as it is shown; who lost the own post has none.
 *
 * @public
 */
export interface AppointmentStepLine {
  readonly round: string;
  readonly person: string;
  readonly name: string;
  readonly before: string;
  readonly post: string | null;
  readonly school: string;
  readonly subject: string;
  readonly outcome: string;
}

/**
 * For whom an appointment is written, and in which language.
 *
 * @public
 */
export interface AppointmentListOptions {
  /** Leaves out ids, points, wishes and reasons, and whoever gets no post. */
  readonly public: boolean;
  readonly language: Language;
}

/**
 * Returns the sheets of who gets which post and who gets none; `readAppointmentList` reads the internal ones back.
 *
 * @public
 */
export function appointmentListSheets(
  lines: readonly AppointmentListLine[],
  options: AppointmentListOptions,
): readonly OutSheet[] {
  const placed = lines.filter(({ post }) => post !== null);
  const without = lines.filter(({ post }) => post === null);
  return [
    listSheet(appointmentListSheet, placed, options),
    ...(options.public ? [] : [listSheet(unplacedSheet, without, options)]),
  ];
}

/**
 * Returns the sheet of what every round changed, which `readAppointmentList` reads back; it is for no public edition.
 *
 * @param steps - in the order of the rounds
 * @public
 */
export function appointmentStepSheet(steps: readonly AppointmentStepLine[], language: Language): OutSheet {
  return listSheet(stepSheet, steps, { public: false, language });
}

function listSheet(
  spec: SheetSpec,
  lines: readonly (AppointmentListLine | AppointmentStepLine)[],
  { public: isPublic, language }: AppointmentListOptions,
): OutSheet {
  const isUsed = (key: string) => spec === stepSheet || lines.some((line) => Object.hasOwn(line, key));
  const shown = spec.columns.filter(
    ({ key }) => !(isPublic && INTERNAL_LIST_COLUMNS.has(key)) && (!OPTIONAL_COLUMNS.has(key) || isUsed(key)),
  );
  const rows = lines.map((line) => shown.map(({ key, codec }): OutValue => cellOf(line, key, codec)));
  return {
    name: language === "zh" ? spec.zh : (spec.en ?? spec.key),
    columns: shown.map((column) => {
      const { required: _required, ...plain } = outColumn(column, { commented: false });
      return language === "zh" ? plain : { ...plain, header: column.en ?? column.key };
    }),
    rows: numbered(isPublic ? shownBySchool(lines, rows) : rows),
    // Whoever reads the list back asks for it, also where nobody stands in it.
    always: true,
    ...(isPublic || spec.freezeColumns === undefined ? {} : { freezeColumns: spec.freezeColumns }),
  };
}

/** Rows of the public stand school by school as the lines do, and of one school by what they show alone. */
function shownBySchool(
  lines: readonly { readonly school: string }[],
  rows: readonly (readonly OutValue[])[],
): readonly (readonly OutValue[])[] {
  const schools = [...new Set(lines.map(({ school }) => school))];
  return schools.flatMap((school) => byWhatIsShown(rows.filter((_, at) => lines[at]?.school === school)));
}

function cellOf(line: object, key: string, codec: SheetSpec["columns"][number]["codec"]): OutValue {
  const value = (line as Readonly<Record<string, string | null | undefined>>)[key];
  return value === undefined || value === null || value === "" ? null : codec.write(value);
}
