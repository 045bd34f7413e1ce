import type { Checked, Issue, Text, IssueCode } from "@lungang/core";
import { checked } from "@lungang/core";
import type { SchoolRow } from "./row.ts";

/**
 * A row of a table with a header, as a CSV parser returns it.
 *
 * @public
 */
export type TableRow = Readonly<Record<string, string>>;

class Reader {
  readonly issues: Issue[] = [];
  readonly #row: TableRow;
  readonly #index: number;

  constructor(row: TableRow, index: number) {
    this.#row = row;
    this.#index = index;
  }

  /** Returns a text that must be there. */
  text(column: string): string {
    const value = (this.#row[column] ?? "").trim();
    if (value === "") this.#report(column, "missing-value", { zh: "缺少内容", en: "is empty" });
    return value;
  }

  /** Returns an integer from 0, or undefined where the cell is empty. */
  count(column: string): number | undefined {
    const value = (this.#row[column] ?? "").trim();
    if (value === "") return undefined;
    if (/^\d{1,6}$/.test(value)) return Number(value);
    this.#report(column, "invalid-value", { zh: "应为非负整数", en: "must be an integer from 0" });
    return undefined;
  }

  /** Returns degrees within a limit on both sides of 0. */
  degrees(column: string, limit: number): number {
    const value = this.text(column);
    const degrees = /^-?\d{1,3}(\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
    if (Math.abs(degrees) <= limit) return degrees;
    if (value !== "")
      this.#report(column, "invalid-value", { zh: "应为经纬度", en: `must be from -${limit} to ${limit}` });
    return 0;
  }

  /** Returns what stands for one of the values that a column may have. */
  choice<T>(column: string, choices: Readonly<Record<string, T>>, fallback: T): T {
    const value = this.text(column);
    const found = Object.entries(choices).find(([key]) => key === value);
    if (found !== undefined) return found[1];
    if (value !== "") this.#report(column, "invalid-value", { zh: "取值不在清单内", en: "has an unknown value" });
    return fallback;
  }

  #report(column: string, code: IssueCode, { zh, en }: Text): void {
    const line = this.#index + 2;
    const received = this.#row[column];
    this.issues.push({
      code,
      severity: "error",
      message: { zh: `第${line}行“${column}”${zh}`, en: `Row ${line}: "${column}" ${en}` },
      path: [this.#index, column],
      ...(received === undefined ? {} : { received }),
    });
  }
}

function readRows(rows: readonly TableRow[], read: (reader: Reader) => SchoolRow | undefined): Checked<SchoolRow[]> {
  const issues: Issue[] = [];
  const schools = rows.flatMap((row, index) => {
    const reader = new Reader(row, index);
    const school = read(reader);
    if (school !== undefined) issues.push(...reader.issues);
    return school ?? [];
  });
  return checked(schools, issues);
}

const SJKC_AREAS = { Bandar: undefined, "Luar Bandar": "rural" } as const;

/**
 * Reads the list of Chinese-medium primary schools of Malaysia, one state of it.
 *
 * The district office (PPD) is the zone. A school with an empty number of teachers has none; `Luar Bandar` is rural,
 * `Bandar` leaves the area to the distance from the centre.
 *
 * @param state - as the list writes it, for example `PERAK`
 * @public
 */
export function readSjkc(rows: readonly TableRow[], state: string): Checked<SchoolRow[]> {
  return readRows(rows, (reader) => {
    if (reader.text("NEGERI") !== state) return undefined;
    const students = reader.count("ENROLMEN");
    const area = reader.choice("LOKASI", SJKC_AREAS, undefined);
    return {
      id: reader.text("KODSEKOLAH"),
      name: reader.text("NAMASEKOLAH_C"),
      latitude: reader.degrees("KOORDINATYY", 90),
      longitude: reader.degrees("KOORDINATXX", 180),
      teachers: reader.count("GURU") ?? 0,
      type: "primary",
      zone: reader.text("PPD"),
      ...(students === undefined ? {} : { students }),
      ...(area === undefined ? {} : { area }),
    };
  });
}

const SAME_OWNERSHIPS = { Government: "public", "Non-Government": "private" } as const;

/**
 * Reads the list of primary schools of a Tanzanian council; the ward is the zone, schools not of the state are private.
 *
 * @public
 */
export function readSame(rows: readonly TableRow[]): Checked<SchoolRow[]> {
  return readRows(rows, (reader) => {
    const students = reader.count("students2021");
    return {
      id: reader.text("reg"),
      name: reader.text("name"),
      latitude: reader.degrees("lat", 90),
      longitude: reader.degrees("lng", 180),
      teachers: reader.count("teachers2021") ?? 0,
      type: "primary",
      zone: reader.text("ward"),
      ownership: reader.choice("ownership", SAME_OWNERSHIPS, "public"),
      ...(students === undefined ? {} : { students }),
    };
  });
}
