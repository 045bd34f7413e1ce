import { words } from "./vocabulary.ts";
import type { WordKind } from "./word-codes.ts";
import { codeOf, wordOf } from "./word-codes.ts";

const KINDS = Object.keys(words) as readonly WordKind[];

/** Returns the one of some codes that a word stands for in any enumeration; undefined where none or several fit. */
export function codeAmong(word: string, codes: readonly string[]): string | undefined {
  if (codes.includes(word)) return word;
  const found = new Set(KINDS.flatMap((kind) => codeOf(kind, word) ?? []).filter((code) => codes.includes(code)));
  return found.size === 1 ? [...found][0] : undefined;
}

/**
 * Returns the Chinese word of one of some codes, from the enumeration that has them all.
 *
 * @public
 */
export function wordAmong(code: string, codes: readonly string[]): string | undefined {
  const kind = KINDS.find((each) => codes.every((one) => Object.hasOwn(words[each], one)));
  return kind === undefined ? undefined : wordOf(kind, code);
}
