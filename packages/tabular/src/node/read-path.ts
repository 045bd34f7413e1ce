import type { Checked, Instance, Issue } from "@lungang/core";
import type { AppointmentBook, ReadAppointmentOptions } from "../appointment/read-appointment-book.ts";
import { readAppointmentBook as readApplications } from "../appointment/read-appointment-book.ts";
import type { AppointmentList } from "../appointment/read-list.ts";
import { readAppointmentList as readList } from "../appointment/read-list.ts";
import type { ReadCountyOptions } from "../county/read-county.ts";
import { readCounty as readCountyFiles } from "../county/read-county.ts";
import type { CountySource } from "../county/source.ts";
import type { Decisions } from "../county/read-decisions.ts";
import { readDecisions as readDecisionsOf } from "../county/read-decisions.ts";
import type { Roster } from "../plan/read-roster.ts";
import { readRoster as readRosterFiles } from "../plan/read-roster.ts";
import type { ProcedureBook } from "../procedure/read-procedure-book.ts";
import { readProcedureBook as readProcedure } from "../procedure/read-procedure-book.ts";
import type { Book } from "../workbook/book.ts";
import type { ReadOptions } from "../workbook/read-xlsx.ts";
import { readXlsxBook as readXlsxBytes } from "../workbook/read-xlsx.ts";
import type { CheckResultOptions } from "../writing/check-result.ts";
import { writeCheckResult as writeMarked } from "../writing/check-result.ts";
import type { ReadLimits } from "./guarded-parse.ts";
import { guardedParse } from "./guarded-parse.ts";
import { loadFiles } from "./load-files.ts";

/**
 * Where a county comes from on Node: a path to a workbook or to a folder of CSV files, or files in memory.
 *
 * @public
 */
export type PathOrFiles = string | CountySource;

/**
 * Reads a county like `readCounty` of the main entry, from a path as well, and parses workbooks in a guarded thread.
 *
 * @public
 */
export async function readCounty(
  source: PathOrFiles,
  options: ReadCountyOptions & ReadLimits = {},
): Promise<Checked<Instance>> {
  const loaded = await load(source, options);
  return loaded.ok ? readCountyFiles(loaded.value.source, loaded.value.options) : loaded;
}

/**
 * Reads what a county says of its policy like `readDecisions` of the main entry, from a path as well.
 *
 * @public
 */
export async function readDecisions(
  source: PathOrFiles,
  options: ReadOptions & ReadLimits = {},
): Promise<Checked<Decisions>> {
  const loaded = await load(source, options);
  // Why a file cannot be read is told by whoever reads its data.
  return readDecisionsOf(loaded.ok ? loaded.value.source : [], loaded.ok ? loaded.value.options : options);
}

/**
 * Reads a roster like `readRoster` of the main entry, from a path as well.
 *
 * @public
 */
export async function readRoster(
  source: PathOrFiles,
  instance: Instance,
  options: ReadOptions & ReadLimits = {},
): Promise<Checked<Roster>> {
  const loaded = await load(source, options);
  return loaded.ok ? readRosterFiles(loaded.value.source, instance, loaded.value.options) : loaded;
}

/**
 * Reads a workbook of applications like `readAppointmentBook` of the main entry, from a path as well.
 *
 * @public
 */
export async function readAppointmentBook(
  source: PathOrFiles,
  options: ReadAppointmentOptions & ReadLimits = {},
): Promise<Checked<AppointmentBook>> {
  const loaded = await load(source, options);
  return loaded.ok ? readApplications(loaded.value.source, loaded.value.options) : loaded;
}

/**
 * Reads the workbook of a procedure like `readProcedureBook` of the main entry, from a path as well.
 *
 * @public
 */
export async function readProcedureBook(
  source: PathOrFiles,
  options: ReadOptions & ReadLimits = {},
): Promise<Checked<ProcedureBook>> {
  const loaded = await load(source, options);
  return loaded.ok ? readProcedure(loaded.value.source, loaded.value.options) : loaded;
}

/**
 * Reads the list of an appointment like `readAppointmentList` of the main entry, from a path as well.
 *
 * @public
 */
export async function readAppointmentList(
  source: PathOrFiles,
  options: ReadOptions & ReadLimits = {},
): Promise<Checked<AppointmentList>> {
  const loaded = await load(source, options);
  return loaded.ok ? readList(loaded.value.source, loaded.value.options) : loaded;
}

/**
 * Reads a workbook like `readXlsxBook` of the main entry, in a guarded thread.
 *
 * @public
 */
export async function readXlsxBook(bytes: Uint8Array, options: ReadOptions & ReadLimits = {}): Promise<Checked<Book>> {
  return readXlsxBytes(bytes, { parse: guardedParse(options), ...options });
}

/**
 * Writes a list of problems beside the marked sheets like `writeCheckResult` of the main entry, from a path as well.
 *
 * @public
 */
export async function writeCheckResult(
  source: PathOrFiles,
  issues: readonly Issue[],
  options: CheckResultOptions & ReadLimits = {},
): Promise<Uint8Array> {
  const loaded = await load(source, options);
  return loaded.ok ? writeMarked(loaded.value.source, issues, loaded.value.options) : writeMarked([], issues, options);
}

interface Loaded<Options> {
  readonly source: CountySource;
  readonly options: Options & { readonly unread?: readonly string[] };
}

async function load<Options extends ReadOptions & ReadLimits>(
  source: PathOrFiles,
  options: Options,
): Promise<Checked<Loaded<Options>>> {
  const guarded = { parse: guardedParse(options), ...options };
  if (typeof source !== "string") return { ok: true, value: { source, options: guarded }, warnings: [] };
  const files = await loadFiles(source);
  if (!files.ok) return files;
  const { files: loaded, unread } = files.value;
  return { ok: true, value: { source: loaded, options: { ...guarded, unread } }, warnings: [] };
}
