import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { OutFile } from "../../files/out-file.ts";
import { jsonFile } from "../../files/out-file.ts";

/**
 * What files were made from, as paths.
 *
 * @public
 */
export interface MadeFrom {
  /** Workbook, folder of CSV files or JSON file of a county. */
  readonly county?: string;
  /** Workbook of applications for posts. */
  readonly applications?: string;
  /** Rotation plan after which people compete for posts. */
  readonly plan?: string;
}

/** What is known of a file that was written. */
export interface RecordEntry extends MadeFrom {
  /** SHA-256 of the file: whoever differs from it was changed by somebody. */
  readonly sha256: string;
  /** Name of the set that the file is of. */
  readonly set?: string;
}

/** What was last written into a folder, by the names of the files. */
export type WriteRecord = Readonly<Record<string, RecordEntry>>;

/** Name of the file in which a folder says what was written into it. */
export const RECORD_FILE = ".lungang-record.json";
const FORMAT = "lungang-record-2";

/** Returns the record of a folder; nothing is on record where there is none that can be read. */
export async function readRecord(folder: string): Promise<WriteRecord> {
  try {
    const document = JSON.parse(await readFile(join(folder, RECORD_FILE), "utf8")) as Partial<RecordDocument> | null;
    return document?.format === FORMAT ? { ...document.files } : {};
  } catch {
    return {};
  }
}

interface RecordDocument {
  readonly format: typeof FORMAT;
  readonly files: WriteRecord;
}

/** What is known of all files that are written together; paths from their folder. */
export type RecordDetails = Omit<RecordEntry, "sha256">;

/** Returns the record of a folder as a file, after some files are written into it and others removed. */
export function recordFile(before: WriteRecord, { files, removed, details }: RecordChange): OutFile {
  const written = files.map(({ name, content }): [string, RecordEntry] => [
    name,
    { sha256: digestOf(content), ...details },
  ]);
  const all = { ...before, ...Object.fromEntries(written) };
  const left = Object.entries(all).filter(([name]) => !removed.includes(name));
  const sorted = Object.fromEntries(left.sort(([a], [b]) => (a < b ? -1 : 1)));
  return jsonFile(RECORD_FILE, { format: FORMAT, files: sorted } satisfies RecordDocument);
}

interface RecordChange {
  readonly files: readonly OutFile[];
  readonly removed: readonly string[];
  readonly details: RecordDetails;
}

/** Returns the SHA-256 of contents. */
export function digestOf(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}

/** Returns the SHA-256 of a file, undefined where there is none. */
export async function digestAt(path: string): Promise<string | undefined> {
  try {
    return digestOf(await readFile(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
