/** Encodings that are recognised. */
export type Encoding = "utf-8" | "gb18030" | "utf-16le" | "utf-16be";

const REPLACEMENT = "\uFFFD";

/**
 * Returns the readings of a text file that are possible, most likely first.
 *
 * A byte order mark decides. Otherwise UTF-8 comes first, because it rarely fits by chance, while GB18030 reads almost
 * anything; so the caller has to look for words that it knows. Readings with replacement characters are dropped.
 */
export function possibleTexts(bytes: Uint8Array): readonly { readonly encoding: Encoding; readonly text: string }[] {
  return candidates(bytes).flatMap((encoding) => {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return text.includes(REPLACEMENT) ? [] : [{ encoding, text }];
    } catch {
      return [];
    }
  });
}

function candidates(bytes: Uint8Array): readonly Encoding[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ["utf-16le"];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ["utf-16be"];
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return ["utf-8"];
  return ["utf-8", "gb18030"];
}
