/** Tells whether there is anything to take off; most cells are clean. */
const UNCLEAN = /^[\s\u3000\0]|[\s\u3000\0]$|[\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\u00AD]/u;
/** Characters that are invisible and mean nothing in a cell. */
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\u00AD]/gu;
const OUTER_SPACE = /^[\s\u3000\0]+|[\s\u3000\0]+$/gu;

/** Returns the text without invisible characters and outer spaces; everything between stays as it is. */
export function cleanText(text: string): string {
  return UNCLEAN.test(text) ? text.replace(INVISIBLE, "").replace(OUTER_SPACE, "") : text;
}

/** Returns clean text with full-width letters, digits and signs as ordinary ones; Chinese characters stay as they are. */
export function cleanId(text: string): string {
  return cleanText(text.replace(/[\uFF01-\uFF5E]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)));
}

/** Returns the form under which words, headers and names are compared: width, case and spaces do not count. */
export function foldText(text: string): string {
  return cleanText(text.normalize("NFKC")).toLowerCase().replace(/\s+/gu, "");
}

const SEPARATORS = "、;；,，/\n";
const OPENING = "(（";
const CLOSING = ")）";

/** Splits a cell with several values; separators in brackets or after a backslash do not split. */
export function splitList(text: string): readonly string[] {
  const items: string[] = [];
  let start = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === "\\") at++;
    else if (OPENING.includes(char)) depth++;
    else if (CLOSING.includes(char)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && SEPARATORS.includes(char) && !isDateSlash(text, at)) {
      items.push(text.slice(start, at));
      start = at + 1;
    }
  }
  items.push(text.slice(start));
  return items.map(cleanText).filter((entry) => entry !== "");
}

/** Returns whether a slash stands between digits, as in 2018/9/1. */
function isDateSlash(text: string, at: number): boolean {
  return text[at] === "/" && /\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at + 1));
}

/** Returns an item as it has to stand in a list, so that reading gives it back. */
export function escapeItem(text: string): string {
  return text.replace(/[\\、;；,，/()（）]/gu, "\\$&");
}

/** Undoes {@link escapeItem}. */
export function unescapeItem(text: string): string {
  return text.replace(/\\(.)/gu, "$1");
}

/** Splits `语文(主、小学)` into the word and what stands in its brackets. */
export function splitBrackets(text: string): { readonly word: string; readonly notes: readonly string[] } {
  const match = /^((?:\\.|[^\\(（])*)[(（](.*)[)）]$/u.exec(text);
  if (match === null) return { word: unescapeItem(text), notes: [] };
  return { word: cleanText(unescapeItem(match[1] ?? "")), notes: splitList(match[2] ?? "") };
}

const ID_NUMBER = /(?<!\d)(\d{4})\d{13}[\dXx](?!\d)/gu;

/** Replaces everything that looks like a citizen's identity number, so that no message repeats one. */
export function maskIdNumbers(text: string): string {
  return text.replace(ID_NUMBER, "$1**************");
}
