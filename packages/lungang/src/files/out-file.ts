/**
 * Languages of everything that people read.
 *
 * @public
 */
export const LANGUAGES = ["zh", "en"] as const;

/**
 * A language of everything that people read.
 *
 * @public
 */
export type Language = (typeof LANGUAGES)[number];

/**
 * Name and contents of a file to write; a name may have folders, parted by `/`.
 *
 * @public
 */
export interface OutFile {
  readonly name: string;
  readonly content: Uint8Array | string;
}

/** Returns a document as a file. */
export function jsonFile(name: string, document: unknown): OutFile {
  return { name, content: `${JSON.stringify(document, null, 2)}\n` };
}
