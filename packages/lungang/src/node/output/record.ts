import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { OutFile } from "../../files/out-file.ts";
import { jsonFile } from "../../files/out-file.ts";

/** What was last written into a folder, by the names of the files: whoever differs from it was changed by somebody. */
export type WriteRecord = Readonly<Record<string, string>>;

const RECORD_FILE = ".lungang-record.json";
const FORMAT = "lungang-record-1";

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
  /** SHA-256 of each file by its name. */
  readonly files: WriteRecord;
}

/** Returns the record of a folder as a file after some files are written into it. */
export function recordFile(before: WriteRecord, files: readonly OutFile[]): OutFile {
  const all = { ...before, ...Object.fromEntries(files.map(({ name, content }) => [name, digestOf(content)])) };
  const sorted = Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
  return jsonFile(RECORD_FILE, { format: FORMAT, files: sorted } satisfies RecordDocument);
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
