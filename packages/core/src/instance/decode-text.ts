/**
 * Encodings that are recognised.
 *
 * @public
 */
export type Encoding = "utf-8" | "gb18030" | "utf-16le" | "utf-16be";

/**
 * A reading of a text file.
 *
 * @public
 */
export interface Reading {
  readonly encoding: Encoding;
  readonly text: string;
}

/** Stands where bytes were no text, and what it becomes when saved as UTF-8 and read as GB18030. */
const REPLACEMENT = "\uFFFD";
const REPLACEMENT_MISREAD = "锟斤拷";

/** Characters that belong to nobody: what GB18030 makes of bytes that are something else. */
const PRIVATE_USE = /[\uE000-\uF8FF\u{F0000}-\u{10FFFD}]/u;

/**
 * Returns the readings of a text file that are possible, most likely first; none where its bytes are no text of ours.
 *
 * A byte order mark decides. Otherwise UTF-8 comes first, because it rarely fits by chance, while GB18030 reads almost
 * anything: its reading counts only where it gives ordinary Chinese, and the caller has to look for words that it knows.
 *
 * @public
 */
export function possibleReadings(bytes: Uint8Array): readonly Reading[] {
  const readings = candidates(bytes).flatMap((encoding): Reading[] => {
    const text = decoded(bytes, encoding);
    if (text === undefined) return [];
    return encoding === "gb18030" && !isOrdinaryChinese(bytes, text) ? [] : [{ encoding, text }];
  });
  // A file that holds such a sign in any reading has lost something before it came here.
  return readings.some(({ text }) => text.includes(REPLACEMENT)) ? [] : readings;
}

function decoded(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Returns a text file as text: strict UTF-8, else GB18030 (or UTF-16 with its mark) where the text makes sense.
 *
 * @param makesSense - tells whether words that are expected occur
 * @returns undefined where no reading makes sense
 * @public
 */
export function decodeText(bytes: Uint8Array, makesSense: (text: string) => boolean): Reading | undefined {
  const readings = possibleReadings(bytes);
  const [first] = readings;
  return readings.find(({ text }) => makesSense(text)) ?? (first?.encoding === "gb18030" ? undefined : first);
}

/** Byte order marks; without one, text of UTF-16 begins with a bracket, a letter or a digit: two bytes, one of them zero. */
const MARKS: readonly (readonly [RegExp, readonly Encoding[]])[] = [
  [/^\u00ff\u00fe/, ["utf-16le"]],
  [/^\u00fe\u00ff/, ["utf-16be"]],
  [/^\u00ef\u00bb\u00bf/, ["utf-8"]],
  // oxlint-disable-next-line no-control-regex -- the zero is what is looked for
  [/^[^\0]\0/, ["utf-16le"]],
  // oxlint-disable-next-line no-control-regex -- the zero is what is looked for
  [/^\0[^\0]/, ["utf-16be"]],
];

function candidates(bytes: Uint8Array): readonly Encoding[] {
  const start = String.fromCharCode(...bytes.subarray(0, 3));
  return MARKS.find(([mark]) => mark.test(start))?.[1] ?? ["utf-8", "gb18030"];
}

/** Of the pairs of bytes this part has to be Chinese characters of everyday use, or punctuation. */
const ORDINARY_PART = 0.8;
const [ASCII_END, FOUR_BYTE_FROM, FOUR_BYTE_TO] = [0x80, 0x30, 0x39];
const [HANZI_FROM, HANZI_TO, TRAIL_FROM] = [0xb0, 0xf7, 0xa1];
/** Rows of GB2312 that hold punctuation, and letters and digits of full width. */
const SIGN_ROWS: readonly number[] = [0xa1, 0xa2, 0xa3];

/**
 * Returns whether bytes look like Chinese in GB18030: the characters of GB2312 have a lead and a trail of their own, which
 * text in Big5, Shift-JIS or a Western encoding hits by chance only.
 */
function isOrdinaryChinese(bytes: Uint8Array, text: string): boolean {
  if (PRIVATE_USE.test(text) || text.includes(REPLACEMENT_MISREAD)) return false;
  let pairs = 0;
  let ordinary = 0;
  for (let at = 0; at < bytes.length; at++) {
    const [lead = 0, trail = 0] = [bytes[at], bytes[at + 1]];
    if (lead < ASCII_END) continue;
    at += trail >= FOUR_BYTE_FROM && trail <= FOUR_BYTE_TO ? 3 : 1;
    pairs++;
    if (isOrdinaryPair(lead, trail)) ordinary++;
  }
  return ordinary >= pairs * ORDINARY_PART;
}

function isOrdinaryPair(lead: number, trail: number): boolean {
  return trail >= TRAIL_FROM && ((lead >= HANZI_FROM && lead <= HANZI_TO) || SIGN_ROWS.includes(lead));
}
