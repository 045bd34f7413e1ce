import Table from "cli-table3";
import stringWidth from "string-width";

/** One column of a table for readers. */
export interface Column {
  readonly title: string;
  /** Numbers stand right. */
  readonly right?: boolean;
}

/** Longest text of a cell, in columns of the terminal. */
const WIDEST = 60;

/** Returns a table whose columns line up also where Chinese and Latin letters mix. */
export function tableText(columns: readonly Column[], rows: readonly (readonly (string | number)[])[]): string {
  const table = new Table({
    head: columns.map((column) => column.title),
    colAligns: columns.map((column) => (column.right === true ? "right" : "left")),
    style: { head: [], border: [], compact: true },
  });
  for (const row of rows) table.push(row.map((cell) => shorten(String(cell), WIDEST)));
  return table.toString();
}

/** Returns a text cut to a number of terminal columns; a Chinese letter takes two. */
export function shorten(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let cut = "";
  let used = 0;
  for (const letter of text) {
    used += stringWidth(letter);
    if (used > width - 1) break;
    cut += letter;
  }
  return `${cut}…`;
}
