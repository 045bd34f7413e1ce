import { concatBytes } from "./bytes.ts";
import type { Part, Parts } from "./zip.ts";

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const VERSION = 20;
const UTF8_NAMES = 0x0800;
const COMMON_BYTES = 26;
const TAIL_BYTES = 14;
const END_BYTES = 22;
const LITTLE_ENDIAN = true;

/**
 * Returns an archive of uncompressed parts.
 *
 * The spreadsheet library reads this and never the original, so that both see the same bytes whatever the headers say.
 */
export function writeStoredArchive(parts: Parts): Uint8Array {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, part] of parts) {
    const nameBytes = new TextEncoder().encode(name);
    const common = commonHeader(part, nameBytes.length);
    const tail = fields(TAIL_BYTES, (view) => view.setUint32(TAIL_BYTES - 4, offset, LITTLE_ENDIAN));
    const madeBy = fields(2, (view) => view.setUint16(0, VERSION, LITTLE_ENDIAN));
    directory.push(signature(CENTRAL_HEADER), madeBy, common, tail, nameBytes);
    const local = [signature(LOCAL_HEADER), common, nameBytes, part.content];
    pieces.push(...local);
    offset += local.reduce((sum, piece) => sum + piece.length, 0);
  }
  const index = concatBytes(directory);
  return concatBytes([...pieces, index, endOfDirectory({ count: parts.size, length: index.length, offset })]);
}

/** Fields that the local header and the directory share, from the version needed to the length of the extra field. */
function commonHeader({ content, crc32 }: Part, nameLength: number): Uint8Array {
  return fields(COMMON_BYTES, (view) => {
    view.setUint16(0, VERSION, LITTLE_ENDIAN);
    view.setUint16(2, UTF8_NAMES, LITTLE_ENDIAN);
    view.setUint32(10, crc32, LITTLE_ENDIAN);
    view.setUint32(14, content.length, LITTLE_ENDIAN);
    view.setUint32(18, content.length, LITTLE_ENDIAN);
    view.setUint16(22, nameLength, LITTLE_ENDIAN);
  });
}

interface DirectoryExtent {
  readonly count: number;
  readonly length: number;
  readonly offset: number;
}

function endOfDirectory({ count, length, offset }: DirectoryExtent): Uint8Array {
  return fields(END_BYTES, (view) => {
    view.setUint32(0, END_OF_DIRECTORY, LITTLE_ENDIAN);
    view.setUint16(8, count, LITTLE_ENDIAN);
    view.setUint16(10, count, LITTLE_ENDIAN);
    view.setUint32(12, length, LITTLE_ENDIAN);
    view.setUint32(16, offset, LITTLE_ENDIAN);
  });
}

function signature(value: number): Uint8Array {
  return fields(4, (view) => view.setUint32(0, value, LITTLE_ENDIAN));
}

function fields(length: number, fill: (view: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(length);
  fill(new DataView(bytes.buffer));
  return bytes;
}
