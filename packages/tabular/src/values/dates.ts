import { addDays, isIsoDate } from "@lungang/core";
import { takeTimeOff, timeEffect } from "./time-of-day.ts";

/** What the text of a date says; `precision` tells whether a day was given. */
export interface DateReading {
  readonly date: string;
  readonly precision: "day" | "month";
  /** What a time of day has done: taken for a shifted midnight, or left out. */
  readonly time?: "next-day" | "dropped";
}

const SPELLINGS: readonly RegExp[] = [
  /^(\d{4})[-/.．](\d{1,2})[-/.．](\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
  /^(\d{4})[-/.](\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月$/,
];

/** Reads the spellings of a date that are in use; undefined for anything else or a date that does not exist. */
export function readDateText(text: string): DateReading | undefined {
  const { text: day, seconds } = takeTimeOff(text.normalize("NFKC").trim());
  const plain = day.replace(/\s+/g, "");
  for (const spelling of SPELLINGS) {
    const match = spelling.exec(plain);
    if (match !== null) return shifted(dateOf(match[1] ?? "", match[2] ?? "", match[3]), seconds);
  }
  return undefined;
}

function shifted(reading: DateReading | undefined, seconds: number | undefined): DateReading | undefined {
  const time = timeEffect(seconds);
  if (reading === undefined || time === "none") return reading;
  return { ...reading, date: time === "next-day" ? addDays(reading.date, 1) : reading.date, time };
}

function dateOf(year: string, month: string, day: string | undefined): DateReading | undefined {
  const date = `${year}-${month.padStart(2, "0")}-${(day ?? "1").padStart(2, "0")}`;
  return isIsoDate(date) ? { date, precision: day === undefined ? "month" : "day" } : undefined;
}

const MS_PER_DAY = 86_400_000;
const SECONDS_PER_DAY = 86_400;
const [EPOCH_1900, EPOCH_1904] = [Date.UTC(1899, 11, 30), Date.UTC(1904, 0, 1)];
const [EARLIEST, LATEST] = ["1930-01-01", "2099-12-31"];
const [LEAST_YEAR, MOST_YEAR] = [1900, 2100];
/** Numbers from here on are dates written as 19000101. */
const COMPACT_FROM = 19_000_101;

/**
 * Reads a number in a date column: `20180901`, a serial number of the spreadsheet, or `2018.9`.
 *
 * A number like 2018.1 may mean January or October (typed as 2018.10) and is not read.
 */
export function readDateNumber(value: number, date1904: boolean): DateReading | "ambiguous" | undefined {
  if (value >= LEAST_YEAR && value < MOST_YEAR) {
    return String(value).endsWith(".1") ? "ambiguous" : readDateText(String(value));
  }
  return value >= COMPACT_FROM ? readDateText(String(value)) : readSerial(value, date1904);
}

function readSerial(value: number, date1904: boolean): DateReading | undefined {
  const epoch = date1904 ? EPOCH_1904 : EPOCH_1900;
  const time = epoch + Math.floor(value) * MS_PER_DAY;
  if (!(Math.abs(time) <= Date.UTC(2100, 0, 1))) return undefined;
  const date = new Date(time).toISOString().slice(0, 10);
  const seconds = Math.round((value - Math.floor(value)) * SECONDS_PER_DAY);
  return date >= EARLIEST && date <= LATEST ? shifted({ date, precision: "day" }, seconds) : undefined;
}

/** Returns the last day of the month of a date. */
export function lastDayOfMonth(date: string): string {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
