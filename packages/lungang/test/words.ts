import { readXlsxBook } from "@lungang/tabular";
import type { OutFile } from "../src/index.ts";

/** Entries of a policy have letters and a number, check codes are hexadecimal, reports are numbered, 某县 is written XX县, and a standard has its name. */
const ALLOWED = /^(?:[A-Z]{2}-\d+[a-z]?|[0-9a-f]{64}|XX|SHA-256|R\d+(?:\.\d+)?)$/u;
const WORD = /[A-Za-z0-9_.-]*[A-Za-z][A-Za-z0-9_.-]*/gu;
const BARE = /(?:共|满|至少|至多|不少于|超过)\s*\d+(?:\.\d+)?(?=[，。；、）]|$)/gu;

/** A day as files hold it, inside a sentence; alone in a cell it is a value of a table, and after 如 what is to be typed. */
const DATE_IN_PROSE = /(?<![\d-]|如 ?)(?:\d{4}-[01]\d(?:-[0-3]\d)?|[01]\d-[0-3]\d)(?![\d-])/gu;

/** What is wrong with the words of one text, each with its place. */
export type Check = (where: string, text: unknown) => readonly string[];

/**
 * Returns the words that no Chinese reader knows, numbers without a unit after a verb of amount, and days that are not written
 * as a sentence writes them; ids are data.
 */
export function foreignBut(ids: ReadonlySet<string>): Check {
  return (where, cell) => {
    if (typeof cell !== "string" || ids.has(cell)) return [];
    // How a plan is checked again is told as what has to be typed.
    const words = (cell.replaceAll(/lungang (?:plan|verify)|plan\.json/gu, "").match(WORD) ?? []).filter(
      (word) => !ALLOWED.test(word) && !ids.has(word),
    );
    const dates = /[\u4e00-\u9fff]/u.test(cell) ? (cell.match(DATE_IN_PROSE) ?? []) : [];
    return [...words, ...(cell.match(BARE) ?? []), ...dates].map(
      (word) => `${where}: ${word} in ${cell.slice(0, 120)}`,
    );
  };
}

/** Returns English texts that hold Chinese; names are data. */
export function chineseBut(names: readonly string[]): Check {
  // A longer name may hold a shorter one.
  const sorted = [...new Set(names)].filter((name) => name !== "").sort((a, b) => b.length - a.length);
  return (where, cell) => {
    if (typeof cell !== "string") return [];
    const rest = sorted.reduce((text, name) => text.replaceAll(name, " "), cell);
    return /[\u3000-\u9fff\uff00-\uffef]/u.test(rest) ? [`${where}: ${cell.slice(0, 160)}`] : [];
  };
}

/** Returns what is wrong in the sheets of a workbook, names of sheets included. */
export async function inWorkbook(file: OutFile, check: Check): Promise<readonly string[]> {
  const book = await readXlsxBook(file.content as Uint8Array);
  if (!book.ok) throw new Error(JSON.stringify(book.issues));
  return book.value.sheets.flatMap(({ name, rows }) =>
    [name, ...rows.flat()].flatMap((cell) => check(`${file.name} › ${name}`, cell)),
  );
}

/** Returns what is wrong in the headings and paragraphs of letters. */
export function inLetters({ name, content }: OutFile, check: Check): readonly string[] {
  const texts = String(content).matchAll(/<(?:h1|p|title|footer)[^>]*>(.*?)<\/(?:h1|p|title|footer)>/gsu);
  return [...texts].flatMap(([, text = ""]) => check(name, text.replaceAll("<br>", " ").replaceAll(/&#\d+;/gu, "")));
}

/** Returns the annexes of which the table of contents does not say what they are for. */
export async function unexplainedIn(file: OutFile): Promise<readonly string[]> {
  const book = await readXlsxBook(file.content as Uint8Array);
  if (!book.ok) throw new Error(JSON.stringify(book.issues));
  const [contents] = book.value.sheets;
  const listed = (contents?.rows ?? []).filter(([annex]) => /^(?:附件|Annex )\d/u.test(String(annex)));
  if (listed.length === 0) throw new Error(`${file.name} has no table of contents`);
  return listed.flatMap(([, name, , about]) =>
    about === null || about === "" ? [`${file.name}: ${String(name)}`] : [],
  );
}
