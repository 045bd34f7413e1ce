import type { Issue, SourceLocation } from "@lungang/core";
import type { Entry } from "@zip.js/zip.js";
import { ERR_ENCRYPTED, ERR_UNSAFE_FILENAME, Uint8ArrayReader, ZipReader } from "@zip.js/zip.js";
import { concatBytes } from "./bytes.ts";
import { fileIssue } from "./file-issues.ts";

/** Ceilings that hold before any spreadsheet library sees a byte. */
export const ZIP_LIMITS = {
  entries: 200,
  entryBytes: 64 * 2 ** 20,
  totalBytes: 160 * 2 ** 20,
  ratio: 200,
  /** Small parts may compress well without being a bomb. */
  ratioFromBytes: 2 ** 20,
} as const;

/** Contents of one part, with the checksum that they have been compared with. */
export interface Part {
  readonly content: Uint8Array;
  readonly crc32: number;
}

/** Names and contents of the parts that were asked for. */
export type Parts = ReadonlyMap<string, Part>;

/** What was found in an archive: its directory, and the contents of the parts wanted. */
export interface Archive {
  readonly names: readonly string[];
  readonly parts: Parts;
}

/** Work is done where it is called: whoever wants a thread of its own starts one. */
const IN_PLACE = { useWebWorkers: false, checkSignature: true } as const;

/**
 * Reads the directory of a zip archive and inflates the wanted parts under {@link ZIP_LIMITS}.
 *
 * Sizes are counted while inflating, since headers may lie; checksums are compared.
 */
export async function readArchive(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  place: SourceLocation,
): Promise<Archive | Issue> {
  // Strict: headers that disagree, entries that overlap and bytes before or behind the archive could hide a second one.
  const zip = new ZipReader(new Uint8ArrayReader(bytes), { ...IN_PLACE, strictness: "strict" });
  try {
    return await readEntries(zip, wanted, place);
  } catch (error) {
    return archiveIssue(error, place);
  } finally {
    await zip.close();
  }
}

/** Names that could leave the folder they are unpacked in. */
const UNSAFE_NAME = /\\|^\/|^[A-Za-z]:|(^|\/)\.\.(\/|$)/;

async function readEntries(
  zip: ZipReader<unknown>,
  wanted: (name: string) => boolean,
  place: SourceLocation,
): Promise<Archive | Issue> {
  const names = new Set<string>();
  const parts = new Map<string, Part>();
  let total = 0;
  for await (const entry of zip.getEntriesGenerator()) {
    const name = entry.filename;
    if (names.size >= ZIP_LIMITS.entries) return tooManyParts(place);
    if (UNSAFE_NAME.test(name)) return fileIssue("unsafe-part-name", place);
    if (names.has(name)) return fileIssue("damaged-workbook", place, { received: name });
    names.add(name);
    if (!wanted(name)) continue;
    if (entry.encrypted) return fileIssue("encrypted-workbook", place);
    const content = await inflateEntry(entry, ZIP_LIMITS.totalBytes - total);
    if (content === undefined) return tooMuch(place, name);
    total += content.length;
    parts.set(name, { content, crc32: entry.signature ?? 0 });
  }
  return { names: [...names], parts };
}

function tooManyParts(place: SourceLocation): Issue {
  const { entries } = ZIP_LIMITS;
  return fileIssue("too-many-parts", place, { received: `> ${entries}`, expected: `≤ ${entries}` });
}

function tooMuch(place: SourceLocation, name: string): Issue {
  const mib = (bytes: number) => `${bytes / 2 ** 20} MB`;
  const { entryBytes, totalBytes, ratio } = ZIP_LIMITS;
  return fileIssue("inflates-too-much", place, {
    received: name,
    expected: `≤ ${mib(entryBytes)} / ≤ ${mib(totalBytes)} / ≤ ${ratio}:1`,
  });
}

class TooMuchError extends Error {}

/** Returns the contents of an entry, or undefined if they exceed a limit. */
async function inflateEntry(entry: Entry, budget: number): Promise<Uint8Array | undefined> {
  if (entry.directory) return new Uint8Array();
  const allowed = Math.min(ZIP_LIMITS.entryBytes, budget);
  const ceiling = Math.min(allowed, Math.max(ZIP_LIMITS.ratioFromBytes, entry.compressedSize * ZIP_LIMITS.ratio));
  const pieces: Uint8Array[] = [];
  let length = 0;
  const sink = new WritableStream<Uint8Array>({
    write(piece) {
      length += piece.length;
      if (length > ceiling) throw new TooMuchError();
      pieces.push(piece);
    },
  });
  try {
    await entry.getData(sink, IN_PLACE);
    return concatBytes(pieces);
  } catch (error) {
    // Whatever the library makes of a stream that stops taking data, the count says why it stopped.
    if (error instanceof TooMuchError || length > ceiling) return undefined;
    throw error;
  }
}

function archiveIssue(error: unknown, place: SourceLocation): Issue {
  const text = error instanceof Error ? error.message : "";
  if (text === ERR_UNSAFE_FILENAME) return fileIssue("unsafe-part-name", place);
  return fileIssue(text === ERR_ENCRYPTED ? "encrypted-workbook" : "damaged-workbook", place);
}
