import { INTERNAL_LIST_COLUMNS, appointmentListSheet, unplacedSheet } from "../sheets/appointment-list.ts";
import type { SheetSpec } from "../sheets/spec.ts";
import { byWhatIsShown, numbered } from "../plan/line-sheets.ts";
import type { Language } from "../values/codec.ts";
import type { OutSheet, OutValue } from "../workbook/write-xlsx.ts";
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
  readonly wish: string;
  /** Points as the text of an exact decimal; empty where none count. */
  readonly points: string;
  readonly reason: string;
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

function listSheet(
  spec: SheetSpec,
  lines: readonly AppointmentListLine[],
  { public: isPublic, language }: AppointmentListOptions,
): OutSheet {
  const shown = spec.columns.filter(({ key }) => !(isPublic && INTERNAL_LIST_COLUMNS.has(key)));
  const rows = lines.map((line) => shown.map(({ key, codec }): OutValue => cellOf(line, key, codec)));
  return {
    name: language === "zh" ? spec.zh : (spec.en ?? spec.key),
    columns: shown.map((column) => {
      const { required: _required, ...plain } = outColumn(column, { commented: false });
      return language === "zh" ? plain : { ...plain, header: column.en ?? column.key };
    }),
    rows: numbered(isPublic ? byWhatIsShown(rows) : rows),
    ...(isPublic || spec.freezeColumns === undefined ? {} : { freezeColumns: spec.freezeColumns }),
  };
}

function cellOf(line: AppointmentListLine, key: string, codec: SheetSpec["columns"][number]["codec"]): OutValue {
  const value = (line as unknown as Readonly<Record<string, string | null | undefined>>)[key];
  return value === undefined || value === null || value === "" ? null : codec.write(value);
}
