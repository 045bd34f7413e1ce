import { promisify } from "node:util";
import { crc32, inflateRaw } from "node:zlib";
import type { Issue, Place } from "@lungang/core";
import type { Entry, ZipFile } from "yauzl";
import { fromBufferPromise } from "yauzl";
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

/** Names and contents of the parts that were asked for. */
export type Parts = ReadonlyMap<string, Buffer>;

/** What was found in an archive: its directory, and the contents of the parts wanted. */
export interface Archive {
  readonly names: readonly string[];
  readonly parts: Parts;
}

const STORED = 0;
const DEFLATED = 8;
const inflate = promisify(inflateRaw);

/**
 * Reads the directory of a zip archive and inflates the wanted parts under {@link ZIP_LIMITS}.
 *
 * Sizes are counted while inflating, since headers may lie; checksums are compared.
 */
export async function readArchive(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  place: Place,
): Promise<Archive | Issue> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const zip = await fromBufferPromise(buffer, {
      lazyEntries: true,
      strictFileNames: true,
      validateEntrySizes: false,
    });
    return await readEntries(zip, wanted, place);
  } catch (error) {
    return archiveIssue(error, place);
  }
}

async function readEntries(zip: ZipFile, wanted: (name: string) => boolean, place: Place): Promise<Archive | Issue> {
  if (zip.entryCount > ZIP_LIMITS.entries) {
    return fileIssue("too-many-parts", place, {
      received: String(zip.entryCount),
      expected: `≤ ${ZIP_LIMITS.entries}`,
    });
  }
  const names: string[] = [];
  const parts = new Map<string, Buffer>();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName;
    if (names.includes(name)) return fileIssue("damaged-workbook", place, { received: name });
    names.push(name);
    if (!wanted(name)) continue;
    if (entry.isEncrypted()) return fileIssue("encrypted-workbook", place);
    const part = await inflateEntry(zip, entry, ZIP_LIMITS.totalBytes - total);
    if (part === undefined) return tooMuch(place, name);
    total += part.length;
    parts.set(name, part);
  }
  return { names, parts };
}

function tooMuch(place: Place, name: string): Issue {
  const mib = (bytes: number) => `${bytes / 2 ** 20} MB`;
  const { entryBytes, totalBytes, ratio } = ZIP_LIMITS;
  return fileIssue("inflates-too-much", place, {
    received: name,
    expected: `≤ ${mib(entryBytes)} / ≤ ${mib(totalBytes)} / ≤ ${ratio}:1`,
  });
}

/** Returns the contents of an entry, or undefined if they exceed a limit. */
async function inflateEntry(zip: ZipFile, entry: Entry, budget: number): Promise<Buffer | undefined> {
  const stream = await zip.openReadStreamPromise(entry, { decodeFileData: false });
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const packed = Buffer.concat(chunks);
  const allowed = Math.min(ZIP_LIMITS.entryBytes, budget);
  const ceiling = Math.min(allowed, Math.max(ZIP_LIMITS.ratioFromBytes, packed.length * ZIP_LIMITS.ratio));
  const plain = await unpack(packed, entry.compressionMethod, ceiling);
  if (plain !== undefined && crc32(plain) !== entry.crc32) throw new RangeError("Checksum does not match");
  return plain;
}

async function unpack(packed: Buffer, method: number, ceiling: number): Promise<Buffer | undefined> {
  if (method === STORED) return packed.length <= ceiling ? packed : undefined;
  if (method !== DEFLATED) throw new RangeError(`Unknown compression method ${method}`);
  try {
    return await inflate(packed, { maxOutputLength: Math.max(1, ceiling) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") return undefined;
    throw error;
  }
}

function archiveIssue(error: unknown, place: Place): Issue {
  const text = error instanceof Error ? error.message : String(error);
  const unsafe = /relative path|absolute path|invalid characters/i.test(text);
  return fileIssue(unsafe ? "unsafe-part-name" : "damaged-workbook", place);
}

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const VERSION = 20;
const UTF8_NAMES = 0x0800;

/**
 * Returns an archive of uncompressed parts.
 *
 * The spreadsheet library reads this and never the original, so that both see the same bytes whatever the headers say.
 */
export function writeStoredArchive(parts: Parts): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of parts) {
    const nameBytes = Buffer.from(name, "utf8");
    const common = Buffer.alloc(26);
    common.writeUInt16LE(VERSION, 0);
    common.writeUInt16LE(UTF8_NAMES, 2);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(content.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([uint32(LOCAL_HEADER), common, nameBytes, content]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([uint32(CENTRAL_HEADER), Buffer.from([VERSION, 0]), common, tail, nameBytes]));
    pieces.push(local);
    offset += local.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.size, 4);
  end.writeUInt16LE(parts.size, 6);
  end.writeUInt32LE(index.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...pieces, index, uint32(END_OF_DIRECTORY), end]);
}

function uint32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value, 0);
  return buffer;
}
